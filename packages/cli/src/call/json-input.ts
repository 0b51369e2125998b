import { open } from "node:fs/promises";
import type { Readable } from "node:stream";
import { TextDecoder } from "node:util";
import { UsageError } from "../usage-error.ts";
import { JsonSplitter } from "./json-splitter.ts";

/** JSON values from a file, or from standard input, as they come. What is not read is not read after its end. */
export interface JsonInput extends AsyncIterableIterator<string> {
  return(): Promise<IteratorResult<string>>;
}

/**
 * @param file `-` for standard input
 * @throws UsageError if it cannot be read
 */
export async function openJson(file: string): Promise<JsonInput> {
  if (file === "-") return new StreamInput("standard input", process.stdin);
  try {
    const handle = await open(file);
    return new StreamInput(file, handle.createReadStream());
  } catch (cause) {
    throw unreadable(file, cause);
  }
}

const over = { done: true, value: undefined } as const;

class StreamInput implements JsonInput {
  readonly #stream: Readable;
  readonly #texts: AsyncGenerator<string>;
  #isOver = false;

  constructor(name: string, stream: Readable) {
    this.#stream = stream;
    this.#texts = textsOf(name, stream);
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  async next(): Promise<IteratorResult<string>> {
    if (this.#isOver) return over;
    try {
      return await this.#texts.next();
    } catch (error) {
      // Returned while it waited for more.
      if (this.#isOver) return over;
      throw error;
    }
  }

  // Not the generator's: that waits for more, and standard input that nobody ends would keep the process alive.
  return(): Promise<IteratorResult<string>> {
    this.#isOver = true;
    this.#stream.destroy();
    return Promise.resolve(over);
  }
}

async function* textsOf(name: string, stream: Readable): AsyncGenerator<string> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const splitter = new JsonSplitter();
  for await (const chunk of chunksOf(name, stream)) yield* splitter.push(decoded(name, decoder, chunk));
  yield* splitter.push(decoded(name, decoder));
  yield* splitter.end();
}

async function* chunksOf(name: string, stream: Readable): AsyncGenerator<Uint8Array> {
  try {
    yield* stream as AsyncIterable<Uint8Array>;
  } catch (cause) {
    throw unreadable(name, cause);
  }
}

function unreadable(name: string, cause: unknown): UsageError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new UsageError(`${name}: cannot be read: ${reason}`, { cause });
}

function decoded(name: string, decoder: TextDecoder, chunk?: Uint8Array): string {
  try {
    return decoder.decode(chunk, { stream: chunk !== undefined });
  } catch (cause) {
    throw new UsageError(`${name}: expected text in UTF-8, got other bytes`, { cause });
  }
}
