import { defaultLimits, type ProtocolReader } from "@seapink/core";
import { json } from "@seapink/protocol-json";
import { caseSettings, expectCode } from "@seapink/testing";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { read, reader, utf8 } from "./text.ts";

const { seed, cases } = caseSettings(process.env);

describe("numbers", () => {
  test("are read to the last bit, whatever their form", () => {
    const texts = [
      "0.1",
      "123456789.123456789",
      "1.7976931348623157e308",
      "2.2250738585072011e-308",
      "1e22",
      "1e23",
      `0.${"0".repeat(21)}1`,
      `0.${"0".repeat(22)}1`,
      // 2^53 and its neighbours, as which other digits must not be taken.
      "90071992547409.91",
      "90071992547409.92",
      "90071992547409.93",
      "9007199254740.993",
      "9.007199254740993",
      "9007199254740993",
      "9007199254740992.0",
      "9007199254740993.0",
    ];
    const digits = Array.from(
      { length: 2000 },
      (_, i) => `${(i * 7919) % 1000}.${String((i * 104_729) % 99_991).repeat(i % 5)}1`,
    );
    for (const text of [...texts, ...digits]) {
      expect(read("double", `{"1":{"dbl":${text}}}`)).toBe(Number(text));
      expect(read("double", `{"1":{"dbl":-${text}}}`)).toBe(-Number(text));
    }
  });

  test("of as many digits as a double holds, or a few more, are read as JavaScript does", () => {
    const near = fc.bigInt({ min: 2n ** 53n - 1000n, max: 2n ** 53n + 1000n });
    const digits = fc.oneof(fc.stringMatching(/^[1-9][0-9]{14,17}$/), near.map(String));
    const point = fc.integer({ min: 1, max: 14 });
    const exponent = fc.option(fc.integer({ min: -330, max: 291 }), { nil: undefined });
    fc.assert(fc.property(fc.tuple(digits, point, exponent), checkDouble), { seed, numRuns: Math.ceil(cases / 10) });
  });

  test("as i64 are exact around 2^53 and at both ends, as numbers or not at all", () => {
    for (const near of [2n ** 53n, 10n ** 15n, 10n ** 18n, 2n ** 63n - 3n]) {
      for (let n = near - 3n; n < near + 3n; n++) {
        expect(read("i64", `{"1":{"i64":${n}}}`)).toBe(n);
        expect(read("i64", `{"1":{"i64":${-n}}}`)).toBe(-n);
      }
    }
    expect(reader("-9007199254740991").i64Number()).toBe(-9_007_199_254_740_991);
    expectCode(() => reader("9007199254740992").i64Number(), "invalid_data");
    expectCode(() => reader("9223372036854775808").i64Number(), "invalid_data");
  });

  test("end with the bytes, though more digits lie behind them", () => {
    const all = utf8("123456789");
    const cut = (length: number): ProtocolReader => json().reader(all.subarray(2, 2 + length), defaultLimits);
    expect(cut(3).i32()).toBe(345);
    expect(cut(3).double()).toBe(345);
    expect(cut(4).i64()).toBe(3456n);
    expectCode(() => cut(0).i32(), "invalid_data");
    expectCode(() => cut(0).double(), "invalid_data");
  });
});

function checkDouble([digits, point, power]: readonly [string, number, number | undefined]): void {
  const text = `${digits.slice(0, point)}.${digits.slice(point)}${power === undefined ? "" : `e${power}`}`;
  expect(reader(text).double()).toBe(Number(text));
  expect(reader(`-${text}`).double()).toBe(-Number(text));
}
