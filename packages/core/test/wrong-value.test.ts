import { describeValue, wrongValue } from "@seapink/core";
import { expect, test } from "vitest";

test.each<[unknown, string]>([
  ["x", 'string "x"'],
  ['a"\n\u2028', 'string "a\\"\\n\u2028"'],
  ["x".repeat(1000), `string "${"x".repeat(40)}"`],
  [-1.5, "number -1.5"],
  [Number.NaN, "number NaN"],
  [12n, "bigint 12"],
  [2n ** 100_000n, "bigint of more than 128 bits"],
  [true, "boolean true"],
  [undefined, "undefined"],
  [null, "null"],
  [[1], "array"],
  [new Map(), "Map"],
  [new Set(), "Set"],
  [new Uint8Array(9), "Uint8Array"],
  [{ secret: 1 }, "object"],
  [new Date(), "object"],
  [(): void => undefined, "function"],
  [Symbol("x"), "symbol"],
])("describes a value, row %#", (value, text) => {
  expect(describeValue(value)).toBe(text);
});

function touch(): never {
  throw new Error("ran");
}

test("runs nothing of the value's", () => {
  const value = { toString: touch, toJSON: touch, [Symbol.toPrimitive]: touch };
  Object.defineProperty(value, Symbol.toStringTag, { get: touch });
  expect(describeValue(value)).toBe("object");
});

test("refuses with what was expected and what came", () => {
  expect(() => wrongValue("i64", "x")).toThrow(
    expect.objectContaining({ code: "invalid_data", message: 'expected i64, got string "x"' }),
  );
});
