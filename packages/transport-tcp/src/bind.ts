import { chmodSync } from "node:fs";
import type { ListenOptions, Server } from "node:net";
import { TransportError } from "@seapink/core";
import { codeOf } from "./code-of.ts";
import { defaultHost, type PathPlace, type PortPlace } from "./place.ts";
import { removeStale } from "./stale-socket.ts";

/** Where a server listens. */
export type Bound = PortPlace | (PathPlace & { readonly mode?: number | undefined });

/**
 * Makes a server listen, or leaves it as it was. What a server that was killed has left at a path is taken over; a
 * socket that somebody listens on, or a file of another kind, never.
 */
export async function bind(server: Server, place: Bound, address: string): Promise<void> {
  let obstacle: string | undefined;
  try {
    await tryToBind(server, place).catch(async (error: unknown) => {
      if (place.path === undefined || codeOf(error) !== "EADDRINUSE") throw error;
      obstacle = await removeStale(place.path);
      if (obstacle !== undefined) throw error;
      await tryToBind(server, place);
    });
  } catch (cause) {
    const message = `expected to listen on ${address}, got ${obstacle ?? codeOf(cause)}`;
    throw new TransportError("not_open", message, { cause, mayHaveRun: false });
  }
}

async function tryToBind(server: Server, place: Bound): Promise<void> {
  const { promise: listening, resolve, reject } = Promise.withResolvers<void>();
  server.once("listening", resolve).once("error", reject);
  try {
    server.listen(listenOptions(place));
    // In the same turn, before anybody could be let in whom the mode keeps out.
    if (place.path !== undefined && place.mode !== undefined && server.listening) chmodSync(place.path, place.mode);
    await listening;
  } catch (error) {
    if (server.listening) server.close();
    throw error;
  } finally {
    server.off("listening", resolve).off("error", reject);
  }
}

function listenOptions({ path, port, host = defaultHost }: Bound): ListenOptions {
  return path === undefined ? { port, host } : { path };
}
