import { limits } from "@seapink/core";
import { describe, expect, test } from "vitest";
import { ServiceNames } from "../src/service-names.ts";
import { callOf } from "./call.ts";

const listed = { Calculator: ["calc", "Calculator.v1"], Weather: "weather" };
const swapped = { A: "B", B: "A" };

describe("the name of a message", () => {
  test.each([
    [false, "Calculator", "add", "add"],
    [true, "Calculator", "add", "Calculator:add"],
    [true, undefined, "add", "add"],
    [true, "Calculator", "a:b", "Calculator:a:b"],
    [true, "__proto__", "add", "__proto__:add"],
    [listed, "Calculator", "add", "calc:add"],
    [listed, "Weather", "get", "weather:get"],
    [listed, "Other", "get", "Other:get"],
    [listed, "constructor", "get", "constructor:get"],
    [listed, undefined, "get", "get"],
    [false, undefined, "ü".repeat(12), "ü".repeat(12)],
    [true, "Calculator", "x".repeat(13), `Calculator:${"x".repeat(13)}`],
    [swapped, "A", "get", "B:get"],
    [swapped, "B", "get", "A:get"],
  ])("with %j, of %s and %s is %s", (multiplexed, service, method, name) => {
    expect(new ServiceNames(multiplexed).nameOf(callOf(method, { service }), limits({ maxMethodNameBytes: 24 }))).toBe(
      name,
    );
  });

  const colon = "expected a service's name that is not empty and has no colon, got";
  test.each([
    [true, "Lab:Calculator", "add", `${colon} "Lab:Calculator"`],
    [true, ":", "add", `${colon} ":"`],
    [true, "", "add", `${colon} ""`],
    [true, undefined, "a:b", `expected a method's name without a colon, got "a:b"`],
    [false, "Calculator", "a:b", `expected a method's name without a colon, got "a:b"`],
    [false, undefined, "x".repeat(25), `expected a name of at most 24 bytes, got "${"x".repeat(25)}"`],
    [false, undefined, "ü".repeat(13), `expected a name of at most 24 bytes, got "${"ü".repeat(13)}"`],
    [true, "Calculator", "x".repeat(14), `expected a name of at most 24 bytes, got "Calculator:${"x".repeat(14)}"`],
    [listed, "weather", "get", `expected a service whose name is not on the wire Weather's, got "weather"`],
  ])("with %j, of %s and %s is refused", (multiplexed, service, method, message) => {
    const names = new ServiceNames(multiplexed);
    expect(() => names.nameOf(callOf(method, { service }), limits({ maxMethodNameBytes: 24 }))).toThrow(
      expect.objectContaining({ code: "not_implemented", mayHaveRun: false, message }),
    );
  });
});

test.each([
  [false, "calc", "calc"],
  [true, "calc", "calc"],
  [listed, "calc", "Calculator"],
  [listed, "Calculator.v1", "Calculator"],
  [listed, "Calculator", "Calculator"],
  [listed, "Other", "Other"],
  [listed, "", ""],
  [listed, "__proto__", "__proto__"],
  [listed, "constructor", "constructor"],
  [swapped, "A", "B"],
])("with %j, the name %s on the wire is that of %s", (multiplexed, wireName, service) => {
  expect(new ServiceNames(multiplexed).serviceOf(wireName)).toBe(service);
});

test.each([
  [{ A: [] }, "multiplexed: expected a name for A, got none"],
  [{ A: "a", B: ["b", "a"] }, "multiplexed: expected a once, got A and B"],
  [{ A: "a:b" }, `multiplexed: expected a service's name that is not empty and has no colon, got "a:b"`],
  [{ A: ["a", ""] }, `multiplexed: expected a service's name that is not empty and has no colon, got ""`],
])("%j is a mistake", (multiplexed, message) => {
  expect(() => new ServiceNames(multiplexed)).toThrow(new RangeError(message));
});
