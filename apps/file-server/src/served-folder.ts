import { type BigIntStats, constants, type Stats } from "node:fs";
import { type FileHandle, lstat, open, realpath } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { ApplicationError } from "@seapink/core";
import { errno } from "./errno.ts";
import { missing, PathError, refused } from "./path-error.ts";
import { pathParts } from "./path-parts.ts";
import { placeOf } from "./place-of.ts";
import { isTemporaryName } from "./temporary-name.ts";

/** Something that is open, with the path that a client asked for, and where it really is. */
export interface Opened {
  readonly handle: FileHandle;
  readonly stats: BigIntStats;
  readonly path: string;
  readonly real: string;
}

type Kind = "file" | "folder";

// Neither a link put there in the meantime is followed, nor does a pipe make us wait.
const reading = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;
const flags: Readonly<Record<Kind, number>> = { file: reading, folder: reading | constants.O_DIRECTORY };

/** The folder that is served: what it opens is in it, whatever links say, and whoever moves things meanwhile. */
export class ServedFolder {
  /** Without links. */
  readonly real: string;

  private constructor(real: string) {
    this.real = real;
  }

  /** @throws if there is no such folder */
  static async at(path: string): Promise<ServedFolder> {
    const real = await realpath(path);
    const handle = await open(real, constants.O_RDONLY | constants.O_DIRECTORY);
    try {
      // Where the system cannot say this, nothing could be served.
      await placeOf(handle, real, await handle.stat({ bigint: true }));
    } finally {
      await handle.close();
    }
    return new ServedFolder(real);
  }

  async openFile(path: string): Promise<Opened> {
    return this.#open(path, pathParts(path), "file");
  }

  async openFolder(path: string): Promise<Opened> {
    return this.#open(path, pathParts(path), "folder");
  }

  /** The folder that a file is in, or will be, and the file's name in it. */
  async openParent(path: string): Promise<{ readonly folder: Opened; readonly name: string }> {
    const parts = pathParts(path);
    const name = parts.at(-1);
    if (name === undefined || path.endsWith("/")) throw refused(path, "expected the path of a file, got a folder's");
    const above = parts.slice(0, -1);
    return { folder: await this.#open(above.join("/") || ".", above, "folder"), name };
  }

  async #open(path: string, parts: readonly string[], kind: Kind): Promise<Opened> {
    try {
      return await this.#checked(path, join(this.real, ...parts), kind);
    } catch (error) {
      throw explained(path, kind, error);
    }
  }

  /** Looks before it opens, so that nothing special is opened, and again at what it has opened. */
  async #checked(path: string, wanted: string, kind: Kind): Promise<Opened> {
    const expected = this.inside(path, await realpath(wanted));
    checkKind(path, kind, await lstat(expected, { bigint: true }));
    const handle = await open(expected, flags[kind]);
    try {
      const stats = await handle.stat({ bigint: true });
      checkKind(path, kind, stats);
      const place = await placeOf(handle, expected, stats);
      if (place === undefined) throw refused(path, `expected a ${kind} that stays where it is`);
      return { handle, stats, path, real: this.inside(path, place) };
    } catch (error) {
      await handle.close();
      throw error;
    }
  }

  /**
   * A real path, if it is in the folder.
   * @throws PathError
   */
  inside(path: string, real: string): string {
    const way = relative(this.real, real).split(sep);
    if (way[0] === "..") throw refused(path, "expected a path in the served folder, got one that leads out of it");
    if (way.some(isTemporaryName)) throw missing(path);
    return real;
  }
}

function checkKind(path: string, kind: Kind, stats: BigIntStats): void {
  if (kind === "file" ? stats.isFile() : stats.isDirectory()) return;
  throw refused(path, `expected a ${kind}, got ${kindOf(stats)}`);
}

/** What is there, in words. */
export function kindOf(stats: Stats | BigIntStats): string {
  if (stats.isFile()) return "a file";
  if (stats.isDirectory()) return "a folder";
  if (stats.isSymbolicLink()) return "a link";
  if (stats.isFIFO()) return "a pipe";
  return stats.isSocket() ? "a socket" : "a device";
}

/** An error of the system as one that a client may know. */
function explained(path: string, kind: Kind, error: unknown): unknown {
  if (error instanceof PathError) return error;
  switch (errno(error)) {
    case "ENOENT":
    case "ENOTDIR":
    case "ENAMETOOLONG":
      return missing(path);
    case "ELOOP":
      return refused(path, `expected a ${kind}, got a link`);
    case "ENXIO":
      return refused(path, `expected a ${kind}, got something else`);
    case "EACCES":
    case "EPERM":
      return refused(path, "the server itself may not read it");
    case "EMFILE":
    case "ENFILE":
      return new ApplicationError("overloaded", "the server cannot open more files", { cause: error });
    default:
      return error;
  }
}

/** The path of a name in an open folder: in the folder itself where the system can say so, wherever it was moved to. */
export function nameIn({ handle, real }: Opened, name: string): string {
  return process.platform === "linux" ? `/proc/self/fd/${handle.fd}/${name}` : join(real, name);
}
