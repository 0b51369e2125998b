import { fstatSync } from "node:fs";
import { Socket } from "node:net";
import { OutputError } from "@seapink/addresses/command";

/** Where lines go; the next one when the last has been taken. */
export interface LineOutput {
  /** Resolves with whether more is wanted: not when a reader has gone. Rejects with an `OutputError`. */
  write(line: string): Promise<boolean>;
}

/**
 * Standard output. Where it is a pipe, not `process.stdout`: that blocks the whole process until a slow reader has taken
 * what is written, and the connection would die meanwhile.
 */
export function standardOutput(): LineOutput {
  const stats = fstatSync(1);
  const stream =
    stats.isFIFO() || stats.isSocket() ? new Socket({ fd: 1, readable: false, writable: true }) : process.stdout;
  // Told to `write`, too.
  stream.on("error", () => undefined);
  return {
    async write(line) {
      const error = await new Promise<unknown>((resolve) => stream.write(`${line}\n`, resolve));
      if (error === undefined || error === null) return true;
      if (error instanceof Error && "code" in error && error.code === "EPIPE") return false;
      throw new OutputError(error);
    },
  };
}
