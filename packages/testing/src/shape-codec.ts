import {
  ByteWriter,
  defaultLimits,
  fieldId,
  fieldType,
  type Limits,
  type Protocol,
  type ProtocolReader,
  type ProtocolWriter,
} from "@seapink/core";
import { type FieldShape, type ScalarShape, type Shape, type StructShape, wireTypeOf } from "./shape.ts";

/**
 * Values of a struct are objects by field name, of a list or set arrays, of a map arrays of pairs, so that nothing that
 * was on the wire is lost; scalars are what the protocol's reader gives.
 */
export interface ShapeCodec {
  readonly encode: (value: unknown) => Uint8Array<ArrayBuffer>;
  readonly decode: (bytes: Uint8Array) => unknown;
}

/** Encodes and decodes one struct without a schema: slowly, and with nothing in between. */
export function shapeCodec(protocol: Protocol, shape: StructShape, limits: Limits = defaultLimits): ShapeCodec {
  return {
    encode(value) {
      const out = new ByteWriter(256);
      writeShape(protocol.writer(out, limits), shape, value);
      return out.take();
    },
    decode: (bytes) => readShape(protocol.reader(bytes, limits), shape),
  };
}

export function writeShape(w: ProtocolWriter, shape: Shape, value: unknown): void {
  if (typeof shape === "string") writeScalar(w, shape, value);
  else if ("list" in shape) writeItems(w, "list", shape.list, value as readonly unknown[]);
  else if ("set" in shape) writeItems(w, "set", shape.set, value as readonly unknown[]);
  else if ("map" in shape) writeMap(w, shape.map, value as readonly (readonly [unknown, unknown])[]);
  else writeStruct(w, shape, value as Readonly<Record<string, unknown>>);
}

// The writer is to check the value; the cast picks one of its methods.
function writeScalar(w: ProtocolWriter, kind: ScalarShape, value: unknown): void {
  (w[kind] as (value: unknown) => void)(value);
}

function writeItems(w: ProtocolWriter, kind: "list" | "set", of: Shape, items: readonly unknown[]): void {
  w[`${kind}Begin`](wireTypeOf(of), items.length);
  for (const item of items) writeShape(w, of, item);
  w[`${kind}End`]();
}

function writeMap(
  w: ProtocolWriter,
  [key, value]: readonly [Shape, Shape],
  entries: readonly (readonly [unknown, unknown])[],
): void {
  w.mapBegin(wireTypeOf(key), wireTypeOf(value), entries.length);
  for (const [k, v] of entries) {
    writeShape(w, key, k);
    writeShape(w, value, v);
  }
  w.mapEnd();
}

function writeStruct(w: ProtocolWriter, shape: StructShape, value: Readonly<Record<string, unknown>>): void {
  w.structBegin();
  for (const field of shape.struct) if (field.name in value) writeField(w, field, value[field.name]);
  w.structEnd();
}

function writeField(w: ProtocolWriter, field: FieldShape, value: unknown): void {
  if (field.type === "bool") return w.boolField(field.id, value as boolean);
  w.fieldBegin(wireTypeOf(field.type), field.id);
  writeShape(w, field.type, value);
  w.fieldEnd();
}

export function readShape(r: ProtocolReader, shape: Shape): unknown {
  if (typeof shape === "string") return r[shape]();
  if ("list" in shape) return readItems(r, "list", shape.list);
  if ("set" in shape) return readItems(r, "set", shape.set);
  return "map" in shape ? readMap(r, shape.map) : readStruct(r, shape);
}

// Allocates what is claimed, as compiled codecs do, so that a claim which should have been refused is felt.
function readItems(r: ProtocolReader, kind: "list" | "set", of: Shape): unknown[] {
  const size = r[`${kind}Begin`](wireTypeOf(of));
  const items: unknown[] = Array.from({ length: size });
  for (let i = 0; i < size; i++) items[i] = readShape(r, of);
  r[`${kind}End`]();
  return items;
}

function readMap(r: ProtocolReader, [key, value]: readonly [Shape, Shape]): unknown[] {
  const size = r.mapBegin(wireTypeOf(key), wireTypeOf(value));
  const entries: unknown[] = [];
  for (let i = 0; i < size; i++) entries.push([readShape(r, key), readShape(r, value)]);
  r.mapEnd();
  return entries;
}

/** Fields that the shape does not have, or has with another type, are skipped, as generated code does. */
function readStruct(r: ProtocolReader, shape: StructShape): Record<string, unknown> {
  const value: Record<string, unknown> = {};
  r.structBegin();
  for (let header = r.fieldBegin(); header !== 0; header = r.fieldBegin()) {
    const field = shape.struct.find((f) => f.id === fieldId(header) && wireTypeOf(f.type) === fieldType(header));
    if (field === undefined) r.skip(fieldType(header));
    else value[field.name] = readShape(r, field.type);
    r.fieldEnd();
  }
  r.structEnd();
  return value;
}
