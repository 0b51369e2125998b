import { checkSendable } from "@seapink/conversation";
import { type Call, type Limits, ProtocolError } from "@seapink/core";

const notSent = { mayHaveRun: false } as const;

/** What cannot be carried, or need not be sent any more, is refused before a byte is written. */
export function refuseBeforeSending(call: Call, pendingCalls: number, limits: Limits): void {
  if (call.kind !== "call" && call.kind !== "oneway") {
    throw new ProtocolError("not_implemented", `${call.method}: plain Thrift messages carry no ${call.kind}`, notSent);
  }
  if (call.interaction !== undefined) {
    throw new ProtocolError("not_implemented", `${call.method}: plain Thrift messages carry no interactions`, notSent);
  }
  checkSendable(call, pendingCalls, limits);
}
