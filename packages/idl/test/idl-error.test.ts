import { isThriftError } from "@seapink/core";
import { expect, test } from "vitest";
import { compile, IdlError } from "../src/index.ts";

function failure(text: string): unknown {
  try {
    return compile({ "a.thrift": text });
  } catch (error) {
    return error;
  }
}

test("is one of our errors, with the code and the place of the first", () => {
  const error = failure("struct A { 0: i32 w }\nstruct B { 1: X x }\nstruct B {}");
  expect(error).toBeInstanceOf(IdlError);
  expect(isThriftError(error)).toBe(true);
  expect(error).toMatchObject({
    name: "IdlError",
    code: "unresolved",
    mayHaveRun: false,
    file: "a.thrift",
    line: 2,
    column: 15,
    diagnostics: [{ severity: "warning" }, { code: "unresolved" }, { code: "duplicate" }],
  });
});

test("shows the first three errors", () => {
  const lines = ["A", "B", "C", "D", "E"].map((name) => `typedef X ${name}`);
  expect((failure(lines.join("\n")) as Error).message.split("\n")).toEqual([
    ...["A", "B", "C"].flatMap((name, i) => [
      `a.thrift:${i + 1}:9: error: expected a type, got "X", which is not defined`,
      `${i + 1} | typedef X ${name}`,
      "  |         ^",
    ]),
    "and 2 more",
  ]);
});

test("keeps its cause", () => {
  const cause = new Error("disk");
  expect(new IdlError("missing_file", "expected a file, got none", { file: "a", cause })).toMatchObject({
    cause,
    file: "a",
  });
  expect(new IdlError("missing_file", "expected a file, got none", { file: "a" })).not.toHaveProperty("cause");
});
