const brand = Symbol.for("seapink.error");

/** What every error of ours takes. */
export interface ThriftErrorOptions {
  readonly cause?: unknown;
  /** Whether the call may have run; `false` means that a retry is safe. Default `true`. */
  readonly mayHaveRun?: boolean | undefined;
}

/** The base of our errors: a code to switch on, and whether the call may have run. */
export class ThriftError<Code extends string = string> extends Error {
  readonly code: Code;
  /** `false`: the call was never sent, or was refused before it ran, so that a retry is safe. */
  readonly mayHaveRun: boolean;

  constructor(code: Code, message: string, options: ThriftErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.mayHaveRun = options.mayHaveRun ?? true;
  }
}
ThriftError.prototype.name = "ThriftError";
// By this symbol two copies of the package in one process know each other's errors.
Object.defineProperty(ThriftError.prototype, brand, { value: true });

/** Recognises our errors across copies of the package, where `instanceof` would not. */
export function isThriftError(error: unknown): error is ThriftError {
  return error instanceof Error && brand in error;
}
