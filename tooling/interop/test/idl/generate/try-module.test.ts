import { shapesOf } from "@seapink/codegen/internal";
import { compile } from "@seapink/idl";
import { field, i32, i64, struct } from "@seapink/schema";
import { expect, test } from "vitest";
import { tryModule } from "../../../src/idl/generate/try-module.ts";

const program = compile({ "a.thrift": "typedef i32 N struct A { 1: required N n } const list<i32> class = [1]" });
const [file] = program.files.values();
const shapes = file ? shapesOf(file) : {};
const A = struct("A", [field(1, "n", i32, { requiredness: "required" })]);

test("finds what the IDL says, under whatever name it is exported", () => {
  expect(Object.keys(shapes)).toEqual(["typedef N", "struct A", "const class"]);
  expect(tryModule({ A, class_: [1] }, shapes)).toEqual([]);
});

test("says what is missing, or says something else", () => {
  const Other = struct("A", [field(1, "n", i64, { requiredness: "required" })]);
  expect(tryModule({ Other, class_: [2] }, shapes)).toEqual([
    expect.stringMatching(/^struct A: expected .*"type":"i32".*, got .*"type":"i64"/),
    "const class: expected [1], got none such",
  ]);
  expect(tryModule({ class_: [1] }, shapes)).toEqual([expect.stringMatching(/^struct A: expected .*, got none$/)]);
});

test("says which codec cannot be made", () => {
  expect(tryModule({ A: { ...A, codec: failing }, class_: [1] }, shapes)).toEqual([
    "struct A: its codec: TypeError: no such tool",
  ]);
});

function failing(): never {
  throw new TypeError("no such tool");
}
