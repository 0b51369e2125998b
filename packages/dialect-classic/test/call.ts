import { type Call, noHeaders, type Writable } from "@seapink/core";

const noArguments: Writable = {
  write(writer) {
    writer.structBegin();
    writer.structEnd();
  },
};

/** A call without arguments. */
export function callOf(method: string, changes: Partial<Call> = {}): Call {
  return {
    service: undefined,
    method,
    kind: "call",
    protocol: undefined,
    headers: noHeaders,
    body: noArguments,
    items: undefined,
    interaction: undefined,
    deadline: undefined,
    signal: undefined,
    scope: undefined,
    identity: undefined,
    ...changes,
  };
}
