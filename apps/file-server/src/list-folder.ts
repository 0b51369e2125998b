import type { BigIntStats } from "node:fs";
import { lstat, opendir, realpath, stat } from "node:fs/promises";
import { errno } from "./errno.ts";
import { toFileInfo } from "./file-info.ts";
import { PathError } from "./path-error.ts";
import { nameIn, type Opened, type ServedFolder } from "./served-folder.ts";
import type { Entry } from "./gen/filestore.ts";
import { isTemporaryName } from "./temporary-name.ts";

/** As many entries are looked at together. */
const atOnce = 64;

/**
 * The files and folders in a folder, in the system's order, as they are asked for. A link is shown as what it leads to,
 * if that is served. A name that is not UTF-8 is shown with signs of replacement, and cannot be opened.
 */
export async function* listFolder(root: ServedFolder, folder: Opened): AsyncGenerator<Entry> {
  // The types do not know of names in bytes.
  const names = (await opendir(nameIn(folder, "."), {
    encoding: "buffer" as BufferEncoding,
    bufferSize: 4 * atOnce,
  })) as AsyncIterable<{
    readonly name: unknown;
  }>;
  let batch: Buffer[] = [];
  for await (const { name } of names) {
    if (batch.push(name as Buffer) < atOnce) continue;
    yield* await entriesOf(root, folder, batch);
    batch = [];
  }
  yield* await entriesOf(root, folder, batch);
}

async function entriesOf(root: ServedFolder, folder: Opened, names: readonly Buffer[]): Promise<readonly Entry[]> {
  const entries = await Promise.all(names.map((name) => entryOf(root, folder, name)));
  return entries.filter((entry) => entry !== undefined);
}

async function entryOf(root: ServedFolder, folder: Opened, bytes: Buffer): Promise<Entry | undefined> {
  const name = bytes.toString();
  if (isTemporaryName(name)) return undefined;
  const stats = await statsOf(root, Buffer.concat([Buffer.from(nameIn(folder, "")), bytes]));
  if (stats === undefined || !(stats.isFile() || stats.isDirectory())) return undefined;
  const isDirectory = stats.isDirectory();
  const { size, modifiedTime } = toFileInfo(stats);
  return { name, size: isDirectory ? 0n : size, modifiedTime, isDirectory };
}

/** Of what is there, behind a link too; `undefined` where it may not be seen, or is gone again. */
async function statsOf(root: ServedFolder, path: Buffer): Promise<BigIntStats | undefined> {
  try {
    const stats = await lstat(path, { bigint: true });
    if (!stats.isSymbolicLink()) return stats;
    return await stat(root.inside("", await realpath(path)), { bigint: true });
  } catch (error) {
    if (error instanceof PathError || errno(error) !== undefined) return undefined;
    throw error;
  }
}
