import { expect, test } from "vitest";
import type { IdlDialect } from "../src/index.ts";
import { problems } from "./problems.ts";

test.each<[text: string, dialect: IdlDialect | undefined, found: string[]]>([
  ["i32 m(1: i32 a) (streaming.mode = 'bidirectional')", undefined, []],
  ["i32 m(1: i32 a) (streaming.mode = 'unary')", "thriftgo", []],
  ["i32 m() (other.mode = 'x')", "thriftgo", []],
  [
    "i32 m(1: i32 a) (streaming.mode = 'both')",
    "thriftgo",
    ['30 error annotation: expected a mode of "bidirectional", "client", "server", "unary", got "both"'],
  ],
  [
    "i32 m(1: i32 a) (streaming.mode)",
    undefined,
    ['30 warning annotation: expected a mode of "bidirectional", "client", "server", "unary", got "1"'],
  ],
  [
    "i32 m() (streaming.mode = 'client')",
    undefined,
    ['17 warning annotation: expected one argument of the streaming method "m", got 0'],
  ],
  [
    "i32 m(1: i32 a, 2: i32 b) (streaming.mode = 'server')",
    "thriftgo",
    ['17 error annotation: expected one argument of the streaming method "m", got 2'],
  ],
])("checks the mode of %s for %s", (text, dialect, found) => {
  expect(problems(`service S { ${text} }`, { dialect })).toEqual(found.map((problem) => `1:${problem}`));
});
