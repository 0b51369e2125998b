import { createHash } from "node:crypto";
import { constants } from "node:fs";
import { type FileHandle, lstat, open, rename, unlink } from "node:fs/promises";
import { errno } from "./errno.ts";
import { toFileInfo } from "./file-info.ts";
import { PathError, refused } from "./path-error.ts";
import { kindOf, nameIn, type Opened, type ServedFolder } from "./served-folder.ts";
import type { Checksum } from "./gen/filestore.ts";
import { temporaryName } from "./temporary-name.ts";

/** The system would not write: the disk is full, say. */
export class NotWrittenError extends Error {
  readonly path: string;
  readonly reason: string;

  constructor(path: string, cause: unknown) {
    super(`${path}: could not be written`, { cause });
    this.path = path;
    this.reason = reasons[errno(cause) ?? ""] ?? "the system would not write it";
  }
}

const reasons: Readonly<Record<string, string>> = {
  ENOSPC: "no space left",
  EDQUOT: "the quota is used up",
  EFBIG: "it is too large for the system",
  EROFS: "the server itself may not write there",
  EACCES: "the server itself may not write there",
  EPERM: "the server itself may not write there",
};

/**
 * Writes a file beside its place, and puts it there when it is complete and on disk: all of it, or nothing. What is there
 * before is replaced then, unless it is no file.
 * @throws PathError, NotWrittenError, and what the chunks throw
 */
export async function writeFile(
  root: ServedFolder,
  path: string,
  { chunks, signal }: { readonly chunks: AsyncIterable<Uint8Array>; readonly signal: AbortSignal },
): Promise<Checksum> {
  const { folder, name } = await root.openParent(path);
  try {
    const target = nameIn(folder, name);
    await system(path, () => checkReplaceable(path, target));
    return await throughTemporary(folder, path, { target, chunks, signal });
  } finally {
    await folder.handle.close();
  }
}

async function checkReplaceable(path: string, target: string): Promise<void> {
  try {
    const stats = await lstat(target);
    if (!stats.isFile()) throw refused(path, `expected a file or nothing, got ${kindOf(stats)}`);
  } catch (error) {
    if (errno(error) !== "ENOENT") throw error;
  }
}

interface Writing {
  readonly target: string;
  readonly chunks: AsyncIterable<Uint8Array>;
  readonly signal: AbortSignal;
}

async function throughTemporary(folder: Opened, path: string, { target, chunks, signal }: Writing): Promise<Checksum> {
  const temporary = nameIn(folder, temporaryName());
  const handle = await system(path, () => open(temporary, creating));
  try {
    const sha256 = await fill(handle, path, chunks);
    signal.throwIfAborted();
    return await system(path, async () => {
      await handle.sync();
      const info = toFileInfo(await handle.stat({ bigint: true }));
      await rename(temporary, target);
      await folder.handle.sync();
      return { info, sha256 };
    });
  } catch (error) {
    await unlink(temporary).catch(unlessGone);
    throw error;
  } finally {
    await handle.close();
  }
}

const creating = constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | constants.O_NOFOLLOW;

async function fill(handle: FileHandle, path: string, chunks: AsyncIterable<Uint8Array>): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of chunks) {
    hash.update(chunk);
    // Not `write`, which may write less.
    await system(path, () => handle.appendFile(chunk));
  }
  return hash.digest("hex");
}

async function system<T>(path: string, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    throw error instanceof PathError ? error : new NotWrittenError(path, error);
  }
}

/** It has been renamed: what came after that has failed. */
function unlessGone(error: unknown): void {
  if (errno(error) !== "ENOENT") throw error;
}
