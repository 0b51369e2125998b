import { defaultLimits, type Protocol, WireType } from "@seapink/core";
import { expect, test } from "vitest";
import { expectCode } from "../expect-code.ts";
import type { ScalarShape } from "../shape.ts";
import { shapeCodec } from "../shape-codec.ts";
import type { Subject } from "./subject.ts";
import { written } from "./written.ts";

const noNumbers: readonly unknown[] = ["1", "", null, undefined, true, {}, [], [1], Symbol("1"), Object.create(null)];
const noIntegers: readonly unknown[] = [...noNumbers, 1n, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53];
const noUuids = ["", "0", "00112233445566778899aabbccddeeff", "00112233-4455-6677-8899-aabbccddeefg"];
const loneSurrogates = ["\ud800", "a\udfff", `${"a".repeat(100)}\ud800`, "\udc00\ud800"];

const noSizes: readonly unknown[] = [
  -1,
  -(2 ** 31),
  2 ** 31,
  2 ** 32,
  1.5,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  "1",
  1n,
];

/** What does not fit a type. */
const misfits: Readonly<Record<ScalarShape, readonly unknown[]>> = {
  bool: [0, 1, "true", null, undefined, {}],
  i8: [...noIntegers, 128, -129, 255],
  i16: [...noIntegers, 32_768, -32_769],
  i32: [...noIntegers, 2 ** 31, -(2 ** 31) - 1],
  i64: [...noNumbers, 0.5, Number.NaN, 2 ** 53, -(2 ** 53), 2n ** 63n, -(2n ** 63n) - 1n],
  double: [...noNumbers, 1n],
  float: [...noNumbers, 1n],
  string: [1, 1n, null, undefined, {}, ["a"], new Uint8Array(1), ...loneSurrogates],
  binary: ["00", 1, null, undefined, [0], {}, new ArrayBuffer(1), new Uint16Array(1), new DataView(new ArrayBuffer(1))],
  uuid: [...noUuids, 1, null, undefined, new Uint8Array(16)],
};

const extremes: readonly (readonly [ScalarShape, readonly unknown[]])[] = [
  ["i8", [-128, 127, 0, -1]],
  ["i16", [-32_768, 32_767, 0, -1]],
  ["i32", [-(2 ** 31), 2 ** 31 - 1, 0, -1]],
  ["i64", [-(2n ** 63n), 2n ** 63n - 1n, 0n, -1n, 2n ** 53n, -(2n ** 53n) - 1n, 2n ** 32n, -(2n ** 32n)]],
  ["double", [Number.NaN, -0, 0, 5e-324, Number.MAX_VALUE, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 0.1]],
  ["float", [Number.NaN, -0, 2 ** -149, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Math.fround(0.1)]],
  [
    "string",
    ["", "\0", "\ufeffa", "é", "€", "😀", "\uffff", "\r\n:", "__proto__", "a".repeat(10_000), "é".repeat(10_000)],
  ],
];

/** Each type takes its whole range and nothing else; nothing is rounded or wrapped. */
export function rangeLaws({ protocol, shapes }: Subject): void {
  const has = (kind: ScalarShape): boolean => !shapes.lacks?.includes(kind);

  for (const kind of Object.keys(misfits) as ScalarShape[]) {
    if (!has(kind)) continue;
    test(`refuses to write as ${kind} what is none`, () => {
      for (const value of misfits[kind])
        expectCode(() => oneField(protocol, kind).encode({ f: value }), "invalid_data");
    });
  }

  test.each(extremes.filter(([kind]) => has(kind)))("carries the extremes of %s", (kind, values) => {
    const { encode, decode } = oneField(protocol, kind);
    for (const f of values) expect(decode(encode({ f }))).toStrictEqual({ f });
  });

  test.each(noSizes)("refuses to begin a container of %s elements", (size) => {
    expectCode(() => written(protocol, (w) => w.listBegin(WireType.i8, size as number)), "invalid_data");
    expectCode(() => written(protocol, (w) => w.setBegin(WireType.i8, size as number)), "invalid_data");
    expectCode(() => written(protocol, (w) => w.mapBegin(WireType.i8, WireType.i8, size as number)), "invalid_data");
  });

  test("writes an i64 that is a number as it would the bigint", () => {
    const { encode } = oneField(protocol, "i64");
    for (const n of [0, -0, 1, -1, 2 ** 32, -(2 ** 32) - 1, Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER]) {
      expect(encode({ f: n })).toStrictEqual(encode({ f: BigInt(n) }));
    }
  });

  test("reads an i64 as a number up to 2^53, and refuses to round", () => {
    for (const n of [0n, -1n, 2n ** 53n - 1n, 1n - 2n ** 53n]) expect(readI64Number(protocol, n)).toBe(Number(n));
    for (const n of [2n ** 53n, -(2n ** 53n), 2n ** 63n - 1n, -(2n ** 63n)]) {
      expectCode(() => readI64Number(protocol, n), "invalid_data");
    }
  });

  test("copies binary, so that it outlives the message", () => {
    const { encode, decode } = oneField(protocol, "binary");
    const bytes = encode({ f: Uint8Array.of(1, 2, 3) });
    const read = decode(bytes);
    bytes.fill(0);
    expect(read).toStrictEqual({ f: Uint8Array.of(1, 2, 3) });
  });
}

function oneField(protocol: Protocol, kind: ScalarShape): ReturnType<typeof shapeCodec> {
  return shapeCodec(protocol, { struct: [{ id: 1, name: "f", type: kind }] });
}

function readI64Number(protocol: Protocol, value: bigint): number {
  const reader = protocol.reader(oneField(protocol, "i64").encode({ f: value }), defaultLimits);
  reader.structBegin();
  reader.fieldBegin();
  return reader.i64Number();
}
