import { wrongValue } from "@seapink/core";
import type { MapType, Type } from "../type.ts";
import { Char } from "./characters.ts";
import type { JsonCodec, JsonCodecOf } from "./codec.ts";
import { KeyFill, weightOf } from "./key-fill.ts";
import type { JsonReader } from "./reader.ts";
import type { JsonWriter } from "./writer.ts";

/** Key and value, or only one of them while it is read or written. */
interface Pair {
  readonly key: JsonCodec;
  readonly value: JsonCodec;
}

/** A map as an array of `[key, value]`. */
export function pairsCodec(type: MapType, codecOf: JsonCodecOf<Type>): JsonCodec {
  const pair = { key: codecOf(type.key), value: codecOf(type.value) };
  const weight = weightOf(type.key, type.value);
  return {
    read(r) {
      const map = new Map<unknown, unknown>();
      if (!r.open(Char.openBracket, "map")) return map;
      const fill = new KeyFill(map, type.key, r);
      let index = 0;
      try {
        do {
          r.count(weight);
          readPair(r, pair, fill);
          index++;
        } while (r.more(Char.openBracket));
      } catch (error) {
        r.steps.push(`[${index}]`);
        throw error;
      }
      if (!fill.end()) r.fail("expected each key once, got one twice");
      return map;
    },
    write(w, value) {
      if (!(value instanceof Map)) wrongValue("map", value);
      let index = 0;
      w.open("[");
      try {
        for (const entry of value) {
          w.item(index === 0);
          writePair(w, pair, entry);
          index++;
        }
      } catch (error) {
        w.steps.push(`[${index}]`);
        throw error;
      }
      w.close("]", index === 0);
    },
  };
}

function readPair(r: JsonReader, { key, value }: Pair, fill: KeyFill): void {
  if (!r.open(Char.openBracket, twoItems)) r.fail(`expected ${twoItems}, got none`);
  const k = readPart(r, key, 0);
  if (!r.more(Char.openBracket)) r.fail(`expected ${twoItems}, got one`);
  const v = readPart(r, value, 1);
  if (r.more(Char.openBracket)) r.fail(`expected ${twoItems}, got more`);
  if (!fill.add(k, v)) r.fail("expected a key once, got it twice");
}

const twoItems = "a key and a value in an array";

function readPart(r: JsonReader, codec: JsonCodec, index: number): unknown {
  try {
    return codec.read(r);
  } catch (error) {
    r.steps.push(`[${index}]`);
    throw error;
  }
}

function writePair(w: JsonWriter, { key, value }: Pair, [k, v]: readonly [unknown, unknown]): void {
  let index = 0;
  w.open("[");
  try {
    w.item(true);
    key.write(w, k);
    index = 1;
    w.item(false);
    value.write(w, v);
  } catch (error) {
    w.steps.push(`[${index}]`);
    throw error;
  }
  w.close("]", false);
}
