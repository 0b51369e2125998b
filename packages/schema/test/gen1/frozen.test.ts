import type { Protocol } from "@seapink/core";
import { binary } from "@seapink/protocol-binary";
import { compact } from "@seapink/protocol-compact";
import { type Annotations, decode, encode, type StructType } from "@seapink/schema";
import { describe, expect, test } from "vitest";
import * as aot from "./frozen/aot.ts";
import * as plain from "./frozen/plain.ts";

const protocols: readonly Protocol[] = [binary(), compact()];
const ids = Array.from({ length: 1000 }, (_, i) => BigInt(i) ** 3n);

const scalars: plain.Scalars = {
  a: true,
  b: -1,
  c: 2,
  d: 3,
  e: 2n ** 60n,
  f: 2 ** 50,
  g: 0.5,
  h: "text",
  i: Uint8Array.of(1, 2),
  j: "00112233-4455-6677-8899-aabbccddeeff",
  color: plain.Color.RED,
  withDefault: 8,
  constructor: 5n,
};

function nodeOf({ Problem }: typeof plain | typeof aot): plain.Node {
  return {
    name: "root",
    next: { name: "next", byName: new Map(), rows: [] },
    children: [{ name: "child", byName: new Map(), rows: [[]], ids: new Set() }],
    ids: new Set(ids),
    byName: new Map([["a", new Map(ids.slice(0, 300).map((id) => [Number(id), plain.Color.GREEN]))]]),
    problem: new Problem({ name: "full", message: "no room" }),
    shape: { field: "sizes", value: new Map([[1, 2]]) },
    rows: [[scalars, { ...scalars, a: false }], []],
  };
}

function keys(annotations: Annotations | undefined): unknown {
  return annotations && Object.fromEntries(annotations);
}

/** What is read of a node: its defaults are there. */
function readOf(module: typeof plain | typeof aot): plain.Node {
  const defaults = { children: [], ids: new Set([1n, 2n]) };
  const node = nodeOf(module);
  const problem = new module.Problem({ name: "full", message: "no room", codes: [1] });
  const next = { name: "next", byName: new Map(), rows: [], ...defaults };
  const children = [{ name: "child", byName: new Map(), rows: [[]], children: [], ids: new Set<bigint>() }];
  return { ...node, next, children, problem };
}

describe.each([
  ["plain", plain],
  ["ahead of time", aot],
])("types that were generated once, %s", (_, module) => {
  test("are written and read", () => {
    for (const protocol of protocols) {
      const bytes = encode(module.Node, nodeOf(module), protocol);
      const node: plain.Node = decode(module.Node, bytes, protocol);
      expect(node).toStrictEqual(readOf(module));
      expect(node.problem).toBeInstanceOf(module.Problem);
    }
  });

  test("have defaults", () => {
    const given = { ...scalars, color: undefined, withDefault: undefined };
    for (const protocol of protocols) {
      const read = decode(module.Scalars, encode(module.Scalars, given, protocol), protocol);
      expect(read).toStrictEqual({ ...scalars, color: module.Color.GREEN, withDefault: 7 });
    }
  });

  test("refuse what does not fit, with its path", () => {
    const wrong = { ...nodeOf(module), rows: [[{ ...scalars, h: 5 }]] };
    const given = wrong as unknown as plain.Node;
    expect(() => encode(module.Node, given, binary())).toThrow("rows[0][0].h: expected string, got number 5");
    expect(() => encode(module.Scalars, { ...scalars, f: 2 ** 60 }, binary())).toThrow("f: expected i64");
    expect(() => decode(module.Scalars, Uint8Array.of(0), binary())).toThrow("which Scalars requires, got none");
  });

  test("have unions, of which one field is there, or one that is not known", () => {
    const shape: plain.Shape = decode(
      module.Shape,
      encode(module.Shape, { field: "text", value: "x" }, binary()),
      binary(),
    );
    expect(shape).toStrictEqual({ field: "text", value: "x" });
    expect(decode(module.Shape, Uint8Array.of(0), binary())).toStrictEqual({ field: undefined, value: undefined });
  });

  test("have exceptions that are errors, with a cause", () => {
    const cause = new Error("why");
    const problem = new module.Problem({ name: "full" }, { cause });
    expect(problem).toMatchObject({ name: "full", message: "Problem", cause });
    const silent = decode(module.SilentType, encode(module.SilentType, new module.Silent(), binary()), binary());
    expect(silent).toBeInstanceOf(module.Silent);
    expect([silent.name, String(silent)]).toEqual(["Silent", "Silent: Silent"]);
  });

  test("have annotations, and names of enums", () => {
    const type: StructType = module.Scalars;
    expect(keys(module.ColorType.annotations)).toEqual({ paint: ["oil"] });
    expect(keys(type.fields.find(({ name }) => name === "constructor")?.annotations)).toEqual({ key: ["a", "b"] });
    expect(Object.fromEntries(module.ColorType.values)).toEqual({ RED: 0, GREEN: 5 });
    expect(module.SOME).toEqual([1n, 2n]);
  });
});

test("both ways of generating give the same bytes", () => {
  for (const protocol of protocols)
    expect(encode(aot.Node, nodeOf(aot), protocol)).toStrictEqual(encode(plain.Node, nodeOf(plain), protocol));
});

test("what was generated ahead of time brings its codecs along", () => {
  const types = [aot.Scalars, aot.Node, aot.Shape, aot.ProblemType, aot.SilentType];
  expect(types.map(({ codec }) => typeof codec)).toEqual(types.map(() => "function"));
});
