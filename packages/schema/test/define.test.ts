import {
  enumType,
  exception,
  field,
  i32,
  i64,
  i64Number,
  list,
  map,
  set,
  string,
  struct,
  union,
} from "@seapink/schema";
import { describe, expect, test } from "vitest";

describe("a field", () => {
  test("is neither required nor optional unless told, and has no default", () => {
    const plain = field(1, "a", i32);
    expect(plain).toStrictEqual({ id: 1, name: "a", type: i32, requiredness: "default", annotations: new Map() });
    expect("default" in plain).toBe(false);
    expect(field(1, "a", i32, { default: 0, requiredness: "required" })).toMatchObject({
      default: 0,
      requiredness: "required",
    });
  });

  test.each([-32_769, 32_768, 1.5, Number.NaN, 2 ** 32 + 1])("refuses the id %d", (id) => {
    expect(() => field(id, "a", i32)).toThrow(
      new RangeError(`field a: expected an id from -32768 to 32767, got ${id}`),
    );
  });

  test.each([-32_768, -1, 0, 32_767])("takes the id %d", (id) => {
    expect(field(id, "a", i32).id).toBe(id);
  });
});

describe.each([
  ["struct", struct],
  ["union", union],
  ["exception", exception],
] as const)("%s", (kind, make) => {
  test("is a plain value of its kind", () => {
    const fields = [field(1, "a", i32)];
    expect(make("S", fields)).toMatchObject({ kind, name: "S", fields, annotations: new Map() });
  });

  test("refuses fields that share an id or a name", () => {
    expect(() => make("S", [field(1, "a", i32), field(1, "b", i32)])).toThrow(RangeError);
    expect(() => make("S", [field(1, "a", i32), field(2, "a", i32)])).toThrow(
      "field a: its id or name is that of a (1)",
    );
  });

  test("asks for its fields once, when they are first wanted", () => {
    let asked = 0;
    const type = make("S", () => {
      asked++;
      return [field(1, "a", i32)];
    });
    expect(asked).toBe(0);
    expect(type.fields).toBe(type.fields);
    expect(asked).toBe(1);
  });

  test("checks fields that come later when they come", () => {
    const type = make("S", () => [field(1, "a", i32), field(1, "b", i32)]);
    expect(() => type.fields).toThrow(RangeError);
  });
});

test("containers and scalars are plain values", () => {
  expect(list(i32)).toStrictEqual({ kind: "list", of: { kind: "i32" } });
  expect(set(string)).toStrictEqual({ kind: "set", of: { kind: "string" } });
  expect(map(i64, i64Number)).toStrictEqual({
    kind: "map",
    key: { kind: "i64", as: "bigint" },
    value: { kind: "i64", as: "number" },
  });
});

test("an enum keeps any names", () => {
  const values = Object.fromEntries([
    ["A", 1],
    ["__proto__", 2],
  ]);
  expect([...enumType("E", values).values]).toStrictEqual([
    ["A", 1],
    ["__proto__", 2],
  ]);
});

test.each<[what: string, make: (name: string) => unknown]>([
  ["field 1", (name) => field(1, name, i32)],
  ["a struct", (name) => struct(name, [])],
  ["a union", (name) => union(name, [])],
  ["an exception", (name) => exception(name, [])],
  ["an enum", (name) => enumType(name, {})],
])("the name of %s is a string", (what, make) => {
  for (const name of [5, undefined, null, Symbol("s"), { toString: () => "a" }] as unknown as string[]) {
    expect(() => make(name)).toThrow(TypeError);
    expect(() => make(name)).toThrow(`expected the name of ${what}, got `);
  }
});
