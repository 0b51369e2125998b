import { expect, test } from "vitest";
import { JsonSplitter } from "../../src/call/json-splitter.ts";

function split(chunks: readonly string[]): string[] {
  const splitter = new JsonSplitter();
  return [...chunks.flatMap((chunk) => [...splitter.push(chunk)]), ...splitter.end()];
}

test.each([
  ["", []],
  [" \n\t\r ", []],
  ["1", ["1"]],
  ["1 2\n-3.5e7\n", ["1", "2", "-3.5e7"]],
  ["true false null", ["true", "false", "null"]],
  ['{"a":1}{"b":[2,{"c":3}]}', ['{"a":1}', '{"b":[2,{"c":3}]}']],
  ["[1,\n2][ ]", ["[1,\n2]", "[ ]"]],
  ['"a""b" "c d"', ['"a"', '"b"', '"c d"']],
  ['1"a"2{}3[]null', ["1", '"a"', "2", "{}", "3", "[]", "null"]],
  [String.raw`"a\"b" "\\" {"}":"{\"["}`, [String.raw`"a\"b"`, String.raw`"\\"`, String.raw`{"}":"{\"["}`]],
  ['"ü 🎈" {"é":"\u2028"}', ['"ü 🎈"', '{"é":"\u2028"}']],
  ["1,2", ["1,2"]],
  ["} ] 1", ["}", "]", "1"]],
  ['{"a":', ['{"a":']],
  ['  "a', ['"a']],
])("cuts %j into values, however it comes", (text, values) => {
  expect(split([text])).toEqual(values);
  expect(split(text.split("").flatMap((unit) => [unit, ""]))).toEqual(values);
  for (let at = 1; at < text.length; at++) expect(split([text.slice(0, at), text.slice(at)])).toEqual(values);
});

test("gives a value out as soon as it has ended", () => {
  const splitter = new JsonSplitter();
  expect([...splitter.push('{"a":1} {"b"')]).toEqual(['{"a":1}']);
  expect([...splitter.push(":2}3")]).toEqual(['{"b":2}']);
  expect([...splitter.push("4")]).toEqual([]);
  expect([...splitter.push("\n")]).toEqual(["34"]);
});
