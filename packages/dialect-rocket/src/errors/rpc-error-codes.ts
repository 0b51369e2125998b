import { type ApplicationErrorCode, wireCodeOf } from "@seapink/core";
import { RpcErrorCategory, RpcErrorCode } from "../metadata/enums.ts";

/** A number of the wire: its name there, what it says of the request, and what it means here. */
export interface RpcErrorMeaning {
  readonly name: string;
  readonly category: number;
  readonly code: ApplicationErrorCode;
}

interface Row extends RpcErrorMeaning {
  readonly rpcCode: number;
  /** The codes that it is sent for. */
  readonly sentFor: readonly ApplicationErrorCode[];
}

/** A number that is understood, and sent only where an error asks for it. */
function heard(rpcCode: number, name: string, category: number, code: ApplicationErrorCode): Row {
  return { rpcCode, name, category, code, sentFor: [] };
}

/** The number that a code is sent as, and others are that have none of their own. */
function sent(
  rpcCode: number,
  name: string,
  category: number,
  code: ApplicationErrorCode,
  ...others: readonly ApplicationErrorCode[]
): Row {
  return { rpcCode, name, category, code, sentFor: [code, ...others] };
}

const { internalError, invalidRequest, loadShedding, shutdown } = RpcErrorCategory;

/** What can be wrong with a request so that it cannot be read. */
const unreadable: readonly ApplicationErrorCode[] = [
  "unsupported_client_type",
  "wrong_method_name",
  "bad_sequence_id",
  "invalid_transform",
  "invalid_protocol",
];

// C++ gives TENANT_QUOTA_EXCEEDED the category of an internal error, the IDL that of what was not run, which it was not.
const rows: readonly Row[] = [
  heard(RpcErrorCode.unknown, "UNKNOWN", internalError, "unknown"),
  sent(RpcErrorCode.overload, "OVERLOAD", loadShedding, "overloaded"),
  sent(RpcErrorCode.taskExpired, "TASK_EXPIRED", internalError, "timed_out"),
  heard(RpcErrorCode.queueOverloaded, "QUEUE_OVERLOADED", loadShedding, "overloaded"),
  sent(RpcErrorCode.shutdown, "SHUTDOWN", shutdown, "declined"),
  sent(RpcErrorCode.injectedFailure, "INJECTED_FAILURE", internalError, "injected_failure"),
  sent(RpcErrorCode.requestParsingFailure, "REQUEST_PARSING_FAILURE", invalidRequest, "protocol_error", ...unreadable),
  heard(RpcErrorCode.queueTimeout, "QUEUE_TIMEOUT", loadShedding, "timed_out"),
  heard(RpcErrorCode.responseTooBig, "RESPONSE_TOO_BIG", internalError, "internal_error"),
  sent(RpcErrorCode.wrongRpcKind, "WRONG_RPC_KIND", invalidRequest, "invalid_message_type"),
  sent(RpcErrorCode.unknownMethod, "UNKNOWN_METHOD", invalidRequest, "unknown_method", "unknown_service"),
  sent(RpcErrorCode.checksumMismatch, "CHECKSUM_MISMATCH", invalidRequest, "checksum_mismatch"),
  sent(RpcErrorCode.interruption, "INTERRUPTION", internalError, "interruption", "cancelled"),
  heard(RpcErrorCode.appOverload, "APP_OVERLOAD", loadShedding, "overloaded"),
  sent(RpcErrorCode.unknownInteractionId, "UNKNOWN_INTERACTION_ID", invalidRequest, "interaction_lost"),
  heard(RpcErrorCode.interactionConstructorError, "INTERACTION_CONSTRUCTOR_ERROR", internalError, "interaction_lost"),
  heard(RpcErrorCode.unimplementedMethod, "UNIMPLEMENTED_METHOD", invalidRequest, "unknown_method"),
  sent(RpcErrorCode.tenantQuotaExceeded, "TENANT_QUOTA_EXCEEDED", loadShedding, "quota_exceeded", "permission_denied"),
  heard(RpcErrorCode.interactionLoadshedded, "INTERACTION_LOADSHEDDED", loadShedding, "interaction_lost"),
  heard(
    RpcErrorCode.interactionLoadsheddedOverload,
    "INTERACTION_LOADSHEDDED_OVERLOAD",
    loadShedding,
    "interaction_lost",
  ),
  heard(
    RpcErrorCode.interactionLoadsheddedAppOverload,
    "INTERACTION_LOADSHEDDED_APP_OVERLOAD",
    loadShedding,
    "interaction_lost",
  ),
  heard(
    RpcErrorCode.interactionLoadsheddedQueueTimeout,
    "INTERACTION_LOADSHEDDED_QUEUE_TIMEOUT",
    loadShedding,
    "interaction_lost",
  ),
];

const meanings: ReadonlyMap<number, RpcErrorMeaning> = new Map(rows.map((row) => [row.rpcCode, row]));

const numbers: ReadonlyMap<ApplicationErrorCode, number> = new Map(
  rows.flatMap(({ rpcCode, sentFor }) => sentFor.map((code) => [code, rpcCode] as const)),
);

const unknown: RpcErrorMeaning = { name: "UNKNOWN", category: internalError, code: "unknown" };

/** What a number means; of one that is not known, as much as that. */
export function meaningOf(rpcCode: number): RpcErrorMeaning {
  return meanings.get(rpcCode) ?? unknown;
}

/** The number of an ERROR frame; `undefined` for a code that is told as an exception that the method does not declare. */
export function numberOf(code: ApplicationErrorCode): number | undefined {
  return numbers.get(code);
}

/** Whether a name from the wire is one of our codes. */
export function isErrorCode(name: string): name is ApplicationErrorCode {
  // Asked of a name that may be none: those have no number.
  return typeof wireCodeOf(name as ApplicationErrorCode) === "number";
}
