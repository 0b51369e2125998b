import { randomUUID } from "node:crypto";
import { type BigIntStats, lstatSync, renameSync, rmSync } from "node:fs";
import { connect } from "node:net";
import { codeOf } from "./code-of.ts";
import { isSameFile } from "./socket-file.ts";

/** Removes the socket that a server which was killed has left at a path. Returns what is there instead, if anything is. */
export async function removeStale(path: string): Promise<string | undefined> {
  if (path.startsWith("\0")) return listener;
  const file = lstatSync(path, { throwIfNoEntry: false, bigint: true });
  if (file === undefined) return undefined;
  if (!file.isSocket()) return "a file that is no socket";
  const code = await connecting(path);
  if (code === "ECONNREFUSED") return remove(path, file) ? undefined : listener;
  return code ?? listener;
}

const listener = "a server that listens there";

/** Why nobody can be reached at a path. */
function connecting(path: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    const socket = connect({ path });
    socket.once("connect", () => resolve(undefined)).once("error", (error) => resolve(codeOf(error)));
    socket.once("connect", () => socket.destroy());
  });
}

/**
 * Whether it was this file. A server that began at the same moment may have replaced it since it was tried: that one's
 * is moved aside, known by its number and time, and put back.
 */
function remove(path: string, file: BigIntStats): boolean {
  const aside = `${path}.${randomUUID()}`;
  renameSync(path, aside);
  const isSame = isSameFile(lstatSync(aside, { bigint: true }), file);
  if (isSame) rmSync(aside);
  else renameSync(aside, path);
  return isSame;
}
