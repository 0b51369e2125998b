import {
  binary,
  exception,
  type Field,
  field,
  i32,
  list,
  map,
  set,
  string,
  struct,
  type StructType,
  union,
} from "@seapink/schema";
import { bytes, codecTable } from "@seapink/testing";
import { describe, expect, test } from "vitest";
import { codecIn, modes } from "./modes.ts";

const required = { requiredness: "required" } as const;
const optional = { requiredness: "optional" } as const;

const mixed = struct("Mixed", [field(1, "a", i32, required), field(2, "b", i32, optional), field(3, "c", i32)]);

const withDefaults = struct("WithDefaults", [
  field(1, "plain", i32, { default: 5 }),
  field(2, "optional", i32, { default: 6, requiredness: "optional" }),
  field(3, "required", i32, { default: 7, requiredness: "required" }),
]);

describe.each(modes)("%s", (mode) => {
  codecTable("required, optional and neither", {
    ...codecIn(mode, mixed),
    ok: [
      [{ a: 1 }, "08 0001 00000001 | 00"],
      [{ a: 1, b: 2, c: 3 }, "08 0001 00000001 | 08 0002 00000002 | 08 0003 00000003 | 00"],
      [{ a: 1, c: 3 }, "08 0001 00000001 | 08 0003 00000003 | 00"],
    ],
    badValues: [
      [{}, "invalid_data"],
      [{ b: 2, c: 3 }, "invalid_data"],
      [{ a: null }, "invalid_data"],
      [{ a: 1, b: null }, "invalid_data"],
      [Object.create({ a: "1" }), "invalid_data"],
    ],
    badBytes: [
      ["00", "invalid_data"],
      ["08 0002 00000002 | 00", "invalid_data"],
      ["0b 0001 00000000 | 00 # the id of a required field with another type", "invalid_data"],
    ],
    alsoDecodes: [
      ["08 0003 00000003 | 08 0001 00000001 | 00 # out of order", { a: 1, c: 3 }],
      ["08 0003 00000003 | 08 0002 00000002 | 08 0001 00000001 | 00 # backwards", { a: 1, b: 2, c: 3 }],
      ["08 0001 00000001 | 08 0001 00000009 | 00 # the last of a repeated field", { a: 9 }],
      ["08 0001 00000001 | 08 0002 00000002 | 08 0003 00000003 | 08 0001 00000009 | 00", { a: 9, b: 2, c: 3 }],
      ["08 0001 00000001 | 0b 0002 00000001 78 | 00 # another type than expected", { a: 1 }],
      ["08 0001 00000001 | 0c 0007 0f 0001 08 00000001 00000001 00 | 08 0003 00000003 | 00 # unknown", { a: 1, c: 3 }],
      ["0f 8000 0b 00000001 00000000 | 08 0001 00000001 | 00 # unknown, with the lowest id", { a: 1 }],
    ],
  });

  codecTable("defaults", {
    ...codecIn(mode, withDefaults),
    ok: [[{ plain: 1, optional: 2, required: 3 }, "08 0001 00000001 | 08 0002 00000002 | 08 0003 00000003 | 00"]],
    alsoDecodes: [
      ["00", { plain: 5, optional: 6, required: 7 }],
      ["08 0002 00000001 | 00", { plain: 5, optional: 1, required: 7 }],
    ],
    badValues: [[{ required: null }, "invalid_data"]],
  });

  test("writes a default where the field is absent, unless it is optional", () => {
    const codec = codecIn(mode, withDefaults);
    expect(codec.encode({})).toStrictEqual(bytes("08 0001 00000005 | 08 0003 00000007 | 00"));
    expect(codec.encode({ required: 3 })).toStrictEqual(bytes("08 0001 00000005 | 08 0003 00000003 | 00"));
  });

  test("makes containers and structs of defaults anew for each value", () => {
    const value = { l: [[1]], s: new Set(["a"]), m: new Map([["k", { n: 1 }]]) };
    const type = struct("Defaults", [
      field(1, "l", list(list(i32)), { default: value.l }),
      field(2, "s", set(string), { default: value.s }),
      field(3, "m", map(string, struct("N", [field(1, "n", i32)])), { default: value.m }),
    ]);
    const codec = codecIn(mode, type);
    const decode = (): typeof value => codec.decode(Uint8Array.of(0)) as typeof value;
    const first = decode();
    expect(first).toStrictEqual(value);
    first.l[0]?.push(2);
    first.s.add("b");
    (first.m.get("k") as { n: number }).n = 2;
    expect(decode()).toStrictEqual({ l: [[1]], s: new Set(["a"]), m: new Map([["k", { n: 1 }]]) });
    expect(codec.decode(codec.encode({}))).toStrictEqual(decode());
  });

  test("makes unions and exceptions of defaults anew, too, the latter of their class", () => {
    const Full = exception("Full", [field(1, "l", list(i32)), field(2, "stack", string)]);
    const Either = union("Either", [field(1, "full", Full), field(2, "bytes", binary)]);
    const fields = { l: [1], stack: "s" };
    const full = new Full.construct(fields);
    const type = struct("Defaults", [
      field(1, "full", Full, { default: full }),
      field(2, "either", Either, { default: { field: "full", value: full } }),
      field(3, "bytes", list(Either), { default: [{ field: "bytes", value: Uint8Array.of(1) }] }),
      field(4, "plain", Full, { default: fields }),
    ]);
    interface Lists {
      readonly l: number[];
    }
    interface Decoded {
      readonly full: Lists;
      readonly either: { readonly value: Lists };
      readonly bytes: [{ readonly value: Uint8Array }];
      readonly plain: Lists;
    }
    const codec = codecIn(mode, type);
    const decode = (): Decoded => codec.decode(Uint8Array.of(0)) as Decoded;
    const first = decode();
    expect([first.full, first.either.value, first.plain].map((made) => made instanceof Full.construct)).toEqual([
      true,
      true,
      true,
    ]);
    for (const { l } of [first.full, first.either.value, first.plain]) l.push(2);
    first.bytes[0].value.fill(9);
    const second = decode();
    expect(second.full).toMatchObject(fields);
    expect(second.either).toMatchObject({ field: "full", value: fields });
    expect(second.plain).toMatchObject(fields);
    expect(second.bytes).toStrictEqual([{ field: "bytes", value: Uint8Array.of(1) }]);
    expect(codec.decode(codec.encode({}))).toStrictEqual(second);
  });

  test("leaves a default that is not of its type as it is, to be refused where it is written", () => {
    const types = [list(i32), set(i32), map(string, i32), union("U", []), struct("S", [])];
    for (const type of types) {
      const codec = codecIn(mode, struct("Odd", [field(1, "a", type, { default: 5 })]));
      expect(codec.decode(Uint8Array.of(0))).toStrictEqual({ a: 5 });
      expect(() => codec.encode({})).toThrow(expect.objectContaining({ code: "invalid_data" }));
    }
    const error = new Error("odd");
    const codec = codecIn(mode, struct("Odd", [field(1, "a", list(i32), { default: error })]));
    expect(codec.decode(Uint8Array.of(0))).toStrictEqual({ a: error });
  });

  test("gives plain objects, also where some fields are absent", () => {
    const codec = codecIn(mode, mixed);
    for (const value of [{ a: 1 }, { a: 1, b: 2, c: 3 }]) {
      const decoded = codec.decode(codec.encode(value)) as object;
      expect(Object.getPrototypeOf(decoded)).toBe(Object.prototype);
      expect(Object.getOwnPropertyDescriptors(decoded)).toStrictEqual(Object.getOwnPropertyDescriptors(value));
    }
  });

  test("takes values with getters, of a class, without a prototype, and with more properties than fields", () => {
    const codec = codecIn(mode, mixed);
    const expected = codec.encode({ a: 1, b: 2 });
    class Value {
      get a(): number {
        return 1;
      }
      b = 2;
    }
    expect(codec.encode(new Value())).toStrictEqual(expected);
    expect(codec.encode(Object.assign(Object.create(null), { b: 2, a: 1, z: 3 }))).toStrictEqual(expected);
    expect(codec.encode(Object.freeze({ a: 1, b: 2, c: undefined }))).toStrictEqual(expected);
  });

  test("may have no fields, one of each id's extremes, or thousands", () => {
    const many: readonly Field[] = Array.from({ length: 3000 }, (_, i) => field(i, `f${i}`, i32));
    const types: readonly (readonly [StructType, object])[] = [
      [struct("None", []), {}],
      [
        struct("Extremes", [field(-32_768, "low", i32), field(32_767, "high", i32), field(0, "zero", i32)]),
        { low: 1, high: 2, zero: 3 },
      ],
      [struct("Many", many), Object.fromEntries(many.map((f, i) => [f.name, i]))],
      [struct("Many", many), { f7: 1, f2999: 2 }],
    ];
    for (const [type, value] of types) {
      const codec = codecIn(mode, type);
      expect(codec.decode(codec.encode(value))).toStrictEqual(value);
    }
  });
});
