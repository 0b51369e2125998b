import { type Call, type Filter, isThriftError, now } from "@seapink/core";
import { Backoff, type BackoffOptions } from "./backoff.ts";

export interface RetryOptions extends BackoffOptions {
  /** How often a call is sent at most, the first time included. Default 3. */
  readonly attempts?: number;
}

/**
 * Sends a call again when it cannot have run: it was never sent, or refused before it ran. Never otherwise, and never
 * past its deadline; a call whose items have begun to flow is not sent again. For clients.
 */
export function retry(options: RetryOptions = {}): Filter {
  const attempts = options.attempts ?? 3;
  return (next) => async (call) => {
    const backoff = new Backoff({ minDelayMs: 10, maxDelayMs: 1000, ...options });
    for (let attempt = 1; ; attempt++) {
      try {
        return await next(call);
      } catch (error) {
        if (attempt >= attempts || !mayRetry(error, call)) throw error;
        backoff.failed();
        await backoff.wait(call.signal ?? new AbortController().signal);
      }
    }
  };
}

/** What another attempt may get past; what is wrong with the call itself stays wrong. */
const passing: ReadonlySet<string> = new Set(["not_open", "closed", "overloaded", "declined"]);

function mayRetry(error: unknown, call: Call): boolean {
  if (!isThriftError(error) || error.mayHaveRun || !passing.has(error.code)) return false;
  return call.items === undefined && !call.signal?.aborted && (call.deadline === undefined || call.deadline > now());
}
