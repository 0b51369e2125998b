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
  string,
  struct,
  type StructType,
  type Type,
  uuid,
} from "@seapink/schema";
import { codecTable } from "@seapink/testing";
import { expect, test } from "vitest";
import { codecIn, modes } from "./modes.ts";

const one = (type: Type): StructType => struct("One", [field(1, "v", type)]);
const bad = (...values: readonly unknown[]): readonly (readonly [unknown, string])[] =>
  values.map((v) => [{ v }, "invalid_data"]);

for (const mode of modes) {
  codecTable(`bool, ${mode}`, {
    ...codecIn(mode, one(bool)),
    ok: [
      [{ v: true }, "02 0001 01 | 00"],
      [{ v: false }, "02 0001 00 | 00"],
      [{}, "00"],
    ],
    badValues: bad(1, "true", null),
  });

  codecTable(`i8, ${mode}`, {
    ...codecIn(mode, one(i8)),
    ok: [
      [{ v: -128 }, "03 0001 80 | 00"],
      [{ v: 127 }, "03 0001 7f | 00"],
    ],
    badValues: bad(-129, 128, 0.5, Number.NaN, 1n, "1", null),
  });

  codecTable(`i16, ${mode}`, {
    ...codecIn(mode, one(i16)),
    ok: [[{ v: -2 }, "06 0001 fffe | 00"]],
    badValues: bad(-32_769, 32_768, 1n),
  });

  codecTable(`i32, ${mode}`, {
    ...codecIn(mode, one(i32)),
    ok: [
      [{ v: -(2 ** 31) }, "08 0001 80000000 | 00"],
      [{ v: 2 ** 31 - 1 }, "08 0001 7fffffff | 00"],
    ],
    badValues: bad(2 ** 31, -(2 ** 31) - 1, Infinity, 1n),
  });

  codecTable(`i64, ${mode}`, {
    ...codecIn(mode, one(i64)),
    ok: [
      [{ v: -(2n ** 63n) }, "0a 0001 8000000000000000 | 00"],
      [{ v: 9_007_199_254_740_993n }, "0a 0001 0020000000000001 | 00"],
    ],
    badValues: bad(2n ** 63n, -(2n ** 63n) - 1n, 2 ** 53, 1.5, "1"),
  });

  codecTable(`i64 as a number, ${mode}`, {
    ...codecIn(mode, one(i64Number)),
    ok: [
      [{ v: Number.MAX_SAFE_INTEGER }, "0a 0001 001fffffffffffff | 00"],
      [{ v: -1 }, "0a 0001 ffffffffffffffff | 00"],
    ],
    badBytes: [
      ["0a 0001 0020000000000000 | 00 # 2 to the 53rd is not rounded", "invalid_data"],
      ["0a 0001 ffdfffffffffffff | 00", "invalid_data"],
    ],
    badValues: bad(2 ** 53, -(2 ** 53), 2n ** 53n, -(2n ** 53n) - 1n, "1"),
  });

  test(`a bigint is written as an i64 that is a number, ${mode}`, () => {
    const codec = codecIn(mode, one(i64Number));
    expect(codec.encode({ v: -5n })).toStrictEqual(codec.encode({ v: -5 }));
  });

  codecTable(`enums keep numbers that no name fits, ${mode}`, {
    ...codecIn(mode, one(enumType("Color", { RED: 1 }))),
    ok: [
      [{ v: 1 }, "08 0001 00000001 | 00"],
      [{ v: -7 }, "08 0001 fffffff9 | 00"],
    ],
    badValues: bad("RED", 2 ** 31, 1.5),
  });

  codecTable(`floating point, ${mode}`, {
    ...codecIn(mode, struct("Two", [field(1, "d", double), field(2, "f", float)])),
    ok: [
      [{ d: 1.5, f: -0.5 }, "04 0001 3ff8000000000000 | 13 0002 bf000000 | 00"],
      [{ d: -0, f: Infinity }, "04 0001 8000000000000000 | 13 0002 7f800000 | 00"],
      [{ d: Number.NaN }, "04 0001 7ff8000000000000 | 00"],
    ],
    badValues: [
      [{ d: 1n }, "invalid_data"],
      [{ f: "1" }, "invalid_data"],
    ],
  });

  codecTable(`text, ${mode}`, {
    ...codecIn(mode, one(string)),
    ok: [
      [{ v: "é\0" }, "0b 0001 00000003 c3a900 | 00"],
      [{ v: "" }, "0b 0001 00000000 | 00"],
    ],
    badValues: bad(1, "\ud800", null, ["a"]),
    badBytes: [["0b 0001 00000001 ff | 00", "invalid_data"]],
  });

  codecTable(`binary, ${mode}`, {
    ...codecIn(mode, one(binary)),
    ok: [
      [{ v: Uint8Array.of(255, 0) }, "0b 0001 00000002 ff00 | 00"],
      [{ v: new Uint8Array(0) }, "0b 0001 00000000 | 00"],
    ],
    badValues: bad([1], "x", new ArrayBuffer(1)),
  });

  codecTable(`uuid, ${mode}`, {
    ...codecIn(mode, one(uuid)),
    ok: [[{ v: "00112233-4455-6677-8899-aabbccddeeff" }, "10 0001 00112233445566778899aabbccddeeff | 00"]],
    badValues: bad("", "00112233-4455-6677-8899-aabbccddeefg", 1n),
  });
}
