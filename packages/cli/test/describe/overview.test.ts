import { compile } from "@seapink/idl";
import { expect, test } from "vitest";
import { overview } from "../../src/describe/overview.ts";
import { program } from "./programs.ts";

test("shows signatures, and one line of everything else", () => {
  expect(overview(program)).toBe(`interaction File
  stream<binary throws (1: NotFound gone)> read(1: i32 bytes)

service Store extends shared.Base
  // Reads a value.
  Info get(1: string key, 2: i64 version = 9007199254740993) throws (1: NotFound notFound)
  oneway void log(1: string line)
  File, Info open(1: string it_s = "it's")
  sink<i32, bool> fill()

types
  typedef list<shared.Color> Colors
  struct Info  // What is kept.
  exception NotFound

constants
  const i32 LIMIT = 64  // Keys are short.

included files
  shared: shared.thrift`);
});

test("puts a signature on one line, however long it is", () => {
  const params = Array.from({ length: 12 }, (_, i) => `${i + 1}: i32 parameter${i + 1}`).join(", ");
  const { length } = overview(compile({ "a.thrift": `service S { void f(${params}) }` })).split("\n");
  expect(length).toBe(2);
  expect(overview(compile({ "a.thrift": `service S { void f(${params}) }` }))).toContain(`  void f(${params})`);
});

test("says that there is nothing", () => {
  expect(overview(compile({ "a.thrift": "" }))).toBe("nothing is defined here");
});
