import { type HeaderMap, noHeaders } from "./headers.ts";
import { isThriftError, ThriftError, type ThriftErrorOptions } from "./thrift-error.ts";

/** Thrift's numbers for a peer's system error (TApplicationException), then fbthrift's from 11 on. */
const wireCodes = {
  unknown: 0,
  unknown_method: 1,
  invalid_message_type: 2,
  wrong_method_name: 3,
  bad_sequence_id: 4,
  missing_result: 5,
  internal_error: 6,
  protocol_error: 7,
  invalid_transform: 8,
  invalid_protocol: 9,
  unsupported_client_type: 10,
  overloaded: 11,
  timed_out: 12,
  injected_failure: 13,
  checksum_mismatch: 14,
  interruption: 15,
  quota_exceeded: 16,
} as const;

/** Ours, which travel under Thrift's nearest number where the wire has nothing better. */
const nearestCodes = {
  declined: 11,
  cancelled: 15,
  // As Apache's C++ server has it, which is the only one to answer.
  unknown_service: 7,
  interaction_lost: 6,
  not_found: 6,
  // Not 6, which may have run, nor 11, which clients try again.
  permission_denied: 16,
  status: 6,
} as const;

export type ApplicationErrorCode = keyof typeof wireCodes | keyof typeof nearestCodes;

const numbers: Readonly<Record<ApplicationErrorCode, number>> = { ...nearestCodes, ...wireCodes };

const codeByNumber: ReadonlyMap<number, ApplicationErrorCode> = new Map(
  (Object.keys(wireCodes) as (keyof typeof wireCodes)[]).map((code) => [wireCodes[code], code]),
);

/** Refused before running, whatever else happened. */
const refusals: ReadonlySet<string> = new Set<ApplicationErrorCode>([
  "unknown_method",
  "unknown_service",
  "invalid_message_type",
  "protocol_error",
  "overloaded",
  "declined",
  "permission_denied",
  "quota_exceeded",
]);

export interface ApplicationErrorOptions extends ThriftErrorOptions {
  /** The number on the wire; by default Thrift's number for the code. */
  readonly wireCode?: number | undefined;
  readonly headers?: HeaderMap | undefined;
  /** Whatever else the wire carries (a business status, a load figure), for filters and bridges to pass on. */
  readonly details?: Readonly<Record<string, unknown>> | undefined;
}

/**
 * The peer's system error. Thrown on purpose by a handler it reaches the peer with its message; any other error that a
 * handler throws reaches it as `internal_error` without text.
 */
export class ApplicationError extends ThriftError<ApplicationErrorCode> {
  readonly wireCode: number;
  readonly headers: HeaderMap;
  readonly details: Readonly<Record<string, unknown>>;

  constructor(code: ApplicationErrorCode, message: string, options: ApplicationErrorOptions = {}) {
    super(code, message, { ...options, mayHaveRun: options.mayHaveRun ?? !refusals.has(code) });
    this.wireCode = options.wireCode ?? wireCodeOf(code);
    this.headers = options.headers ?? noHeaders;
    this.details = options.details ?? {};
  }
}
ApplicationError.prototype.name = "ApplicationError";

/** Recognises a `ApplicationError`, also that of another copy of the package. */
export function isApplicationError(error: unknown): error is ApplicationError {
  return isThriftError(error) && error.name === "ApplicationError";
}

/** Thrift's number for a code. */
export function wireCodeOf(code: ApplicationErrorCode): number {
  return numbers[code];
}

/** The code for a number from the wire; an unknown number is `unknown`, and stays in `wireCode`. */
export function codeOfWire(wireCode: number): ApplicationErrorCode {
  return codeByNumber.get(wireCode) ?? "unknown";
}
