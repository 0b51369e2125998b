import { parse } from "@seapink/idl";
import { expect, test } from "vitest";
import { describeText } from "../../src/describe/describe-text.ts";
import { findNamed, allNames } from "../../src/describe/found.ts";
import { program } from "./programs.ts";

const describeNamed = (name: string): string => describeText(program, findNamed(program, name));

const get = `service Store {
  /** Reads a value. */
  Info get(1: string key, 2: i64 version = 9007199254740993) throws (1: NotFound notFound);
}

/**
 * What is kept.
 * And more.
 */
struct Info {
  /** In bytes. */
  1: required i64 size;
  2: optional Colors colors = [shared.Color.RED] (since = "2");
  3: map<string, Info> parts;
}

exception NotFound {
  1: string key;
}

typedef list<shared.Color> Colors (note = "as they come")

enum Color {
  RED = 1,
  /** As grass is. */
  GREEN,
}

// for example
seapink call ADDRESS Store.get '{"key":"key","version":9007199254740993}' --idl store.thrift`;

test("shows all that there is to a method, and how to call it", () => {
  expect(describeNamed("Store.get")).toBe(get);
});

test.each([
  ["Store.ping", "service Base {\n  void ping();\n}"],
  ["Store.ping", "seapink call ADDRESS Store.ping '{}' --idl"],
  ["Store.open", `Store.open '{"it_s":"it'\\''s"}' --then 'File.read {"bytes":1}' --idl store.thrift`],
  ["Store.open", "interaction File {"],
  ["File.read", `call ADDRESS Store.open '{"it_s":"it'\\''s"}' --then 'File.read {"bytes":1}' --idl`],
  ["File.read", "stream<binary throws (1: NotFound gone)> read(1: i32 bytes);"],
  ["Store", "// inherited: ping"],
  ["Store", "service Store extends shared.Base {"],
  ["Store", "sink<i32, bool> fill();"],
  ["LIMIT", "/** Keys are short. */\nconst i32 LIMIT = 64"],
  ["NotFound", '// for example, as JSON\n{"key":"key"}'],
  ["shared.Color", "enum Color {\n  RED = 1,"],
])("%s: %s", (name, expected) => {
  expect(describeNamed(name)).toContain(expected);
});

test("everything is IDL but for the examples", () => {
  for (const name of allNames(program)) {
    const idl = describeNamed(name).replace(/\n\n\/\/ for example.*/s, "");
    expect(parse(idl).diagnostics).toEqual([]);
  }
});
