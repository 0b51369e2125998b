import type { Protocol } from "@seapink/core";
import { binary as binaryProtocol } from "@seapink/protocol-binary";
import { compact } from "@seapink/protocol-compact";
import { json } from "@seapink/protocol-json";
import {
  binary,
  bool,
  decode,
  double,
  encode,
  enumType,
  exception,
  field,
  type Fieldset,
  i16,
  i32,
  i64,
  i8,
  list,
  type Requiredness,
  set,
  string,
  struct,
  type Type,
  union,
} from "@seapink/schema";
import { expectCode, vectorsIn } from "@seapink/testing";
import catalogue from "@seapink/vectors/catalogue.json" with { type: "json" };
import { describe, expect, test } from "vitest";

// What may change between the one who writes and the one who reads, after the cases of fbthrift's conformance tests
// (thrift/conformance/data/CompatibilityGenerator.cpp and ToleranceGenerator.cpp), in every protocol.

const protocols: readonly Protocol[] = [binaryProtocol(), compact(), compact({ variant: "fbthrift" }), json()];

interface Kind {
  readonly name: string;
  readonly type: Type;
}

const kinds: readonly Kind[] = Object.entries({ bool, i8, i16, i32, i64, double, string, binary }).map(
  ([name, type]) => ({ name, type }),
);

type Named = readonly [name: string, value: unknown];

function valuesOf(kind: string): readonly [Named, Named, ...Named[]] {
  const vector = vectorsIn(catalogue, "binary").find(({ name }) => name === `values of ${kind}`);
  const [first, second, ...others] = Object.entries(vector?.value ?? {});
  if (!first || !second) throw new RangeError(`expected two values of ${kind} or more, got fewer`);
  return [first, second, ...others];
}

const none: Fieldset = struct("Old", []);

function one(type: Type, requiredness: Requiredness = "default"): Fieldset {
  return struct("One", [field(1, "f", type, { requiredness })]);
}

