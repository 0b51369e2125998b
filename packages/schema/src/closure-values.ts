import { type ProtocolReader, type ProtocolWriter, wrongValue } from "@seapink/core";
import type { CodecOf } from "./fieldset-codec.ts";
import { fewKeys, guardKeys, isGuarded } from "./key-guard.ts";
import { i64NumberOf } from "./held-by-number.ts";
import type { ListType, MapType, SetType, Type } from "./type.ts";
import { wireTypeOf } from "./wire-type-of.ts";

/** A pair of closures for the values of one type. */
export interface ValueCodec {
  readonly write: (w: ProtocolWriter, value: unknown) => void;
  readonly read: (r: ProtocolReader) => unknown;
}

export function valueCodec(type: Type, codecOf: CodecOf): ValueCodec {
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
      return type.as === "number" ? i64NumberCodec : scalarCodecs.i64;
    default:
      return scalarCodecs[type.kind];
  }
}

function listCodec(type: ListType, element: ValueCodec): ValueCodec {
  const wireType = wireTypeOf(type.of);
  return {
    write(w, value) {
      if (!Array.isArray(value)) wrongValue("list", value);
      const size = value.length;
      w.listBegin(wireType, size);
      for (let i = 0; i < size; i++) element.write(w, value[i]);
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
  const isKeyGuarded = isGuarded(type.of);
  return {
    write(w, value) {
      if (!(value instanceof Set || Array.isArray(value))) wrongValue("set", value);
      const size = value instanceof Set ? value.size : value.length;
      let count = 0;
      w.setBegin(wireType, size);
      for (const item of value) {
        element.write(w, item);
        count++;
      }
      if (count !== size) wrongValue(`${size} elements in a set`, count);
      w.setEnd();
    },
    read(r) {
      const size = r.setBegin(wireType);
      const set = new Set();
      const guard = isKeyGuarded && size > fewKeys ? guardKeys(set, r) : undefined;
      if (guard === undefined) for (let i = 0; i < size; i++) set.add(element.read(r));
      else for (let i = 0; i < size; i++) guard.add(element.read(r));
      guard?.end();
      r.setEnd();
      return set;
    },
  };
}

function mapCodec(type: MapType, key: ValueCodec, item: ValueCodec): ValueCodec {
  const keyType = wireTypeOf(type.key);
  const itemType = wireTypeOf(type.value);
  const isKeyGuarded = isGuarded(type.key);
  return {
    write(w, value) {
      if (!(value instanceof Map)) wrongValue("map", value);
      const size = value.size;
      let count = 0;
      w.mapBegin(keyType, itemType, size);
      for (const [k, v] of value) {
        key.write(w, k);
        item.write(w, v);
        count++;
      }
      if (count !== size) wrongValue(`${size} entries in a map`, count);
      w.mapEnd();
    },
    read(r) {
      const size = r.mapBegin(keyType, itemType);
      const map = new Map();
      const guard = isKeyGuarded && size > fewKeys ? guardKeys(map, r) : undefined;
      if (guard === undefined) for (let i = 0; i < size; i++) map.set(key.read(r), item.read(r));
      else for (let i = 0; i < size; i++) guard.add(key.read(r), item.read(r));
      guard?.end();
      r.mapEnd();
      return map;
    },
  };
}

const i64NumberCodec: ValueCodec = {
  write: (w, value) => w.i64(i64NumberOf(value)),
  read: (r) => r.i64Number(),
};

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
