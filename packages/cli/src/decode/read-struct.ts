import {
  fieldId,
  fieldType,
  isWireType,
  type Protocol,
  type ProtocolReader,
  WireType,
  wireTypeName,
} from "@seapink/core";
import { defaultLimits } from "@seapink/core";
import type { Fieldset, Type } from "@seapink/schema";
import { wireTypeOf } from "@seapink/schema/internal";
import { reading } from "./broken-bytes.ts";
import { isScalarType, readScalar } from "./scalar.ts";
import { type ListNode, type MapNode, type Node, offsetIn, type Region, type StructNode } from "./tree.ts";

/** Reads whatever struct is there, with the names that its type, if known, has for it. */
export function readStruct(
  region: Region,
  protocol: Protocol,
  { node, type }: { readonly node: StructNode; readonly type: Fieldset | undefined },
): number {
  return reading(region, () => {
    const reader = protocol.reader(region.bytes, defaultLimits);
    readFields({ reader, region }, node, type);
    return reader.offset;
  });
}

export interface Place {
  readonly reader: ProtocolReader;
  readonly region: Region;
}

/** Reads the struct that a reader is at. */
export function readFields(place: Place, node: StructNode, type: Fieldset | undefined): void {
  const { reader, region } = place;
  reader.structBegin();
  for (;;) {
    const offset = offsetIn(region, reader.offset);
    const header = reader.fieldBegin();
    if (header === 0) break;
    const id = fieldId(header);
    const wireType = fieldType(header);
    const declared = type?.fields.find((field) => field.id === id);
    const isOther = declared !== undefined && wireTypeOf(declared.type) !== wireType;
    const known = isOther ? undefined : declared;
    const field = { offset, id, name: known?.name, isOther, type: wireTypeName(wireType), value: undefined };
    node.fields.push(field);
    readValue(place, { wireType, type: known?.type }, into(field, "value"));
    reader.fieldEnd();
  }
  reader.structEnd();
}

interface Expected {
  readonly wireType: number;
  readonly type: Type | undefined;
}

type Attach = (node: Node) => void;

function into<K extends string>(holder: { [key in K]: Node | undefined }, key: K): Attach {
  return (node) => {
    holder[key] = node;
  };
}

function readValue(place: Place, { wireType, type }: Expected, attach: Attach): void {
  const { reader } = place;
  if (!isWireType(wireType)) return reader.skip(wireType);
  if (isScalarType(wireType)) return attach(readScalar(reader, wireType, type));
  if (wireType === WireType.map) return readMap(place, type, attach);
  if (wireType !== WireType.struct) return readList(place, wireType === WireType.set, type, attach);
  const fieldset = type !== undefined && "fields" in type ? type : undefined;
  const name = fieldset?.name ?? "struct";
  const node: StructNode = { kind: "struct", type: name, isUnion: fieldset?.kind === "union", fields: [] };
  attach(node);
  readFields(place, node, fieldset);
}

function readList(place: Place, isSet: boolean, type: Type | undefined, attach: Attach): void {
  const { reader, region } = place;
  const size = isSet ? reader.setBegin(WireType.stop) : reader.listBegin(WireType.stop);
  const wireType = reader.elementType;
  const of = elementType(size, wireType, type !== undefined && "of" in type ? type.of : undefined);
  const kind = isSet ? "set" : "list";
  const items: ListNode["items"] = [];
  attach({ kind: "list", type: `${kind}${size === 0 ? "" : `<${nameOf(wireType, of)}>`}`, size, items });
  for (let i = 0; i < size; i++) {
    const item = { offset: offsetIn(region, reader.offset), value: undefined };
    items.push(item);
    readValue(place, { wireType, type: of }, into(item, "value"));
  }
  if (isSet) reader.setEnd();
  else reader.listEnd();
}

function readMap(place: Place, type: Type | undefined, attach: Attach): void {
  const { reader, region } = place;
  const size = reader.mapBegin(WireType.stop, WireType.stop);
  const { keyType, elementType: valueType } = reader;
  const declared = type?.kind === "map" ? type : undefined;
  const key = { wireType: keyType, type: elementType(size, keyType, declared?.key) };
  const value = { wireType: valueType, type: elementType(size, valueType, declared?.value) };
  const entries: MapNode["entries"] = [];
  const types = size === 0 ? "" : `<${nameOf(keyType, key.type)}, ${nameOf(valueType, value.type)}>`;
  attach({ kind: "map", type: `map${types}`, size, entries });
  for (let i = 0; i < size; i++) {
    const entry = { offset: offsetIn(region, reader.offset), key: undefined, value: undefined };
    entries.push(entry);
    readValue(place, key, into(entry, "key"));
    readValue(place, value, into(entry, "value"));
  }
  reader.mapEnd();
}

/** The type of elements, if the wire has it so. */
function elementType(size: number, wireType: number, type: Type | undefined): Type | undefined {
  return size > 0 && type !== undefined && wireTypeOf(type) === wireType ? type : undefined;
}

function nameOf(wireType: number, type: Type | undefined): string {
  return type === undefined || "of" in type || "key" in type
    ? wireTypeName(wireType)
    : "name" in type
      ? type.name
      : type.kind;
}
