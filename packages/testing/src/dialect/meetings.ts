import { isThriftError } from "@seapink/core";
import { textOf } from "./message.ts";
import { rawClient, rawServer } from "./raw-stage.ts";
import type { DialectSubject } from "./subject.ts";

/**
 * Sends any bytes to a server, then ends. Returns the names of the methods that were called. Nothing but errors of ours
 * may come of it.
 */
export async function serverMeets(subject: DialectSubject, bytes: Uint8Array): Promise<readonly string[]> {
  const { peer, server, errors, called } = await rawClient(subject);
  void peer.send(bytes);
  await peer.close();
  await server.close();
  for (const error of errors) if (!isThriftError(error)) throw error;
  return called;
}

/** Answers the recorded call of a client with any bytes, then ends: the call is answered, or fails with an error of ours. */
export async function clientMeets(subject: DialectSubject, bytes: Uint8Array): Promise<void> {
  const { peer, channel, errors, reply } = await rawServer(subject);
  const outcome = reply.then(textOf).catch((error: unknown) => error);
  void peer.send(bytes);
  await peer.close();
  await channel.close();
  const result = await outcome;
  for (const error of errors) if (!isThriftError(error)) throw error;
  if (typeof result !== "string" && !isThriftError(result)) throw result;
}
