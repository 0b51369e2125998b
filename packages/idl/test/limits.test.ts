import { expect, test } from "vitest";
import { compile, defaultIdlLimits, type IdlLimits, loadProgram, parse } from "../src/index.ts";
import { idlLimits } from "../src/limits.ts";

test("has the defaults for what is not given, and no end where that is meant", () => {
  expect(idlLimits()).toEqual(defaultIdlLimits);
  expect(idlLimits({ maxFiles: 1, maxDepth: Infinity })).toEqual({
    ...defaultIdlLimits,
    maxFiles: 1,
    maxDepth: Infinity,
  });
});

const text = `const list<i32> A = ${"[".repeat(100_000)}`;

test.each<[changes: object, problem: string]>([
  [{ maxDepth: NaN }, "expected limits.maxDepth to be a positive number, got number NaN"],
  [{ maxDepth: 0 }, "expected limits.maxDepth to be a positive number, got number 0"],
  [{ maxFiles: -1 }, "expected limits.maxFiles to be a positive number, got number -1"],
  [{ maxValues: "9" }, 'expected limits.maxValues to be a positive number, got string "9"'],
  [{ maxFileBytes: undefined }, "expected limits.maxFileBytes to be a positive number, got undefined"],
  [{ maxdepth: 5 }, "expected a limit that there is, got maxdepth"],
])("refuses the limits %j, whoever is asked", async (changes, problem) => {
  const options = { limits: changes as Partial<IdlLimits> };
  const error = new RangeError(problem);
  expect(() => parse(text, options)).toThrow(error);
  expect(() => compile({ "a.thrift": text }, options)).toThrow(error);
  const entry = { file: "a.thrift", text };
  await expect(loadProgram({ ...options, entry, resolve: () => ({ tried: [] }) })).rejects.toThrow(error);
});
