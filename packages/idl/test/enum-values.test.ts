import { expect, test } from "vitest";
import { compile, type IdlDialect } from "../src/index.ts";
import { problems } from "./problems.ts";

test.each<[text: string, values: [string, number][]]>([
  ["", []],
  [
    "A B C",
    [
      ["A", 0],
      ["B", 1],
      ["C", 2],
    ],
  ],
  [
    "A = 5 B C = -1 D",
    [
      ["A", 5],
      ["B", 6],
      ["C", -1],
      ["D", 0],
    ],
  ],
  [
    "A = 0x7FFFFFFF B = -2147483648",
    [
      ["A", 2147483647],
      ["B", -2147483648],
    ],
  ],
  ["A = 010", [["A", 10]]],
  [
    "__proto__ constructor",
    [
      ["__proto__", 0],
      ["constructor", 1],
    ],
  ],
])("numbers the enum { %s }", (text, values) => {
  const type = compile({ "a.thrift": `enum E { ${text} } (k = "v")` }).type("E");
  expect(type).toMatchObject({ kind: "enum", name: "E", annotations: new Map([["k", ["v"]]]) });
  expect(type.kind === "enum" && [...type.values]).toEqual(values);
});

test.each<[text: string, problem: string]>([
  ["A B A", '1:14 error duplicate: expected different names of enum values, got "A" twice'],
  ["A = 1 B = 1", '1:20 warning enum_number: expected different numbers of enum values, got 1 for "A" too'],
  ["A = 2147483648", '1:14 error enum_number: expected a number of 32 bits for "A", got "2147483648"'],
  ["A = 2147483647 B", '1:25 error enum_number: expected a number of 32 bits for "B", got "2147483648"'],
])("tells what is wrong with the enum { %s }", (text, problem) => {
  expect(problems(`enum E { ${text} }`)).toEqual([problem]);
});

test.each<[text: string, dialect: IdlDialect, found: string[]]>([
  ["A = 1 B = 1", "apache", ['20 warning enum_number: expected different numbers of enum values, got 1 for "A" too']],
  ["A = 1 B = 1", "thriftgo", ['20 error enum_number: expected different numbers of enum values, got 1 for "A" too']],
  ["A = 1 B = 1", "fbthrift", ['20 error enum_number: expected different numbers of enum values, got 1 for "A" too']],
  ["A = 1 B", "thriftgo", []],
  ["A = 1 B", "fbthrift", ['16 error enum_number: expected a number for each enum value, got "B" without one']],
])("takes the enum { %s } as %s does", (text, dialect, found) => {
  expect(problems(`enum E { ${text} }`, { dialect })).toEqual(found.map((problem) => `1:${problem}`));
});
