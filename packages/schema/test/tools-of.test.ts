import { exception, field, i32, list, struct } from "@seapink/schema";
import { expect, test } from "vitest";
import type { CodecTools } from "../src/codec-tools.ts";
import { toolsOf } from "../src/tools-of.ts";

const noCodec = (): never => {
  throw new Error("expected no struct inside");
};
const tools = (type: Parameters<typeof toolsOf>[0]): CodecTools => toolsOf(type, noCodec);

test("a maker makes plain objects of what is there", () => {
  const make = tools(struct("S", [])).maker(function (a, b) {
    if (a !== undefined) this["a"] = a;
    if (b !== undefined) this["b"] = b;
  });
  const made = new make(1, undefined);
  expect(made).toStrictEqual({ a: 1 });
  expect([Object.getPrototypeOf(made), made.constructor]).toEqual([Object.prototype, Object]);
});

test("a default is the same to be written, and another each time that it is read", () => {
  const some = tools(struct("S", [field(1, "ids", list(i32), { default: [1] })]));
  const make = some.makeDefault(0);
  expect([some.default(0), make()]).toEqual([[1], [1]]);
  expect([some.default(0) === some.default(0), make() === make()]).toEqual([true, false]);
});

test("only an exception has a class", () => {
  const Refused = exception("Refused", []);
  expect(tools(Refused).exceptionClass()).toBe(Refused.construct);
  expect(() => tools(struct("S", [])).exceptionClass()).toThrow("expected an exception");
});

test("what is missing is told with its struct", () => {
  expect(() => tools(struct("S", [])).missing("a")).toThrow("expected field a, which S requires, got none");
});
