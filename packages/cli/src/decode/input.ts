import { createReadStream } from "node:fs";
import { defaultLimits } from "@seapink/core";
import { UsageError } from "../usage-error.ts";
import { bytesOfHex } from "./hex.ts";

/** Hex takes twice as many characters as bytes, and some between them. */
const mostBytes = 4 * defaultLimits.maxMessageBytes;

/**
 * The bytes that are meant: hex as it stands, in one word or several, or those of a file, or of standard input, which may
 * be hex too.
 * @throws UsageError for what is neither
 */
export async function inputBytes(
  words: readonly string[],
  stdin: AsyncIterable<Uint8Array> = process.stdin,
): Promise<Uint8Array> {
  const argument = words.length === 0 ? "-" : words.join(" ");
  if (argument === "-") return contentBytes(await collect(stdin, "standard input"), "standard input");
  const typed = bytesOfHex(argument);
  if (typed !== undefined) return typed;
  return contentBytes(await collect(fileBytes(argument), argument), argument);
}

/** Text that is hex is read as such. */
function contentBytes(content: Uint8Array, place: string): Uint8Array {
  const bytes = content.every((byte) => byte < 0x80) ? bytesOfHex(Buffer.from(content).toString("latin1")) : undefined;
  const found = bytes ?? content;
  if (found.length === 0) throw new UsageError(`expected bytes, got none in ${place}`);
  return found;
}

async function* fileBytes(path: string): AsyncGenerator<Uint8Array> {
  try {
    yield* createReadStream(path) as AsyncIterable<Uint8Array>;
  } catch (cause) {
    const reason = cause instanceof Error && "code" in cause ? String(cause.code) : String(cause);
    const shown = path.length > 60 ? `${path.slice(0, 60)}…` : path;
    const expected = "expected hex digits in pairs, a file, or - for standard input";
    throw new UsageError(`${expected}, got ${JSON.stringify(shown)} (${reason})`, { cause });
  }
}

async function collect(chunks: AsyncIterable<Uint8Array>, place: string): Promise<Uint8Array> {
  const all: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.length;
    if (size > mostBytes) throw new UsageError(`expected at most ${mostBytes} bytes in ${place}, got more`);
    all.push(chunk);
  }
  return new Uint8Array(Buffer.concat(all));
}
