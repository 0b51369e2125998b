import { expect, test } from "vitest";
import { Scanner } from "../src/scanner.ts";

function scan(text: string): { tokens: string[]; faults: string[] } {
  const tokens: string[] = [];
  const faults: string[] = [];
  const scanner = new Scanner(text, (start, end, message) => faults.push(`${start}-${end} ${message}`));
  for (scanner.next(); scanner.kind !== "end"; scanner.next()) {
    tokens.push(`${scanner.kind} ${text.slice(scanner.start, scanner.end)}`);
  }
  return { tokens, faults };
}

test.each<[text: string, tokens: string[]]>([
  ["", []],
  ["\uFEFF \t\r\n\v\f", []],
  ["struct _a1 a.b.c", ["name struct", "name _a1", "name a.b.c"]],
  ["{}()[]<>,;:=*&@", "{}()[]<>,;:=*&@".split("").map((mark) => `${mark} ${mark}`)],
  ["0 42 -7 +7 007", ["integer 0", "integer 42", "integer -7", "integer +7", "integer 007"]],
  ["0x1F -0xff +0X0", ["integer 0x1F", "integer -0xff", "integer +0X0"]],
  ["1.5 .5 -.5 1e3 1.5E-3 -2e+10", ["1.5", ".5", "-.5", "1e3", "1.5E-3", "-2e+10"].map((raw) => `double ${raw}`)],
  ["1e 1ex 0x 0xg", ["integer 1", "name e", "integer 1", "name ex", "integer 0", "name x", "integer 0", "name xg"]],
  ["1:2,3", ["integer 1", ": :", "integer 2", ", ,", "integer 3"]],
  [`"a" 'b' "it's" 'say "x"'`, ['string "a"', "string 'b'", `string "it's"`, `string 'say "x"'`]],
  [
    String.raw`"\"" '\'' "\\" ""`,
    [String.raw`string "\""`, String.raw`string '\''`, String.raw`string "\\"`, 'string ""'],
  ],
  ['\'a\nb\' "c\\"\r\n" d', ["string 'a\nb'", 'string "c\\"\r\n"', "name d"]],
  ["0b10 -0B1 0o17 0O7", ["integer 0b10", "integer -0B1", "integer 0o17", "integer 0O7"]],
  ["0b2 0o8", ["integer 0", "name b2", "integer 0", "name o8"]],
  ["été b.日本.c", ["name été", "name b.日本.c"]],
  ["a // b\nc # d\ne", ["name a", "name c", "name e"]],
  ["#!/usr/bin/thrift\na", ["name a"]],
  ["a /* b */ c /**/ d /***/ e /* * / ** */ f", ["a", "c", "d", "e", "f"].map((name) => `name ${name}`)],
  ["a//", ["name a"]],
])("cuts %j into tokens", (text, tokens) => {
  expect(scan(text)).toEqual({ tokens, faults: [] });
});

test.each<[text: string, tokens: string[], faults: string[]]>([
  ['"a\nb', ['string "a', "name b"], ["0-2 expected a closing quote, got the end of the line"]],
  ["'", ["string '"], ["0-1 expected a closing quote, got the end of the line"]],
  ['"\\', ['string "\\'], ["0-2 expected a closing quote, got the end of the line"]],
  ['"\\\nb', ['string "\\', "name b"], ["0-2 expected a closing quote, got the end of the line"]],
  ["a /* b", ["name a"], ['2-4 expected "*/" after this, got the end of the file']],
  ["a /** b", ["name a"], ['2-4 expected "*/" after this, got the end of the file']],
  ["a $ b", ["name a", "name b"], ['2-3 expected a name, number, string or mark, got "$"']],
  [
    "“a” b",
    ["name a", "name b"],
    ["“", "”"].map((mark, i) => `${i * 2}-${i * 2 + 1} expected a name, number, string or mark, got "${mark}"`),
  ],
  ["→→é", ["name é"], ['0-2 expected a name, number, string or mark, got "→→"']],
  [
    'a = "b;\nc = "d"',
    ["name a", "= =", 'string "b;', "name c", "= =", 'string "d"'],
    ["4-7 expected a closing quote, got the end of the line"],
  ],
  [
    "'b\n\"c\nd''",
    ["string 'b", 'string "c', "name d", "string ''"],
    ["0-2 expected a closing quote, got the end of the line", "3-5 expected a closing quote, got the end of the line"],
  ],
  [
    "a. -",
    ["name a"],
    ['1-2 expected a name, number, string or mark, got "."', '3-4 expected a name, number, string or mark, got "-"'],
  ],
  ["/", [], ['0-1 expected a name, number, string or mark, got "/"']],
  ["\0", [], ['0-1 expected a name, number, string or mark, got "\\u0000"']],
])("tells what is wrong with %j and goes on", (text, tokens, faults) => {
  expect(scan(text)).toEqual({ tokens, faults });
});

test("stays at the end", () => {
  const scanner = new Scanner("a", () => undefined);
  for (let i = 0; i < 4; i++) scanner.next();
  expect([scanner.kind, scanner.start, scanner.end]).toEqual(["end", 1, 1]);
});

test("looks ahead without moving", () => {
  const scanner = new Scanner("/** x */ a b c", () => undefined);
  scanner.next();
  const { word, start, end, docs } = scanner;
  const seen = scanner.ahead(() => {
    scanner.next();
    scanner.next();
    return scanner.word;
  });
  expect(seen).toBe("c");
  expect(scanner).toMatchObject({ word, start, end, kind: "name" });
  expect(scanner.docs).toBe(docs);
  scanner.next();
  expect(scanner.word).toBe("b");
});
