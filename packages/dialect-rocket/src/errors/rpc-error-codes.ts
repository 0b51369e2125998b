import { type ApplicationErrorCode, wireCodeOf } from "@seapink/core";
import { RpcErrorCategory, RpcErrorCode } from "../metadata/enums.ts";

/** A number of the wire: its name there, what it says of the request, and what it means here. */
export interface RpcErrorMeaning {
  readonly name: string;
  readonly category: number;
  readonly code: ApplicationErrorCode;
}

const { internalError, invalidRequest, loadShedding, shutdown } = RpcErrorCategory;

type Row = readonly [number: number, name: string, category: number, code: ApplicationErrorCode];

// C++ gives TENANT_QUOTA_EXCEEDED the category of an internal error, the IDL that of what was not run, which it was not.
const rows: readonly Row[] = [
  [RpcErrorCode.unknown, "UNKNOWN", internalError, "unknown"],
  [RpcErrorCode.overload, "OVERLOAD", loadShedding, "overloaded"],
  [RpcErrorCode.taskExpired, "TASK_EXPIRED", internalError, "timed_out"],
  [RpcErrorCode.queueOverloaded, "QUEUE_OVERLOADED", loadShedding, "overloaded"],
  [RpcErrorCode.shutdown, "SHUTDOWN", shutdown, "declined"],
  [RpcErrorCode.injectedFailure, "INJECTED_FAILURE", internalError, "injected_failure"],
  [RpcErrorCode.requestParsingFailure, "REQUEST_PARSING_FAILURE", invalidRequest, "protocol_error"],
  [RpcErrorCode.queueTimeout, "QUEUE_TIMEOUT", loadShedding, "timed_out"],
  [RpcErrorCode.responseTooBig, "RESPONSE_TOO_BIG", internalError, "internal_error"],
  [RpcErrorCode.wrongRpcKind, "WRONG_RPC_KIND", invalidRequest, "invalid_message_type"],
  [RpcErrorCode.unknownMethod, "UNKNOWN_METHOD", invalidRequest, "unknown_method"],
  [RpcErrorCode.checksumMismatch, "CHECKSUM_MISMATCH", invalidRequest, "checksum_mismatch"],
  [RpcErrorCode.interruption, "INTERRUPTION", internalError, "interruption"],
  [RpcErrorCode.appOverload, "APP_OVERLOAD", loadShedding, "overloaded"],
  [RpcErrorCode.unknownInteractionId, "UNKNOWN_INTERACTION_ID", invalidRequest, "interaction_lost"],
  [RpcErrorCode.interactionConstructorError, "INTERACTION_CONSTRUCTOR_ERROR", internalError, "interaction_lost"],
  [RpcErrorCode.unimplementedMethod, "UNIMPLEMENTED_METHOD", invalidRequest, "unknown_method"],
  [RpcErrorCode.tenantQuotaExceeded, "TENANT_QUOTA_EXCEEDED", loadShedding, "quota_exceeded"],
  [RpcErrorCode.interactionLoadshedded, "INTERACTION_LOADSHEDDED", loadShedding, "interaction_lost"],
  [RpcErrorCode.interactionLoadsheddedOverload, "INTERACTION_LOADSHEDDED_OVERLOAD", loadShedding, "interaction_lost"],
  [
    RpcErrorCode.interactionLoadsheddedAppOverload,
    "INTERACTION_LOADSHEDDED_APP_OVERLOAD",
    loadShedding,
    "interaction_lost",
  ],
  [
    RpcErrorCode.interactionLoadsheddedQueueTimeout,
    "INTERACTION_LOADSHEDDED_QUEUE_TIMEOUT",
    loadShedding,
    "interaction_lost",
  ],
];

const meanings: ReadonlyMap<number, RpcErrorMeaning> = new Map(
  rows.map(([number, name, category, code]) => [number, { name, category, code }]),
);

const unknown: RpcErrorMeaning = { name: "UNKNOWN", category: internalError, code: "unknown" };

/** What a number means; of one that is not known, as much as that. */
export function meaningOf(rpcCode: number): RpcErrorMeaning {
  return meanings.get(rpcCode) ?? unknown;
}

/** Whether a name from the wire is one of our codes. */
export function isErrorCode(name: string): name is ApplicationErrorCode {
  return typeof wireCodeOf(name as ApplicationErrorCode) === "number";
}
