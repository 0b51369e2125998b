import { type MessageHead, MessageType } from "@seapink/core";
import { bytes } from "./hex.ts";
import type { ScalarShape, Shape, StructShape } from "./shape.ts";

/** One struct, or one message, in several encodings: an entry of the JSON files in `tooling/vectors`. */
export interface VectorEntry {
  readonly name: string;
  /** The struct in Thrift IDL, for people and for tests of parsers. */
  readonly idl: string;
  readonly type: StructShape;
  /**
   * By field name. An i64 is a string of digits, a NaN or an infinity its name, binary hexadecimal, a map an array of
   * pairs.
   */
  readonly value: Readonly<Record<string, unknown>>;
  /** Set where the struct is inside a message. */
  readonly message?: { readonly name: string; readonly type: keyof typeof MessageType; readonly seqid: number };
  /** By name of the encoding: `binary`, `binary-old`, `compact`, `compact-fbthrift`, `json`. */
  readonly encodings: Readonly<Record<string, EncodedVector>>;
}

/** Bytes as hexadecimal, or as text where they are that. */
export type EncodedVector = { readonly hex: string } | { readonly text: string };

/** One entry in one encoding, with its value as protocols have it. */
export interface Vector {
  readonly name: string;
  readonly type: StructShape;
  readonly value: Readonly<Record<string, unknown>>;
  readonly head: MessageHead | undefined;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** The entries of a vector file that have this encoding. */
export function vectorsIn(file: unknown, encoding: string): Vector[] {
  // The files are ours, and an entry that is not as it should be fails the test that uses it.
  const entries = file as readonly VectorEntry[];
  return entries.flatMap((entry) => {
    const encoded = entry.encodings[encoding];
    return encoded === undefined ? [] : [toVector(entry, encoded)];
  });
}

function toVector({ name, type, value, message }: VectorEntry, encoded: EncodedVector): Vector {
  return {
    name,
    type,
    value: vectorValue(type, value) as Readonly<Record<string, unknown>>,
    head: message && { ...message, type: MessageType[message.type] },
    bytes: "hex" in encoded ? bytes(encoded.hex) : new TextEncoder().encode(encoded.text),
  };
}

/** A value in the notation of the files as protocols have it. */
function vectorValue(shape: Shape, value: unknown): unknown {
  if (typeof shape === "string") return scalarValue(shape, value);
  if ("list" in shape) return (value as readonly unknown[]).map((item) => vectorValue(shape.list, item));
  if ("set" in shape) return (value as readonly unknown[]).map((item) => vectorValue(shape.set, item));
  if ("map" in shape) return (value as readonly (readonly unknown[])[]).map((entry) => entryValue(shape.map, entry));
  return structValue(shape, value as Readonly<Record<string, unknown>>);
}

function entryValue(map: readonly [Shape, Shape], [key, value]: readonly unknown[]): readonly [unknown, unknown] {
  return [vectorValue(map[0], key), vectorValue(map[1], value)];
}

function structValue({ struct }: StructShape, value: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const present = struct.filter((field) => field.name in value);
  return Object.fromEntries(present.map((field) => [field.name, vectorValue(field.type, value[field.name])]));
}

function scalarValue(kind: ScalarShape, value: unknown): unknown {
  if (kind === "i64") return BigInt(value as string);
  if (kind === "binary") return bytes(value as string);
  return kind === "double" || kind === "float" ? Number(value) : value;
}
