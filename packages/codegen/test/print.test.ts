import { describe, expect, test } from "vitest";
import {
  alternatives,
  arrayLiteral,
  assigned,
  block,
  call,
  lines,
  objectLiteral,
  returning,
  typeLiteral,
} from "../src/layout.ts";
import { print } from "../src/print.ts";

const long = '"'.padEnd(60, "x").concat('"');

test("what fits is in one line", () => {
  const layout = [
    "a: ",
    typeLiteral(["b: B", "c: C"]),
    " = ",
    call("f", [arrayLiteral(["1", objectLiteral(["d"])])]),
    ";",
  ];
  expect(print(layout)).toBe("a: { b: B; c: C } = f([1, { d }]);");
});

test("what does not fit has one thing in each line", () => {
  expect(print(["x = ", arrayLiteral([long, long]), ";"])).toBe(`x = [\n  ${long},\n  ${long},\n];`);
  expect(print(typeLiteral([long, long]))).toBe(`{\n  ${long};\n  ${long};\n}`);
});

test("the last column is the 120th", () => {
  const fits = "x".repeat(113);
  expect(print(["a = ", arrayLiteral([fits]), ";"])).toBe(`a = [${fits}];`);
  expect(print(["a = ", arrayLiteral([`${fits}x`]), ";"])).toBe(`a = [\n  ${fits}x,\n];`);
});

test("what is empty stays in one line", () => {
  expect(print([long, long, call("f", []), arrayLiteral([]), block([])])).toBe(`${long}${long}f()[]{}`);
});

test("the last argument takes many lines for all, if it can", () => {
  const array = arrayLiteral([long, long]);
  expect(print(call("f", ["a", array]))).toBe(`f(a, [\n  ${long},\n  ${long},\n])`);
  expect(print(call("f", ["a", returning(array)]))).toBe(`f(a, () => [\n  ${long},\n  ${long},\n])`);
  expect(print(call("f", [objectLiteral([long]), long]))).toBe(`f(\n  { ${long} },\n  ${long},\n)`);
  expect(print(call("f", [long, long, objectLiteral(["a"])]))).toBe(`f(\n  ${long},\n  ${long},\n  { a },\n)`);
});

test("arguments that are literals of one kind have a line each", () => {
  const array = arrayLiteral([long]);
  expect(print(call("f", [array, array]))).toBe(`f(\n  [${long}],\n  [${long}],\n)`);
});

function row(count: number): string {
  return `  ${"10, ".repeat(count).trimEnd()}`;
}

test("numbers fill the lines", () => {
  const text = print(
    arrayLiteral(
      Array.from({ length: 60 }, () => "10"),
      "filled",
    ),
  );
  expect(text.split("\n")).toStrictEqual(["[", row(29), row(29), row(2), "]"]);
});

test("literals of more than one thing each have a line each, even where they fit", () => {
  expect(print(arrayLiteral([arrayLiteral(["1", "2"]), arrayLiteral(["3", "4"])]))).toBe("[\n  [1, 2],\n  [3, 4],\n]");
  expect(print(arrayLiteral([arrayLiteral(["1"]), arrayLiteral(["3", "4"])]))).toBe("[[1], [3, 4]]");
});

describe("what is assigned", () => {
  test("is behind the sign where its beginning fits", () =>
    expect(print(["const x =", assigned(arrayLiteral([long, long])), ";"])).toMatch(/^const x = \[\n/));
  test("is in the next line where not", () => {
    expect(print([`const ${long} =`, assigned(`${long};`)])).toBe(`const ${long} =\n  ${long};`);
    expect(print([long, long.slice(3), assigned(call("f", [long]))])).toBe(`${long}${long.slice(3)}\n  f(${long})`);
  });
});

test("alternatives that do not fit have a line each", () => {
  expect(print(["type A =", alternatives(["a", "b"]), ";"])).toBe("type A = a | b;");
  expect(print(["type A =", alternatives([long, long]), ";"])).toBe(`type A =\n  | ${long}\n  | ${long};`);
});

test("lines are lines wherever they are, with what is around them", () => {
  expect(print(typeLiteral([lines("/** A. */", "a: A")]))).toBe("{\n  /** A. */\n  a: A;\n}");
});

test("an empty line has no blanks", () => expect(print(block(["a;", "", "b;"]))).toBe("{\n  a;\n\n  b;\n}"));
