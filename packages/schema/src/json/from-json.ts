import { describeValue, defaultLimits } from "@seapink/core";
import type { Type } from "../type.ts";
import { jsonCodecOf } from "./compile.ts";
import type { FromJsonOptions, ValueOf } from "./json-options.ts";
import { locate } from "./locate.ts";
import { JsonReader } from "./reader.ts";

/**
 * The value of any type that JSON text stands for. Strings of it may keep all of the text alive.
 * @throws ProtocolError with the path of what does not fit, or the line and column of what is no JSON; its `offset`
 * counts UTF-16 units.
 */
export function fromJson<T extends Type>(type: T, text: string, options: FromJsonOptions = {}): ValueOf<T> {
  const reader = readerOf(text, options);
  try {
    const value = jsonCodecOf(type).read(reader);
    if (reader.next() !== -1) reader.malformed("the end of the text");
    // A codec makes what its descriptor describes.
    return value as ValueOf<T>;
  } catch (error) {
    throw locate(error, options.path ?? "", reader);
  }
}

/**
 * Reads the values of one type that stand behind each other, on a line each or not. The path of each has its index.
 * @throws ProtocolError as `fromJson` does, after the values before.
 */
export function* fromJsonValues<T extends Type>(
  type: T,
  text: string,
  options: FromJsonOptions = {},
): Generator<ValueOf<T>, void, undefined> {
  const reader = readerOf(text, options);
  for (let index = 0; reader.next() !== -1; index++) {
    reader.begin();
    let value: unknown;
    try {
      value = jsonCodecOf(type).read(reader);
    } catch (error) {
      throw locate(error, `${options.path ?? ""}[${index}]`, reader);
    }
    // A codec makes what its descriptor describes.
    yield value as ValueOf<T>;
  }
}

function readerOf(text: string, { unknownFields = "refuse", limits = defaultLimits }: FromJsonOptions): JsonReader {
  if (typeof text !== "string") throw new TypeError(`expected JSON as text, got ${describeValue(text)}`);
  return new JsonReader(text, limits, unknownFields);
}
