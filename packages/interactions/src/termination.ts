/**
 * Why an interaction ended: by its client, with its connection, with its server, or because nobody used it. The last two
 * are not produced yet: who drains a server closes its connections.
 */
export type TerminationReason = "closed" | "disconnected" | "shutdown" | "idle";

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