describe.each(protocols)("$name", (protocol) => {
  const carried = (from: Fieldset, value: unknown, to: Fieldset): unknown =>
    decode(to, encode(from, value, protocol), protocol);

  describe.each(kinds)("of $name", ({ name, type }) => {
    const values = valuesOf(name);
    const [[, first], [, second]] = values;

    test("a field added is absent, or has its default", () => {
      expect(carried(none, {}, one(type))).toStrictEqual({});
      const withDefault = struct("New", [field(1, "f", type, { default: first })]);
      expect(carried(none, {}, withDefault)).toStrictEqual({ f: first });
    });

    test("a default changed does not change what was written", () => {
      const before = struct("Old", [field(1, "f", type, { default: first })]);
      const after = struct("New", [field(1, "f", type, { default: second })]);
      expect(carried(before, {}, after)).toStrictEqual({ f: first });
    });

    test.each(values)("a field removed is skipped: %s", (_, value) => {
      const before = struct("Old", [field(1, "gone", type), field(2, "f", type), field(3, "also", list(type))]);
      const after = struct("New", [field(2, "f", type)]);
      expect(carried(before, { gone: value, f: value, also: [value, value] }, after)).toStrictEqual({ f: value });
    });

    test.each(values)("a struct, a union and an exception of one field are the same: %s", (_, value) => {
      const fields = [field(1, "f", type)];
      const asStruct = struct("S", fields);
      const asUnion = union("U", fields);
      const asException = exception("E", fields);
      const chosen = { field: "f", value };
      expect(carried(asStruct, { f: value }, asUnion)).toStrictEqual(chosen);
      expect(carried(asException, { f: value }, asUnion)).toStrictEqual(chosen);
      expect(carried(asUnion, chosen, asStruct)).toStrictEqual({ f: value });
      expect(carried(asException, { f: value }, asStruct)).toStrictEqual({ f: value });
      expect({ ...(carried(asStruct, { f: value }, asException) as object) }).toStrictEqual({ f: value });
      expect({ ...(carried(asUnion, chosen, asException) as object) }).toStrictEqual({ f: value });
    });

    test.each(values)("a value is no list of it, nor the other way around: %s", (_, value) => {
      expect(carried(one(type), { f: value }, one(list(type)))).toStrictEqual({});
      expect(carried(one(list(type)), { f: [value] }, one(type))).toStrictEqual({});
    });

    test.each(values)("two fields set in a union are refused: %s", (_, value) => {
      const fields = [field(1, "f", type), field(2, "g", type)];
      const bytes = encode(struct("S", fields), { f: value, g: value }, protocol);
      expectCode(() => decode(union("U", fields), bytes, protocol), "invalid_data");
    });
  });

  test.each<[string, Type, Type, unknown]>([
    ["i32 to i16", i32, i16, 7],
    ["i32 to i64", i32, i64, 7],
    ["i64 to i32", i64, i32, 7n],
    ["bool to i8", bool, i8, true],
    ["a set to a list", set(i32), list(i32), new Set([1])],
    ["a list to a set", list(i32), set(i32), [1]],
  ])("a type changed makes the field absent: %s", (_, from, to, value) => {
    expect(carried(one(from), { f: value }, one(to))).toStrictEqual({});
  });

  test("elements of another type are refused, unless there are none", () => {
    expectCode(() => carried(one(list(i32)), { f: [1] }, one(list(i64))), "invalid_data");
    expect(carried(one(list(i32)), { f: [] }, one(list(i64)))).toStrictEqual({ f: [] });
  });

  const qualifiers: readonly Requiredness[] = ["default", "optional", "required"];
  describe.each(qualifiers)("from %s", (from) => {
    test.each(qualifiers)("to %s, a value stays", (to) => {
      for (const value of [[], [0], [-1, 2 ** 31 - 1]]) {
        expect(carried(one(list(i32), from), { f: value }, one(list(i32), to))).toStrictEqual({ f: value });
      }
    });
  });

  test.each<Requiredness>(["default", "optional"])("to required from %s, an absent value is refused", (from) => {
    expectCode(() => carried(one(list(i32), from), {}, one(list(i32), "required")), "invalid_data");
  });

  const standard = enumType("E", { Zero: 0, One: 1, Two: 2 });
  test.each([
    ["without zero", enumType("E", { One: 1, Two: 2 })],
    ["with fewer values", enumType("E", { Zero: 0, One: 1 })],
    ["with another name", enumType("E", { Zero: 0, One: 1, Deux: 2 })],
    ["with another number", enumType("E", { Zero: 0, One: 1, Two: 3 })],
  ])("an enum %s keeps the number that was written", (_, changed) => {
    for (const value of [0, 1, 2]) {
      expect(carried(one(standard), { f: value }, one(changed))).toStrictEqual({ f: value });
      expect(carried(one(changed), { f: value }, one(standard))).toStrictEqual({ f: value });
    }
  });

  test("an enum and an i32 are the same", () => {
    expect(carried(one(standard), { f: 2 }, one(i32))).toStrictEqual({ f: 2 });
    expect(carried(one(i32), { f: 99 }, one(standard))).toStrictEqual({ f: 99 });
  });
});

// JSON writes them in different alphabets.
describe.each(protocols.filter(({ name }) => name !== "json"))("text and bytes in $name", (protocol) => {
  const text = valuesOf("string").filter(([, value]) => value !== "");

  test.each(text)("a string is a binary: %s", (_, value) => {
    const bytes = encode(one(string), { f: value }, protocol);
    expect(decode(one(binary), bytes, protocol)).toStrictEqual({ f: new TextEncoder().encode(value as string) });
    expect(decode(one(string), encode(one(binary), decode(one(binary), bytes, protocol), protocol), protocol)).toEqual({
      f: value,
    });
  });

  test("a binary that is no UTF-8 is refused as a string", () => {
    const bytes = encode(one(binary), { f: Uint8Array.of(0x72, 1, 0xff) }, protocol);
    expectCode(() => decode(one(string), bytes, protocol), "invalid_data");
  });
});
