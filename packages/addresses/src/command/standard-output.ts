import { fstatSync } from "node:fs";
import { Socket } from "node:net";
import { OutputError } from "./output-error.ts";

/** Where text or bytes go; the next when the last have been taken. */
export interface Output {
  /** Resolves with whether more is wanted: not when a reader has gone. Rejects with an `OutputError`. */
  write(chunk: string | Uint8Array): Promise<boolean>;
}

/**
 * Standard output. Where it is a pipe, not `process.stdout`: that blocks the whole process until a slow reader has taken
 * what is written, and the connection would die meanwhile.
 */
export function standardOutput(): Output {
  const stats = fstatSync(1);
  const stream =
    stats.isFIFO() || stats.isSocket() ? new Socket({ fd: 1, readable: false, writable: true }) : process.stdout;
  // Told to `write`, too.
  stream.on("error", () => undefined);
  return {
    async write(chunk) {
      const error = await new Promise<unknown>((resolve) => stream.write(chunk, resolve));
      if (error === undefined || error === null) return true;
      if (error instanceof Error && "code" in error && error.code === "EPIPE") return false;
      throw new OutputError(error);
    },
  };
}
