import type { Type } from "../type.ts";
import { wireTypeOf } from "../wire-type-of.ts";
import type { JsonCodec } from "./codec.ts";
import { enumCodec } from "./enums.ts";
import { listCodec, setCodec } from "./lists.ts";
import { mapCodec } from "./maps.ts";
import { scalarCodec } from "./scalars.ts";
import { structCodec } from "./structs.ts";
import { unionCodec } from "./unions.ts";

const codecs: WeakMap<Type, JsonCodec> = new WeakMap();

/** The codec of a type, compiled on first use. */
export function jsonCodecOf(type: Type): JsonCodec {
  return codecs.get(type) ?? compileOnce(type);
}

/** It is registered before descending, and filled in after, so that a type that contains itself ends. */
function compileOnce(type: Type): JsonCodec {
  const codec: JsonCodec = { read: fail, write: fail };
  codecs.set(type, codec);
  try {
    // Refuses what is no type.
    wireTypeOf(type);
    return Object.assign(codec, compile(type));
  } catch (error) {
    codecs.delete(type);
    throw error;
  }
}

// Types that were compiled around one that could not be keep its stand-in.
function fail(): never {
  throw new Error("expected a codec that could be compiled, got one whose fields could not");
}

function compile(type: Type): JsonCodec {
  switch (type.kind) {
    case "list":
      return listCodec(type, jsonCodecOf);
    case "set":
      return setCodec(type, jsonCodecOf);
    case "map":
      return mapCodec(type, jsonCodecOf);
    case "struct":
    case "exception":
      return structCodec(type, jsonCodecOf);
    case "union":
      return unionCodec(type, jsonCodecOf);
    case "enum":
      return enumCodec(type);
    default:
      return scalarCodec(type);
  }
}
