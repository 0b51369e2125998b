import { defaultLimits, WireType } from "@seapink/core";
import { expect, test } from "vitest";
import { expectCode } from "../expect-code.ts";
import type { Shape, StructShape } from "../shape.ts";
import { readShape, writeShape } from "../shape-codec.ts";
import type { Subject } from "./subject.ts";
import { written } from "./written.ts";

const oneField = (type: Shape): StructShape => ({ struct: [{ id: 1, name: "f", type }] });

/** What is there, what is asked for, and a value of the first. */
const otherTypes: readonly (readonly [there: Shape, asked: Shape, some: unknown])[] = [
  [{ list: "i8" }, { list: "bool" }, [1]],
  [{ set: "i8" }, { set: "bool" }, [1]],
  [{ map: ["i8", "i8"] }, { map: ["bool", "i8"] }, [[1, 1]]],
  [{ map: ["i8", "i8"] }, { map: ["i8", "bool"] }, [[1, 1]]],
];

/** Values that take the fewest bytes of their type. */
const smallest: readonly (readonly [Shape, unknown])[] = [
  ["bool", false],
  ["i8", 0],
  ["i16", 0],
  ["i32", 0],
  ["i64", 0n],
  ["double", 0],
  ["float", 0],
  ["string", ""],
  ["uuid", "00000000-0000-0000-0000-000000000000"],
  [{ struct: [] }, {}],
  [{ list: "i8" }, []],
  [{ set: "i8" }, []],
  [{ map: ["i8", "i8"] }, []],
];

/** Containers hold what was asked for, down to the smallest elements. */
export function containerLaws({ protocol, shapes }: Subject): void {
  test("refuses elements of another type, unless there are none", () => {
    // A reader that did not look would find a bool in each i8.
    for (const [there, asked, some] of otherTypes) {
      const bytesOf = (f: unknown): Uint8Array => written(protocol, (w) => writeShape(w, oneField(there), { f }));
      const ask = (bytes: Uint8Array): unknown => readShape(protocol.reader(bytes, defaultLimits), oneField(asked));
      expectCode(() => ask(bytesOf(some)), "invalid_data");
      expect(ask(bytesOf([]))).toStrictEqual({ f: [] });
    }
  });

  test.each(smallest.filter(([shape]) => !shapes.lacks?.some((kind) => kind === shape)))(
    "takes hundreds of the smallest %o, whose claim is just true",
    (shape, value) => {
      const many = Array.from({ length: 300 }, () => value);
      const entries = many.map((item) => [1, item]);
      for (const [type, f] of [
        [{ list: shape }, many],
        [{ set: shape }, many],
        [{ map: ["i8", shape] }, entries],
      ] as const) {
        const bytes = written(protocol, (w) => writeShape(w, oneField(type), { f }));
        expect(readShape(protocol.reader(bytes, defaultLimits), oneField(type))).toStrictEqual({ f });
        expect(() => protocol.reader(bytes, defaultLimits).skip(WireType.struct)).not.toThrow();
      }
    },
  );
}
