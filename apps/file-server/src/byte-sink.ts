import { createWriteStream } from "node:fs";
import { errno } from "./errno.ts";

/** Where bytes go; the next ones when the last have been taken. */
export interface ByteSink {
  /** Resolves with whether more is wanted: not when a reader has gone. */
  write(chunk: Uint8Array): Promise<boolean>;
}

/**
 * Standard output for bytes. Not `process.stdout`, whose writes to a pipe block the whole process, so that a connection
 * dies behind a slow reader.
 */
export function standardOutput(): ByteSink {
  const stream = createWriteStream("", { fd: 1, autoClose: false });
  let failure: unknown;
  stream.on("error", (error) => (failure ??= error));
  return {
    async write(chunk) {
      const error = await new Promise<unknown>((resolve) => stream.write(chunk, resolve));
      if ((error ?? failure) === undefined) return true;
      if (errno(error ?? failure) === "EPIPE") return false;
      throw error ?? failure;
    },
  };
}
