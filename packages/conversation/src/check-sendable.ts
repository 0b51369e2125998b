import { type Call, type Limits, now, TransportError } from "@seapink/core";

const notSent = { mayHaveRun: false } as const;

/**
 * Refuses a call that need not be sent any more, or would be one too many, before a byte of it is written.
 * @throws TransportError `cancelled`, `timed_out` or `overloaded`
 */
export function checkSendable(call: Call, pendingCalls: number, { maxPendingCalls }: Limits): void {
  if (call.signal?.aborted) {
    const cause: unknown = call.signal.reason;
    throw new TransportError("cancelled", `${call.method}: cancelled before it was sent`, { ...notSent, cause });
  }
  if (call.deadline !== undefined && call.deadline <= now())
    throw new TransportError("timed_out", `${call.method}: timed out before it was sent`, notSent);
  if (pendingCalls >= maxPendingCalls)
    throw new TransportError("overloaded", `expected at most ${maxPendingCalls} calls to wait for answers`, notSent);
}
