import { expect, test } from "vitest";
import { cookDoc, joinDocs } from "../src/doc.ts";

test.each<[raw: string, text: string | undefined]>([
  ["/***/", undefined],
  ["/** */", undefined],
  ["///", undefined],
  ["/** \n * \n */", ""],
  ["/**\n *\n * \t\n */", "\n"],
  ["/**\n *\n * Between blank lines.\n *\n */", "\nBetween blank lines.\n"],
  ["/**\n *   First is indented.\n * Second.\n */", "  First is indented.\nSecond."],
  ["/**   First.\n *   Second.\n *  Third.\n */", "First.\n Second.\nThird."],
  ["/** Irregular.\n  * second\n * third\n */", "Irregular.\n * second\n* third"],
  ["/**\n   no stars, but the last\n  **/", " no stars, but the last\n*"],
  ["/** One line. */", "One line."],
  ["/**< Behind it. */", "Behind it."],
  ["/**\n * First.\n *   Indented.\n *\n * Last.\n */", "First.\n  Indented.\n\nLast."],
  ["/** First.\n * Second. */", "First.\nSecond."],
  ["/**\r\n * First.\r\n * Second.\r\n **/", "First.\nSecond.\n"],
  ["/**\n   no stars\n     at all\n*/", "no stars\n  at all"],
  ["/**\n   An item:\n   * of a list\n*/", "An item:\n* of a list"],
  ["/** *bold* */", "*bold*"],
  ["/**\n * *bold*\n */", "*bold*"],
  ["/**** banner ****/", "** banner ***"],
  ["/// One line.", "One line."],
  ["///   An item:\n///     of a list", "An item:\n  of a list"],
  ["///One.\n  ///  Two.  \r\n\n/// */", "One.\n Two.\n*/"],
  ["///< Behind it.\n///< And more.", "Behind it.\nAnd more."],
  ["// One. /* no block\n# Two.\n/* Three. */", "One. /* no block\nTwo.\nThree."],
])("cooks the doc comment %j", (raw, text) => {
  expect(cookDoc(raw)).toBe(text);
});

test.each<[string | undefined, string | undefined, string | undefined]>([
  [undefined, undefined, undefined],
  ["a", undefined, "a"],
  [undefined, "b", "b"],
  ["a", "b", "a\nb"],
])("joins the docs %j and %j", (one, other, both) => {
  expect(joinDocs(one, other)).toBe(both);
});
