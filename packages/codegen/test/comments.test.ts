import { expect, test } from "vitest";
import { docComment, linesOf } from "../src/comments.ts";
import { declarations } from "./text-of.ts";

test("one line stays one", () => expect(docComment(["One."])).toStrictEqual(["/** One. */"]));

test("many lines have a column", () =>
  expect(docComment(["One.", "", "  Two. "])).toStrictEqual(["/**", " * One.", " *", " *   Two.", " */"]));

test("a long line has a line of its own", () => {
  const long = "x".repeat(110);
  expect(docComment([long])).toStrictEqual(["/**", ` * ${long}`, " */"]);
});

test("nothing ends a comment but its end", () => {
  expect(docComment(["a */ b", "**/", "/"])).toStrictEqual(["/**", " * a *\\/ b", " * **\\/", " * /", " */"]);
});

test("a doc has the lines that it has", () => {
  expect([undefined, " \n ", "a", "\n\n  a\n  b\n\n", "a\r\nb\u2028c"].map(linesOf)).toStrictEqual([
    [],
    [],
    ["a"],
    ["  a", "  b"],
    ["a", "b", "c"],
  ]);
});

test("what is deprecated says so, and why", () => {
  const idl = `struct A { 1: i32 a (deprecated) /** Of b. */ 2: i32 b (deprecated = "use  a\n */ instead") 3: i32 c = 5 (deprecated) }`;
  expect(declarations(idl, "export interface A")).toStrictEqual([
    `export interface A {
  /** @deprecated */
  a: number;
  /**
   * Of b.
   * @deprecated use a *\\/ instead
   */
  b: number;
  /**
   * @deprecated
   * @defaultValue \`5\`
   */
  c?: number | undefined;
}`,
  ]);
});

test("a default that is long is left to the descriptor", () => {
  const [text] = declarations(`struct A { 1: string a = "${"x".repeat(90)}" }`, "export interface A");
  expect(text).toBe("export interface A {\n  a?: string | undefined;\n}");
});
