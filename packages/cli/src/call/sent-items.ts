import { type Method, successOf } from "@seapink/schema";
import { readJson } from "../calling/read-json.ts";
import { mapped } from "../mapped.ts";

/** What a caller sends, from JSON. */
export interface SentItems {
  readonly values: AsyncIterable<unknown>;
  /** What has ended them early: the source, or an item that does not fit. */
  readonly failure: { readonly error: unknown } | undefined;
}

/** @throws TypeError for a method that takes no items */
export function sentItems({ name, sinkItem }: Method, texts: AsyncIterable<string>): SentItems {
  const type = sinkItem && successOf(sinkItem)?.type;
  if (type === undefined) throw new TypeError(`${name}: expected no items, got some`);
  let index = 0;
  let failure: { readonly error: unknown } | undefined;
  const told = (error: unknown): unknown => (failure = { error }).error;
  const read = mapped(texts, { change: (text) => readJson(type, text, `items[${index++}]`) });
  return {
    values: mapped(read, { change: (value) => value, told }),
    get failure() {
      return failure;
    },
  };
}
