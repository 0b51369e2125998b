import { type Call, type Limits, now, ProtocolError, TransportError } from "@seapink/core";

const notSent = { mayHaveRun: false } as const;

/** What cannot be carried, or need not be sent any more, is refused before a byte is written. */
export function refuseBeforeSending(call: Call, pendingCalls: number, limits: Limits): void {
  if (call.kind !== "call" && call.kind !== "oneway") {
    throw new ProtocolError("not_implemented", `${call.method}: plain Thrift messages carry no ${call.kind}`, notSent);
  }
  if (call.interaction !== undefined) {
    throw new ProtocolError("not_implemented", `${call.method}: plain Thrift messages carry no interactions`, notSent);
  }
  if (call.signal?.aborted) {
    throw new TransportError("cancelled", `${call.method}: cancelled before it was sent`, {
      ...notSent,
      cause: call.signal.reason,
    });
  }
  if (call.deadline !== undefined && call.deadline <= now()) {
    throw new TransportError("timed_out", `${call.method}: timed out before it was sent`, notSent);
  }
  if (pendingCalls >= limits.maxPendingCalls) {
    throw new TransportError(
      "overloaded",
      `expected at most ${limits.maxPendingCalls} calls to wait for answers`,
      notSent,
    );
  }
}
