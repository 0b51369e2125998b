import { defaultLimits, type Limits, limits } from "@seapink/core";
import { expect, test } from "vitest";

test("every limit has a default that is positive and finite", () => {
  for (const value of Object.values(defaultLimits)) {
    expect(value).toBeGreaterThan(0);
    expect(value).toBeLessThan(Number.POSITIVE_INFINITY);
  }
});

test("the defaults are Thrift's, and cannot be changed for everybody", () => {
  expect(defaultLimits).toMatchObject({ maxMessageBytes: 104_857_600, maxFrameBytes: 16_384_000, maxDepth: 64 });
  expect(Object.isFrozen(defaultLimits)).toBe(true);
});

test("some are replaced, the others stay", () => {
  expect(limits()).toStrictEqual({ ...defaultLimits });
  expect(limits({ maxDepth: 3 })).toStrictEqual({ ...defaultLimits, maxDepth: 3 });
});

test("Infinity lifts a limit", () => {
  expect(limits({ maxMessageBytes: Number.POSITIVE_INFINITY }).maxMessageBytes).toBe(Number.POSITIVE_INFINITY);
});

test.each([0, -1, Number.NaN, "64", null, undefined])("refuses %s for a limit, by its name", (value) => {
  expect(() => limits({ maxDepth: value as number })).toThrow(RangeError);
  expect(() => limits({ maxDepth: value as number })).toThrow("maxDepth");
});

test.each(["maxDeph", "toString", "__proto__"])("refuses a limit that does not exist: %s", (name) => {
  const changes = JSON.parse(`{"${name}": 1}`) as Partial<Limits>;
  expect(() => limits(changes)).toThrow(new RangeError(`no such limit: ${name}`));
});
