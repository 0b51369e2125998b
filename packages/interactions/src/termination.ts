import { isThriftError } from "@seapink/core";

/** Why an interaction ended: by its client, with its connection, with its server, or because nobody used it. */
export type TerminationReason = "closed" | "disconnected" | "shutdown" | "idle";

/** The same in words, for those who call it later. */
export const whyEnded: Readonly<Record<TerminationReason, string>> = {
  closed: "it was closed",
  disconnected: "its connection is gone",
  shutdown: "its server has shut down",
  idle: "nobody used it for too long",
};

/** Why the interactions of a connection end, by the reason of its end: `not_open` says that we ended it in order. */
export function reasonOf(closed: unknown): TerminationReason {
  return isThriftError(closed) && closed.code === "not_open" ? "shutdown" : "disconnected";
}

/** What a server object may have, to be told of its end: one of the two is called, once. */
interface Terminable {
  onTermination?(reason: TerminationReason): unknown;
  [Symbol.asyncDispose]?(): unknown;
}

/** Tells the object that it is over. Where the reason does not matter, `Symbol.asyncDispose` does. */
export async function terminate(object: object, reason: TerminationReason): Promise<void> {
  const terminable: Terminable = object;
  if (terminable.onTermination !== undefined) await terminable.onTermination(reason);
  else await terminable[Symbol.asyncDispose]?.();
}
