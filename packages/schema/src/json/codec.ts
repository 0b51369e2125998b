import type { JsonReader } from "./reader.ts";
import type { JsonWriter } from "./writer.ts";

/** Reads and writes the values of one type. */
export interface JsonCodec {
  readonly read: (r: JsonReader) => unknown;
  readonly write: (w: JsonWriter, value: unknown) => void;
}

/** Finds the codecs of the types inside of one. While a type that contains itself is compiled, it is a stand-in. */
export type JsonCodecOf<T> = (type: T) => JsonCodec;
