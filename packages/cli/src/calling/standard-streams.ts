import type { Readable } from "node:stream";
import { type Output, printable, standardOutput } from "@seapink/addresses/command";

/** What a command reads, and where it writes. */
export interface StandardStreams {
  readonly stdin: Readable;
  readonly stdout: Output;
  /** Takes lines for people. */
  readonly say: (line: string) => void;
}

/** Those of the process. */
export function standardStreams(): StandardStreams {
  return { stdin: process.stdin, stdout: standardOutput(), say: (line) => console.error(printable(line)) };
}
