import type { ProtocolReader, ProtocolWriter } from "@seapink/core";
import { defaultFactory } from "./default-value.ts";
import { fieldHeader } from "./field-header.ts";
import type { CodecOf, FieldsetCodec } from "./fieldset-codec.ts";
import { getField, setField } from "./property.ts";
import type { Field, Fieldset, ListType, MapType, SetType, Type, UnionType } from "./type.ts";
import { wireTypeOf } from "./wire-type-of.ts";
import { missingField, wrongValue } from "./wrong-value.ts";

interface ValueCodec {
  readonly write: (w: ProtocolWriter, value: unknown) => void;
  readonly read: (r: ProtocolReader) => unknown;
}

interface FieldCodec extends ValueCodec {
  readonly field: Field;
  readonly makeDefault: (() => unknown) | undefined;
}

/** Compiles to a tree of closures, where text may not become code. Same reader, same writer, same results. */
export function closureCodec(type: Fieldset, codecOf: CodecOf): FieldsetCodec {
  const fields = type.fields.map((field) => fieldCodec(field, codecOf));
  return type.kind === "union" ? unionCodec(type, fields) : structCodec(type, fields);
}

function fieldCodec(field: Field, codecOf: CodecOf): FieldCodec {
  const value = valueCodec(field.type, codecOf);
  const wireType = wireTypeOf(field.type);
  const writeField = (w: ProtocolWriter, item: unknown): void => {
    w.fieldBegin(wireType, field.id);
    value.write(w, item);
    w.fieldEnd();
  };
  return {
    field,
    makeDefault: field.default === undefined ? undefined : defaultFactory(field),
    write: field.type.kind === "bool" ? (w, item) => w.boolField(field.id, item as boolean) : writeField,
    read: value.read,
  };
}

function structCodec(type: Fieldset, fields: readonly FieldCodec[]): FieldsetCodec {
  const byHeader = new Map(fields.map((codec, index) => [fieldHeader(codec.field), index]));
  return {
    write(w, value) {
      if (typeof value !== "object" || value === null) wrongValue(type.kind, value);
      w.structBegin();
      for (const codec of fields) writeField(w, type, codec, getField(value, codec.field.name));
      w.structEnd();
    },
    read(r) {
      const values: unknown[] = Array.from({ length: fields.length });
      r.structBegin();
      for (let header = r.fieldBegin(); header !== 0; header = r.fieldBegin()) {
        const index = byHeader.get(header);
        if (index === undefined) r.skip(header >>> 16);
        else values[index] = (fields[index] as FieldCodec).read(r);
        r.fieldEnd();
      }
      r.structEnd();
      return build(type, fields, values);
    },
  };
}

function writeField(w: ProtocolWriter, type: Fieldset, codec: FieldCodec, given: unknown): void {
  const { requiredness, name, default: fallback } = codec.field;
  const value = given === undefined && requiredness === "default" ? fallback : given;
  if (value !== undefined) codec.write(w, value);
  else if (requiredness === "required") missingField(type, name);
}

function build(type: Fieldset, fields: readonly FieldCodec[], values: readonly unknown[]): unknown {
  const object = {};
  fields.forEach(({ field, makeDefault }, index) => {
    const value = values[index] ?? makeDefault?.();
    if (value !== undefined) setField(object, field.name, value);
    else if (field.requiredness === "required") missingField(type, field.name);
  });
  return type.kind === "exception" ? new type.construct(object) : object;
}

function unionCodec(type: UnionType, fields: readonly FieldCodec[]): FieldsetCodec {
  const byName = new Map<unknown, FieldCodec>(fields.map((codec) => [codec.field.name, codec]));
  const byHeader = new Map(fields.map((codec) => [fieldHeader(codec.field), codec]));
  return {
    write(w, value) {
      if (typeof value !== "object" || value === null) wrongValue(type.kind, value);
      const name = getField(value, "field");
      w.structBegin();
      const codec = byName.get(name) ?? wrongValue('the name of a field in "field"', name);
      codec.write(w, getField(value, "value"));
      w.structEnd();
    },
    read(r) {
      let count = 0;
      let result: unknown = { field: undefined, value: undefined };
      r.structBegin();
      for (let header = r.fieldBegin(); header !== 0; header = r.fieldBegin()) {
        const codec = byHeader.get(header);
        if (codec) count++;
        if (codec) result = { field: codec.field.name, value: codec.read(r) };
        else r.skip(header >>> 16);
        r.fieldEnd();
      }
      r.structEnd();
      if (count > 1) wrongValue("one field in a union", count);
      return result;
    },
  };
}

