import { open } from "node:fs/promises";

/** A file of this machine, to send. */
export interface LocalFile {
  readonly chunks: AsyncIterable<Uint8Array>;
  /** `undefined` where nobody knows. */
  readonly size: number | undefined;
}

const chunkBytes = 65_536;

/**
 * Opens a file, `-` for standard input.
 * @throws Error if it cannot be read
 */
export async function openLocal(file: string): Promise<LocalFile> {
  if (file === "-") return { chunks: process.stdin, size: undefined };
  const handle = await open(file).catch((cause: unknown) => Promise.reject(unreadable(file, cause)));
  const stats = await handle.stat();
  if (stats.isDirectory()) throw new Error(`${file}: expected a file, got a folder`);
  const chunks = handle.createReadStream({ highWaterMark: chunkBytes });
  return { chunks, size: stats.isFile() ? stats.size : undefined };
}

function unreadable(file: string, cause: unknown): Error {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new Error(`${file}: cannot be read: ${reason}`, { cause });
}
