import { isUuid, wrongValue } from "@seapink/core";
import { i64NumberOf } from "../held-by-number.ts";
import type { I64Type, PlainType, ScalarKind, ScalarType } from "../type.ts";
import { fromBase64, toBase64 } from "./base64.ts";
import type { JsonCodec } from "./codec.ts";
import { floatText } from "./float-text.ts";
import type { JsonReader } from "./reader.ts";
import type { JsonWriter } from "./writer.ts";

export function scalarCodec(type: ScalarType): JsonCodec {
  return type.kind === "i64" ? i64Codecs[type.as] : codecs[type.kind];
}

function integerCodec(bits: number, kind: ScalarKind): JsonCodec {
  return {
    read: (r) => r.integer(bits, kind),
    write(w, value) {
      if (!isInteger(value, bits)) wrongValue(kind, value);
      w.text += `${value}`;
    },
  };
}

/** Whether a value is an integer of this many bits, of 32 at the most. */
export function isInteger(value: unknown, bits: number): value is number {
  return typeof value === "number" && (value << (32 - bits)) >> (32 - bits) === value;
}

function isI64(value: unknown): boolean {
  return typeof value === "bigint" ? BigInt.asIntN(64, value) === value : Number.isSafeInteger(value);
}

/** An i64 as digits, from a bigint or from a number that is safe. */
export function i64Text(value: unknown): string {
  return isI64(value) ? String(value) : wrongValue("i64", value);
}

const i64Codecs: Readonly<Record<I64Type["as"], JsonCodec>> = {
  bigint: { read: (r) => r.i64(), write: (w, value) => void (w.text += i64Text(value)) },
  number: { read: (r) => r.i64Number(), write: (w, value) => void (w.text += i64Text(i64NumberOf(value))) },
};

function readFloat(r: JsonReader): number {
  const start = r.position;
  const value = r.double("float");
  const float = Math.fround(value);
  if (Number.isFinite(float) || !Number.isFinite(value)) return float;
  r.position = start;
  r.mismatch("float");
}

function writeDouble(w: JsonWriter, value: unknown): void {
  if (typeof value !== "number") wrongValue("double", value);
  w.text += Number.isFinite(value) ? numberText(value) : `"${value}"`;
}

function writeFloat(w: JsonWriter, value: unknown): void {
  if (typeof value !== "number") wrongValue("float", value);
  const float = Math.fround(value);
  if (!Number.isFinite(float) && Number.isFinite(value)) wrongValue("float", value);
  w.text += Number.isInteger(float) ? numberText(float) : Number.isFinite(float) ? floatText(float) : `"${float}"`;
}

function numberText(value: number): string {
  return value === 0 && Object.is(value, -0) ? "-0" : `${value}`;
}

function readBinary(r: JsonReader): Uint8Array {
  r.next();
  const start = r.position;
  const bytes = fromBase64(r.string("binary as base64"));
  if (bytes !== undefined) return bytes;
  r.position = start;
  r.mismatch("binary as base64");
}

function readUuid(r: JsonReader): string {
  r.next();
  const start = r.position;
  const text = r.string("uuid");
  if (isUuid(text)) return text.toLowerCase();
  r.position = start;
  r.mismatch("uuid");
}

const codecs: Readonly<Record<PlainType["kind"], JsonCodec>> = {
  bool: {
    read: (r) => r.bool(),
    write(w, value) {
      if (typeof value !== "boolean") wrongValue("bool", value);
      w.text += value ? "true" : "false";
    },
  },
  i8: integerCodec(8, "i8"),
  i16: integerCodec(16, "i16"),
  i32: integerCodec(32, "i32"),
  double: { read: (r) => r.double("double"), write: writeDouble },
  float: { read: readFloat, write: writeFloat },
  string: { read: (r) => r.string("string"), write: (w, value) => w.string(value, "string") },
  binary: {
    read: readBinary,
    write(w, value) {
      if (!(value instanceof Uint8Array)) wrongValue("binary", value);
      w.text += `"${toBase64(value)}"`;
    },
  },
  uuid: {
    read: readUuid,
    write(w, value) {
      if (typeof value !== "string" || !isUuid(value)) wrongValue("uuid", value);
      w.text += `"${value.toLowerCase()}"`;
    },
  },
};
