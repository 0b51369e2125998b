import { wrongValue } from "@seapink/core";
import type { EnumType } from "../type.ts";
import { Char } from "./characters.ts";
import { nearHint } from "../near.ts";
import type { JsonCodec } from "./codec.ts";
import { EnumNames } from "./enum-names.ts";
import { aLittle, expectationOf, shortName } from "./expectation.ts";
import { isInteger } from "./scalars.ts";
import { quote } from "./writer.ts";

/** Names; for what has none, and on reading for all, numbers. */
export function enumCodec(type: EnumType): JsonCodec {
  const expected = expectationOf(type);
  const { names, numbers } = new EnumNames(type);
  const texts = new Map([...names].map(([number, name]) => [number, quote(name)]));
  return {
    read(r) {
      if (r.next() !== Char.quote) return r.integer(32, expected);
      const start = r.position;
      const name = r.string(expected);
      return numbers.get(name) ?? r.fail(noName(type, name, numbers.keys()), start);
    },
    write(w, value) {
      if (!isInteger(value, 32)) wrongValue(expected, value);
      w.text += texts.get(value) ?? `${value}`;
    },
  };
}

/** Says that an enum has no such name. */
export function noName(type: EnumType, name: string, names: Iterable<string>): string {
  const got = JSON.stringify(name.slice(0, 40));
  return `expected a name of ${shortName(type)}, got ${got}${nearHint(name, names, aLittle())}`;
}