function valueCodec(type: Type, codecOf: CodecOf): ValueCodec {
  switch (type.kind) {
    case "list":
      return listCodec(type, valueCodec(type.of, codecOf));
    case "set":
      return setCodec(type, valueCodec(type.of, codecOf));
    case "map":
      return mapCodec(type, valueCodec(type.key, codecOf), valueCodec(type.value, codecOf));
    case "struct":
    case "union":
    case "exception":
      return codecOf(type);
    case "enum":
      return scalarCodecs.i32;
    case "i64":
      return type.as === "number" ? { ...scalarCodecs.i64, read: (r) => r.i64Number() } : scalarCodecs.i64;
    default:
      return scalarCodecs[type.kind];
  }
}

function listCodec(type: ListType, element: ValueCodec): ValueCodec {
  const wireType = wireTypeOf(type.of);
  return {
    write(w, value) {
      if (!Array.isArray(value)) wrongValue("list", value);
      w.listBegin(wireType, value.length);
      for (const item of value) element.write(w, item);
      w.listEnd();
    },
    read(r) {
      const size = r.listBegin(wireType);
      const list: unknown[] = [];
      for (let i = 0; i < size; i++) list.push(element.read(r));
      r.listEnd();
      return list;
    },
  };
}

function setCodec(type: SetType, element: ValueCodec): ValueCodec {
  const wireType = wireTypeOf(type.of);
  return {
    write(w, value) {
      if (!(value instanceof Set || Array.isArray(value))) wrongValue("set", value);
      w.setBegin(wireType, value instanceof Set ? value.size : value.length);
      for (const item of value) element.write(w, item);
      w.setEnd();
    },
    read(r) {
      const size = r.setBegin(wireType);
      const set = new Set();
      for (let i = 0; i < size; i++) set.add(element.read(r));
      r.setEnd();
      return set;
    },
  };
}

function mapCodec(type: MapType, key: ValueCodec, item: ValueCodec): ValueCodec {
  const keyType = wireTypeOf(type.key);
  const itemType = wireTypeOf(type.value);
  return {
    write(w, value) {
      if (!(value instanceof Map)) wrongValue("map", value);
      w.mapBegin(keyType, itemType, value.size);
      for (const [k, v] of value) {
        key.write(w, k);
        item.write(w, v);
      }
      w.mapEnd();
    },
    read(r) {
      const size = r.mapBegin(keyType, itemType);
      const map = new Map();
      for (let i = 0; i < size; i++) map.set(key.read(r), item.read(r));
      r.mapEnd();
      return map;
    },
  };
}

// The writer checks each value's type itself, so that the casts only satisfy the compiler.
const scalarCodecs = {
  bool: { write: (w, value) => w.bool(value as boolean), read: (r) => r.bool() },
  i8: { write: (w, value) => w.i8(value as number), read: (r) => r.i8() },
  i16: { write: (w, value) => w.i16(value as number), read: (r) => r.i16() },
  i32: { write: (w, value) => w.i32(value as number), read: (r) => r.i32() },
  i64: { write: (w, value) => w.i64(value as bigint), read: (r) => r.i64() },
  double: { write: (w, value) => w.double(value as number), read: (r) => r.double() },
  float: { write: (w, value) => w.float(value as number), read: (r) => r.float() },
  string: { write: (w, value) => w.string(value as string), read: (r) => r.string() },
  binary: { write: (w, value) => w.binary(value as Uint8Array), read: (r) => r.binary() },
  uuid: { write: (w, value) => w.uuid(value as string), read: (r) => r.uuid() },
} satisfies Record<string, ValueCodec>;
