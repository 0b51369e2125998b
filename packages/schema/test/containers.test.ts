import {
  binary,
  bool,
  double,
  enumType,
  field,
  float,
  i16,
  i32,
  i64,
  i64Number,
  i8,
  list,
  map,
  set,
  string,
  struct,
  type Type,
  union,
  uuid,
} from "@seapink/schema";
import { codecTable } from "@seapink/testing";
import { describe, expect, test } from "vitest";
import { codecIn, modes } from "./modes.ts";
import { referee } from "./referee.ts";

describe.each(modes)("%s", (mode) => {
  codecTable("containers", {
    ...codecIn(
      mode,
      struct("Some", [
        field(1, "list", list(i32)),
        field(2, "set", set(string)),
        field(3, "map", map(i8, list(bool))),
        field(4, "deep", list(map(string, set(i64)))),
      ]),
    ),
    ok: [
      [{ list: [1, -1] }, "0f 0001 08 00000002 00000001 ffffffff | 00"],
      [{ list: [] }, "0f 0001 08 00000000 | 00"],
      [{ set: new Set(["a", ""]) }, "0e 0002 0b 00000002 00000001 61 00000000 | 00"],
      [{ map: new Map([[1, [true]]]) }, "0d 0003 03 0f 00000001 01 02 00000001 01 | 00"],
      [
        { deep: [new Map([["a", new Set([1n])]])] },
        "0f 0004 0d 00000001 0b 0e 00000001 00000001 61 0a 00000001 0000000000000001 | 00",
      ],
    ],
    badValues: [
      { list: "12" },
      { list: { 0: 1, length: 1 } },
      { list: new Set([1]) },
      { list: [1, "2"] },
      { list: [1, undefined] },
      { set: "ab" },
      { set: new Map() },
      { map: {} },
      { map: [["a", 1]] },
      { map: new Map([["1", [true]]]) },
      { deep: [undefined] },
    ].map((value) => [value, "invalid_data"]),
    badBytes: [
      ["0f 0001 0b 00000001 00000000 | 00 # elements of another type", "invalid_data"],
      ["0f 0001 08 7fffffff | 00", "invalid_data"],
      ["0f 0001 08 ffffffff | 00", "negative_size"],
    ],
    alsoDecodes: [
      ["0f 0001 0b 00000000 | 00 # an empty list is of any type", { list: [] }],
      ["0e 0002 0b 00000002 00000001 61 00000001 61 | 00 # twice in a set is once", { set: new Set(["a"]) }],
    ],
  });

  test("takes an array for a set, and reads a set", () => {
    const codec = codecIn(mode, struct("S", [field(1, "v", set(i32))]));
    expect(codec.encode({ v: [1, 2] })).toStrictEqual(codec.encode({ v: new Set([1, 2]) }));
    expect(codec.decode(codec.encode({ v: [1, 2] }))).toStrictEqual({ v: new Set([1, 2]) });
  });

  test("makes containers of its own for each value", () => {
    const codec = codecIn(mode, struct("S", [field(1, "v", list(list(i32)))]));
    const bytes = codec.encode({ v: [[1], []] });
    const decoded = codec.decode(bytes) as { v: number[][] };
    decoded.v[0]?.push(2);
    expect(codec.decode(bytes)).toStrictEqual({ v: [[1], []] });
  });

  const change: readonly (readonly [string, (size: number) => unknown, Type])[] = [
    ["a set", (size) => changing(new Set<unknown>(), (all, item) => all.add(item), size), set(inner())],
    [
      "a map",
      (size) => changing(new Map<unknown, unknown>(), (all, item) => all.set(size++, item), size),
      map(i32, inner()),
    ],
  ];
  test.each(change)("refuses %s that a getter changes while it is written", (_, make, type) => {
    const codec = codecIn(mode, struct("S", [field(1, "v", type)]));
    expect(() => codec.encode({ v: make(0) })).not.toThrow();
    expect(() => codec.encode({ v: make(1) })).toThrow(/^expected 1 e\w+ in a (set|map), got number 2$/);
  });
});

function inner(): Type {
  return struct("Inner", [field(1, "n", i32)]);
}

/** A container of one element, whose getter adds as many others the first time that it is read. */
function changing<C>(all: C, add: (all: C, item: unknown) => void, others: number): C {
  let left = others;
  const item = {
    get n(): number {
      if (left-- > 0) add(all, { n: 2 });
      return 1;
    },
  };
  add(all, item);
  return all;
}

const samples: readonly (readonly [name: string, type: Type, values: readonly [unknown, unknown]])[] = [
  ["bool", bool, [true, false]],
  ["i8", i8, [-1, 5]],
  ["i16", i16, [-300, 5]],
  ["i32", i32, [-70_000, 5]],
  ["i64", i64, [-(2n ** 40n), 5n]],
  ["i64 as a number", i64Number, [-(2 ** 40), 5]],
  ["double", double, [0.1, -0]],
  ["float", float, [0.5, -2]],
  ["string", string, ["é", ""]],
  ["binary", binary, [Uint8Array.of(1), new Uint8Array(0)]],
  ["uuid", uuid, ["00112233-4455-6677-8899-aabbccddeeff", "ffffffff-ffff-ffff-ffff-ffffffffffff"]],
  ["enum", enumType("E", { A: 1 }), [1, 9]],
  ["struct", struct("S", [field(1, "a", i32)]), [{ a: 1 }, {}]],
  [
    "union",
    union("U", [field(1, "a", i32), field(2, "b", string)]),
    [
      { field: "a", value: 1 },
      { field: "b", value: "" },
    ],
  ],
  ["list", list(i32), [[1, 2], []]],
  ["set", set(string), [new Set(["a"]), new Set()]],
  ["map", map(string, i32), [new Map([["a", 1]]), new Map()]],
];

const wrappers: readonly (readonly [
  name: string,
  wrap: (type: Type, a: unknown, b: unknown) => readonly [Type, unknown],
])[] = [
  ["a field", (type, a) => [type, a]],
  ["a list", (type, a, b) => [list(type), [a, b, a]]],
  ["a set", (type, a, b) => [set(type), new Set([a, b])]],
  [
    "the key of a map",
    (type, a, b) => [
      map(type, bool),
      new Map([
        [a, true],
        [b, false],
      ]),
    ],
  ],
  [
    "the value of a map",
    (type, a, b) => [
      map(string, type),
      new Map([
        ["a", a],
        ["b", b],
      ]),
    ],
  ],
  ["the arm of a union", (type, a) => [union("W", [field(7, "arm", type)]), { field: "arm", value: a }]],
  ["a list in a map in a set", (type, a, b) => [set(map(i8, list(type))), new Set([new Map([[1, [a, b]]])])]],
];

describe.each(samples)("%s", (_, type, [a, b]) => {
  test.each(wrappers)("in %s", (_, wrap) => {
    const [wrapped, value] = wrap(type, a, b);
    const whole = struct("Whole", [field(1, "before", i32), field(2, "v", wrapped), field(3, "after", i32)]);
    const given = { before: 1, v: value, after: 2 };
    const expected = referee(whole).encode(given);
    for (const mode of modes) {
      const codec = codecIn(mode, whole);
      expect(codec.encode(given)).toStrictEqual(expected);
      expect(codec.decode(expected)).toStrictEqual(given);
    }
  });
});
