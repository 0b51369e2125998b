import { type Field, field, i32, map, struct, type Type } from "@seapink/schema";
import { describe, expect, test } from "vitest";
import { canEmit, emittedCodec } from "../src/emitted.ts";
import type { FieldsetCodec } from "../src/fieldset-codec.ts";
import { codecIn, modes } from "./modes.ts";

/** As many as there are ids. */
const all = Array.from({ length: 65_535 }, (_, i) => field(i - 32_767, `f${i}`, i32, { default: i }));

describe.each(modes)("%s", (mode) => {
  test.each([2048, 2049, all.length])("takes a struct with %d fields", (count) => {
    const codec = codecIn(mode, struct("S", all.slice(0, count)));
    const decoded = codec.decode(codec.encode({ f0: -1 })) as Record<string, number>;
    expect(Object.keys(decoded)).toHaveLength(count);
    expect([decoded["f0"], decoded["f1"], decoded[`f${count - 1}`]]).toStrictEqual([-1, 1, count - 1]);
  });
});

/** A map of maps, each of types of their own. */
function tree(levels: number): Type {
  return levels === 0 ? struct("Leaf", []) : map(tree(levels - 1), tree(levels - 1));
}

test.runIf(canEmit()).each([
  ["Point", "seapink/Point.js:"],
  ["a\nb */ é'", "seapink/a_b______.js:"],
])("code of %j has a name in stacks", (name, place) => {
  const failing = {
    get a(): never {
      throw new Error("mine");
    },
  };
  const encode = (): unknown => codecIn("emitted", struct(name, [field(1, "a", i32)])).encode(failing);
  expect(encode).toThrow(expect.objectContaining({ stack: expect.stringContaining(place) }));
});

test.runIf(canEmit())("takes more types of structs than a function may have parameters", () => {
  const fields: Field[] = Array.from({ length: 33 }, (_, i) => field(i, `f${i}`, tree(10)));
  const inner: FieldsetCodec = { write() {}, read: () => undefined };
  expect(() => emittedCodec(struct("S", fields), () => inner)).not.toThrow();
});
