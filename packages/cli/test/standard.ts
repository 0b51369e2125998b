import { Readable } from "node:stream";
import { type Output, printable } from "@seapink/addresses/command";
import type { StandardStreams } from "../src/calling/standard-streams.ts";
import { outcomeOf } from "../src/outcome.ts";
import type { Ended } from "./command.ts";

export interface StandardOptions {
  /** What is read; by default nothing. */
  readonly stdin?: string | Uint8Array;
  /** Told what is printed, and waited for. */
  readonly onPrint?: (text: string) => unknown;
}

/** Streams of a command that runs here, and what it has printed. */
class Standard implements StandardStreams {
  readonly stdin: Readable;
  readonly stdout: Output;
  out = "";
  err = "";

  constructor({ stdin = "", onPrint }: StandardOptions) {
    this.stdin = Readable.from(stdin.length === 0 ? [] : [Buffer.from(stdin)]);
    this.stdout = {
      write: async (chunk) => {
        this.out += String(chunk);
        await onPrint?.(String(chunk));
        return true;
      },
    };
  }

  readonly say = (line: string): void => void (this.err += `${printable(line)}\n`);
}

/** What a process would end with that does the same. */
export async function endOf(
  command: (streams: StandardStreams) => Promise<number>,
  options: StandardOptions = {},
): Promise<Ended> {
  const streams = new Standard(options);
  try {
    return { code: await command(streams), stdout: streams.out, stderr: streams.err };
  } catch (error) {
    const { message, exitCode, isSafe = false } = outcomeOf(error);
    if (isSafe) streams.err += `${message}\n`;
    else streams.say(message);
    return { code: exitCode, stdout: streams.out, stderr: streams.err };
  }
}
