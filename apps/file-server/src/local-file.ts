import { open } from "node:fs/promises";
import type { Readable } from "node:stream";

/** A file of this machine, to send; what is not read is not read after its disposal. */
export interface LocalFile extends Disposable {
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
  if (file === "-") return localFile(process.stdin, undefined);
  const handle = await open(file).catch((cause: unknown) => Promise.reject(unreadable(file, cause)));
  try {
    const stats = await handle.stat();
    if (stats.isDirectory()) throw new Error(`${file}: expected a file, got a folder`);
    return localFile(handle.createReadStream({ highWaterMark: chunkBytes }), stats.isFile() ? stats.size : undefined);
  } catch (error) {
    await handle.close();
    throw error;
  }
}

// Standard input that nobody ends would keep the process alive.
function localFile(stream: Readable, size: number | undefined): LocalFile {
  return { chunks: stream, size, [Symbol.dispose]: () => void stream.destroy() };
}

function unreadable(file: string, cause: unknown): Error {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new Error(`${file}: cannot be read: ${reason}`, { cause });
}
