import { array, assert, constantFrom, property } from "fast-check";
import { expect, test } from "vitest";
import { cookDoc } from "../src/doc.ts";
import { printDoc } from "../src/print-doc.ts";

test.each<[doc: string, text: string]>([
  ["One line.", "/** One line. */"],
  ["*bold*", "/**\n * *bold*\n */"],
  ["One.\n\n  Two.", "/**\n * One.\n *\n *   Two.\n */"],
  ["an end */ in it", "/// an end */ in it"],
  ["an end */\n\nin it", "/// an end */\n///\n/// in it"],
])("prints the doc %j", (doc, text) => {
  expect(printDoc(doc, "")).toBe(text);
  expect(printDoc(doc, "  ")).toBe(text.replaceAll("\n", "\n  "));
});

const parts = ["a", "*", "**", "<", "/", "//", " ", "  ", "\t", "\n", "\n * ", "\n   ", "\n", "\r\n", "\r", "#", "-"];

test("prints the doc of any comment so that it reads as the same", () => {
  const inner = array(constantFrom(...parts), { maxLength: 20 }).map((items) => items.join(""));
  const law = property(inner, constantFrom("block", "lines"), (text, kind) => {
    const block = `/**${text.replaceAll("*/", "")}*/`;
    const lines = text.split(/\r\n?|\n/).map((line) => `///${line}`);
    const doc = cookDoc(kind === "block" ? block : lines.join("\n"));
    if (doc !== undefined) expect(cookDoc(printDoc(doc, "  "))).toBe(doc);
  });
  assert(law, { numRuns: 3000, seed: 7 });
});
