import { chmodSync, lstatSync, rmSync } from "node:fs";
import { connect, type ListenOptions, type Server } from "node:net";
import { TransportError } from "@seapink/core";
import { defaultHost, type PathPlace, type PortPlace } from "./place.ts";

/** Where a server listens. */
export type Bound = PortPlace | (PathPlace & { readonly mode?: number | undefined });

/**
 * Makes a server listen. What a server that was killed has left at a path is taken over; a socket that somebody listens
 * on, or a file of another kind, never.
 */
export async function bind(server: Server, place: Bound, address: string): Promise<void> {
  try {
    await tryToBind(server, place);
  } catch (cause) {
    if (server.listening) server.close();
    if (place.path === undefined || codeOf(cause) !== "EADDRINUSE") throw notOpen(address, codeOf(cause), cause);
    const obstacle = await obstacleAt(place.path);
    if (obstacle !== undefined) throw notOpen(address, obstacle, cause);
    await takeOver(server, place, address);
  }
}

async function takeOver(server: Server, place: PathPlace, address: string): Promise<void> {
  try {
    rmSync(place.path, { force: true });
    await tryToBind(server, place);
  } catch (cause) {
    throw notOpen(address, codeOf(cause), cause);
  }
}

function tryToBind(server: Server, place: Bound): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(listenOptions(place), () => {
      server.off("error", reject);
      resolve();
    });
    // In the same turn, before anybody could be let in whom the mode keeps out.
    if (place.path !== undefined && place.mode !== undefined && server.listening) chmodSync(place.path, place.mode);
  });
}

function listenOptions({ path, port, host = defaultHost }: Bound): ListenOptions {
  return path === undefined ? { port, host } : { path };
}

/** What keeps a path, if it is not a socket that nobody listens on any more. */
async function obstacleAt(path: string): Promise<string | undefined> {
  if (path.startsWith("\0")) return "a server that listens there";
  const file = lstatSync(path, { throwIfNoEntry: false });
  if (file === undefined) return undefined;
  if (!file.isSocket()) return "a file that is no socket";
  const code = await connecting(path);
  if (code === undefined) return "a server that listens there";
  return code === "ECONNREFUSED" ? undefined : code;
}

/** Why nobody can be reached at a path. */
function connecting(path: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    const socket = connect({ path });
    socket.once("connect", () => resolve(undefined)).once("error", (error) => resolve(codeOf(error)));
    socket.once("connect", () => socket.destroy());
  });
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return "code" in error ? String(error.code) : error.message;
}

function notOpen(address: string, got: string, cause: unknown): TransportError {
  return new TransportError("not_open", `expected to listen on ${address}, got ${got}`, { cause, mayHaveRun: false });
}
