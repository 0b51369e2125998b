import { fstatSync } from "node:fs";
import { Socket } from "node:net";
import { OutputError } from "@seapink/addresses/command";
import { errno } from "./errno.ts";

/** Where bytes go; the next ones when the last have been taken. */
export interface ByteSink {
  /** Resolves with whether more is wanted: not when a reader has gone. Rejects with an `OutputError`. */
  write(chunk: Uint8Array): Promise<boolean>;
}

/**
 * Standard output for bytes. Where it is a pipe, not `process.stdout`: that blocks the whole process until a slow reader
 * has taken what is written, and the connection would die meanwhile.
 */
export function standardOutput(): ByteSink {
  const stats = fstatSync(1);
  const stream =
    stats.isFIFO() || stats.isSocket() ? new Socket({ fd: 1, readable: false, writable: true }) : process.stdout;
  // Told to `write`, too.
  stream.on("error", () => undefined);
  return {
    async write(chunk) {
      const error = await new Promise<unknown>((resolve) => stream.write(chunk, resolve));
      if (error === undefined || error === null) return true;
      if (errno(error) === "EPIPE") return false;
      throw new OutputError(error);
    },
  };
}
