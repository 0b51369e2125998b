import type { ProtocolReader, WireType } from "@seapink/core";
import { WireType as Wire } from "@seapink/core";
import { double, type EnumType, float, type ScalarType, type Type } from "@seapink/schema";
import { toJson } from "@seapink/schema/json";
import { bytesScalar, textScalar } from "./text-scalar.ts";
import type { ScalarNode } from "./tree.ts";

/** The types of the wire that hold no others. */
export type ScalarWireType = Exclude<WireType, 0 | 12 | 13 | 14 | 15>;

export function isScalarType(type: number): type is ScalarWireType {
  return type !== Wire.stop && (type < Wire.struct || type > Wire.list);
}

/** Reads a scalar; the IDL tells text from bytes, and names the values of enums. */
export function readScalar(reader: ProtocolReader, wireType: ScalarWireType, type: Type | undefined): ScalarNode {
  switch (wireType) {
    case Wire.bool:
      return plain("bool", reader.bool());
    case Wire.i8:
      return plain("i8", reader.i8());
    case Wire.i16:
      return plain("i16", reader.i16());
    case Wire.i32:
      return type?.kind === "enum" ? enumScalar(type, reader.i32()) : plain("i32", reader.i32());
    case Wire.i64:
      return plain("i64", reader.i64());
    case Wire.double:
      return decimal(double, reader.double());
    case Wire.float:
      return decimal(float, reader.float());
    case Wire.uuid:
      return plain("uuid", reader.uuid());
    case Wire.string:
      return readText(reader, type);
    default:
      return unknown(reader, wireType);
  }
}

// Refuses it, and says so: a reader knows no type that is not above.
function unknown(reader: ProtocolReader, wireType: number): never {
  reader.skip(wireType);
  throw new TypeError(`expected a scalar type, got ${wireType}`);
}

// Text in JSON is text, unless it is told to be base64.
function readText(reader: ProtocolReader, type: Type | undefined): ScalarNode {
  if (type?.kind === "binary") return bytesScalar(reader.binary());
  if (reader.protocol.startsWith("json")) return plain("string", reader.string());
  return textScalar(reader.binary());
}

function plain(type: string, value: string | number | bigint | boolean): ScalarNode {
  return { kind: "scalar", type, value, text: typeof value === "string" ? JSON.stringify(value) : String(value) };
}

/** In the fewest digits that give the number back. */
function decimal(type: ScalarType, value: number): ScalarNode {
  const text = toJson(type, value);
  return { kind: "scalar", type: type.kind, value: JSON.parse(text) as string | number, text };
}

function enumScalar(type: EnumType, value: number): ScalarNode {
  for (const [name, number] of type.values) if (number === value) return plain(type.name, name);
  return plain(type.name, value);
}
