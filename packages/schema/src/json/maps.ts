import { wrongValue } from "@seapink/core";
import { keyStep } from "../field-path.ts";
import type { MapType, Type } from "../type.ts";
import { Char } from "./characters.ts";
import type { JsonCodec, JsonCodecOf } from "./codec.ts";
import { KeyFill, weightOf } from "./key-fill.ts";
import { type NameCodec, nameCodec } from "./keys.ts";
import { pairsCodec } from "./pairs.ts";

/** An object, where the keys can be names; pairs are read as well. Otherwise an array of pairs. */
export function mapCodec(type: MapType, codecOf: JsonCodecOf<Type>): JsonCodec {
  const pairs = pairsCodec(type, codecOf);
  const names = nameCodec(type);
  if (names === undefined) return pairs;
  const object = objectCodec(type, names, codecOf(type.value));
  return { ...object, read: (r) => (r.next() === Char.openBracket ? pairs : object).read(r) };
}

/** Whether an i64 that is a number, and has been written, is there as a bigint, too. */
function isTwin(map: ReadonlyMap<unknown, unknown>, key: unknown): boolean {
  return typeof key === "number" && map.has(BigInt(key));
}

function objectCodec(type: MapType, names: NameCodec, item: JsonCodec): JsonCodec {
  const weight = weightOf(type.value);
  const isI64 = type.key.kind === "i64";
  return {
    read(r) {
      const map = new Map<unknown, unknown>();
      if (!r.open(Char.openBrace, "map")) return map;
      const fill = new KeyFill(map, type.key, r);
      let name = "";
      let key: unknown;
      do {
        r.count(weight);
        name = r.name();
        key = names.read(name);
        if (key === undefined) {
          r.steps.push(`${keyStep(name)} (key)`);
          r.fail(names.refusal(name));
        }
        try {
          if (!fill.add(key, item.read(r))) r.fail("expected a key once, got it twice");
        } catch (error) {
          r.steps.push(keyStep(key));
          throw error;
        }
      } while (r.more(Char.openBrace));
      if (!fill.end()) r.fail("expected each key once, got one twice");
      return map;
    },
    write(w, value) {
      if (!(value instanceof Map)) wrongValue("map", value);
      let isFirst = true;
      w.open("{");
      for (const [key, entry] of value) {
        let isKey = true;
        try {
          w.name(isFirst, names.write(key));
          if (isI64 && isTwin(value, key)) w.fail("expected a key once, got it as a number and as a bigint");
          isKey = false;
          item.write(w, entry);
        } catch (error) {
          w.steps.push(isKey ? `${keyStep(key)} (key)` : keyStep(key));
          throw error;
        }
        isFirst = false;
      }
      w.close("}", isFirst);
    },
  };
}
