import { expect, test } from "vitest";
import { compile, type CompileOptions, parse, type ParseOptions } from "../src/index.ts";

test.each<[options: object, problem: string]>([
  [{ dialect: "nonsense" }, 'expected dialect to be "apache" or "thriftgo" or "fbthrift", got string "nonsense"'],
  [{ dialect: "toString" }, 'expected dialect to be "apache" or "thriftgo" or "fbthrift", got string "toString"'],
  [{ dialect: null }, 'expected dialect to be "apache" or "thriftgo" or "fbthrift", got null'],
  [{ fieldIds: "none" }, 'expected fieldIds to be "apache" or "sequential" or "explicit", got string "none"'],
  [{ i64: "Number" }, 'expected i64 to be "bigint" or "number", got string "Number"'],
])("refuses the options %j", (options, problem) => {
  expect(() => compile({ "a.thrift": "struct A {}" }, options as CompileOptions)).toThrow(new RangeError(problem));
});

test("refuses a dialect before anything is read", () => {
  expect(() => parse("struct A {}", { dialect: "nonsense" } as unknown as ParseOptions)).toThrow(RangeError);
});

test("takes options that are left out", () => {
  const options = { dialect: undefined, fieldIds: undefined };
  expect(compile({ "a.thrift": "struct A {}" }, options).struct("A").name).toBe("A");
});
