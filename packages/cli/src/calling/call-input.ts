import type { Readable } from "node:stream";
import { UsageError } from "../usage-error.ts";
import { type JsonInput, jsonInput, openJson } from "./json-input.ts";

/** Where the arguments and the items of a call come from. */
export interface InputRequest {
  /** The arguments; `-` reads them from standard input, and none are given with `raw`. */
  readonly json?: string | undefined;
  /** A file of bytes in the place of the arguments. */
  readonly raw?: string | undefined;
  /** A file of items. Default: standard input. */
  readonly items?: string | undefined;
}

/** What a call is given from files and from standard input, which is opened once, if anything is to come from it. */
export class CallInput {
  readonly #request: InputRequest;
  readonly #stdin: Readable;
  #values: JsonInput | undefined;
  #items: JsonInput | undefined;

  /** @throws UsageError for arguments and bytes in their place */
  constructor(request: InputRequest, stdin: Readable) {
    this.#request = request;
    this.#stdin = stdin;
    if (request.json !== undefined && request.raw !== undefined)
      throw new UsageError("--raw: expected no JSON beside it, got some");
  }

  /**
   * The JSON of the arguments: of standard input the first value.
   * @throws UsageError where there is none: a variable of a shell, say, that is not set
   */
  async args(): Promise<string> {
    const { json = "{}" } = this.#request;
    if (json.trim() === "") throw new UsageError("args: expected JSON, got an empty text");
    if (json !== "-") return json;
    const { done, value } = await this.#standard().next();
    if (done) throw new UsageError("standard input: expected JSON, got nothing");
    return value;
  }

  /**
   * The items for the method that takes some.
   * @param takers the names of all such methods that are to be called
   * @throws UsageError for more than one, and for input that nobody takes
   */
  async items(takers: readonly string[]): Promise<AsyncIterable<string> | undefined> {
    if (takers.length > 1) throw new UsageError(`expected one method that takes items, got ${takers.join(" and ")}`);
    if (takers.length === 1) this.#items = await this.#openItems();
    else if (this.#request.items !== undefined)
      throw new UsageError("--items: expected a method that takes items, got none that does");
    if (this.#values !== undefined && this.#values !== this.#items) await expectNoMore(this.#values);
    return this.#items;
  }

  async #openItems(): Promise<JsonInput> {
    const { raw, items = "-" } = this.#request;
    if (items !== "-") return openJson(items);
    if (raw === "-") throw new UsageError("--items: expected a file, since --raw reads standard input");
    return this.#standard();
  }

  #standard(): JsonInput {
    return (this.#values ??= jsonInput("standard input", this.#stdin));
  }

  /** Reads no more. */
  async close(): Promise<void> {
    await this.#values?.return();
    await this.#items?.return();
  }
}

async function expectNoMore(input: JsonInput): Promise<void> {
  const { done } = await input.next();
  if (!done) throw new UsageError("standard input: expected one JSON value, got more");
}
