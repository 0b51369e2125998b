import { open } from "node:fs/promises";
import type { Readable } from "node:stream";
import { TextDecoder } from "node:util";
import { isProtocolError, type Limits } from "@seapink/core";
import { jsonTexts } from "@seapink/schema/json";
import { UsageError } from "../usage-error.ts";

/** JSON values from a file, or from standard input, as they come. What is not read is not read after its end. */
export interface JsonInput extends AsyncIterableIterator<string> {
  return(): Promise<IteratorResult<string>>;
}

/** @throws UsageError if it cannot be read */
export async function openJson(file: string): Promise<JsonInput> {
  try {
    const handle = await open(file);
    return jsonInput(file, handle.createReadStream());
  } catch (cause) {
    throw unreadable(file, cause);
  }
}

/** @param name what is told of its mistakes, as `UsageError`s */
export function jsonInput(name: string, stream: Readable, limits?: Limits): JsonInput {
  return new StreamInput(stream, textsOf(name, stream, limits));
}

const over = { done: true, value: undefined } as const;

class StreamInput implements JsonInput {
  readonly #stream: Readable;
  readonly #texts: AsyncGenerator<string>;
  #isOver = false;

  constructor(stream: Readable, texts: AsyncGenerator<string>) {
    this.#stream = stream;
    this.#texts = texts;
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

async function* textsOf(name: string, stream: Readable, limits: Limits | undefined): AsyncGenerator<string> {
  try {
    yield* jsonTexts(decoded(name, chunksOf(name, stream)), { limits });
  } catch (cause) {
    throw isProtocolError(cause) ? new UsageError(`${name}: ${cause.message}`, { cause }) : cause;
  }
}

async function* decoded(name: string, chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const decode = (chunk?: Uint8Array): string => {
    try {
      return decoder.decode(chunk, { stream: chunk !== undefined });
    } catch (cause) {
      throw new UsageError(`${name}: expected text in UTF-8, got other bytes`, { cause });
    }
  };
  for await (const chunk of chunks) yield decode(chunk);
  yield decode();
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
