import { wrongValue } from "@seapink/core";
import type { ListType, SetType, Type } from "../type.ts";
import { Char } from "./characters.ts";
import type { JsonCodec, JsonCodecOf } from "./codec.ts";
import { KeyFill, weightOf } from "./key-fill.ts";
import type { JsonReader } from "./reader.ts";
import type { JsonWriter } from "./writer.ts";

export function listCodec(type: ListType, codecOf: JsonCodecOf<Type>): JsonCodec {
  const element = codecOf(type.of);
  const weight = weightOf(type.of);
  return {
    read(r) {
      const list: unknown[] = [];
      readItems(r, "list", weight, () => list.push(element.read(r)));
      return list;
    },
    write(w, value) {
      if (!Array.isArray(value)) wrongValue("list", value);
      writeItems(w, value, element);
    },
  };
}

/** An array; an element that is there twice counts once, as on every other wire. */
export function setCodec(type: SetType, codecOf: JsonCodecOf<Type>): JsonCodec {
  const element = codecOf(type.of);
  const weight = weightOf(type.of);
  return {
    read(r) {
      const set = new Set();
      const fill = new KeyFill(set, type.of, r);
      readItems(r, "set", weight, () => fill.add(element.read(r)));
      fill.end();
      return set;
    },
    write(w, value) {
      if (!(value instanceof Set || Array.isArray(value))) wrongValue("set", value);
      writeItems(w, value, element);
    },
  };
}

function readItems(r: JsonReader, expected: string, weight: number, readItem: () => unknown): void {
  if (!r.open(Char.openBracket, expected)) return;
  let index = 0;
  try {
    do {
      r.count(weight);
      readItem();
      index++;
    } while (r.more(Char.openBracket));
  } catch (error) {
    r.steps.push(`[${index}]`);
    throw error;
  }
}

function writeItems(w: JsonWriter, items: Iterable<unknown>, element: JsonCodec): void {
  let index = 0;
  w.open("[");
  try {
    for (const item of items) {
      w.item(index === 0);
      element.write(w, item);
      index++;
    }
  } catch (error) {
    w.steps.push(`[${index}]`);
    throw error;
  }
  w.close("]", index === 0);
}
