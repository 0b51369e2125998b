import { ByteWriter, defaultLimits, type ProtocolReader, type ProtocolWriter, WireType } from "@seapink/core";
import { json, type JsonOptions } from "@seapink/protocol-json";
import { type Shape, shapeCodec, type StructShape } from "@seapink/testing";

export function utf8(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}

/** A struct whose field 1 is `f`. */
export function one(type: Shape): StructShape {
  return { struct: [{ id: 1, name: "f", type }] };
}

/** The text of a struct whose field 1 has this value. */
export function write(type: Shape, value: unknown, options?: JsonOptions): string {
  return new TextDecoder().decode(shapeCodec(json(options), one(type)).encode({ f: value }));
}

/** The value of field 1 in this text; `undefined` where it has none. */
export function read(type: Shape, text: string | Uint8Array, options?: JsonOptions): unknown {
  const bytes = typeof text === "string" ? utf8(text) : text;
  const struct = shapeCodec(json(options), one(type)).decode(bytes) as { readonly f?: unknown };
  return struct.f;
}

export function reader(text: string, options?: JsonOptions): ProtocolReader {
  return json(options).reader(utf8(text), defaultLimits);
}

/** Steps over a struct; returns where that ended. */
export function skip(text: string, options?: JsonOptions): number {
  const skipping = reader(text, options);
  skipping.skip(WireType.struct);
  return skipping.offset;
}

/** What this writes. */
export function written(write: (w: ProtocolWriter) => void, options?: JsonOptions): string {
  const out = new ByteWriter();
  write(json(options).writer(out, defaultLimits));
  return new TextDecoder().decode(out.take());
}
