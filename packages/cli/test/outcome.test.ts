import { compile, IdlError } from "@seapink/idl";
import { expect, test } from "vitest";
import { outcomeOf } from "../src/outcome.ts";
import { UsageError } from "../src/usage-error.ts";

function idlErrorOf(text: string): unknown {
  try {
    return compile({ "a.thrift": text });
  } catch (error) {
    return error;
  }
}

test("tells all errors of IDL with their lines", () => {
  const { message, exitCode, isSafe } = outcomeOf(idlErrorOf("struct A { 1: B b, 2: C c, 3: D d, 4: E e }"));
  expect({ exitCode, isSafe }).toEqual({ exitCode: 2, isSafe: true });
  expect(message.match(/^a\.thrift:1:\d+: error: /gm)).toHaveLength(4);
});

test.each([
  [new IdlError("missing_file", "expected a file, got none at a.thrift", { file: "a.thrift" }), 2],
  [new UsageError("expected a name, got none"), 2],
])("tells %s as it is", (error, exitCode) => {
  expect(outcomeOf(error)).toEqual({ message: error.message, exitCode });
});
