import { expect, test } from "vitest";
import { Blanks } from "../src/blanks.ts";
import type { IdlDialect } from "../src/dialect.ts";

/** The docs of a gap that begins behind an `a`, as text. */
function docsOf(gap: string, dialect: IdlDialect | undefined): (string | undefined)[] {
  const text = `a${gap}b`;
  const blanks = new Blanks(text, dialect, () => undefined);
  expect(blanks.skip(1)).toBe(text.length - 1);
  const { first, last, trailing } = blanks.docs;
  return [first, last, trailing].map((span) => span && text.slice(span.start, span.end));
}

test.each<[gap: string, dialect: IdlDialect | undefined, docs: (string | undefined)[]]>([
  ["", undefined, []],
  [" // x\n# y\n/* z */", undefined, []],
  ["/***/ /****/ //// x\n", undefined, []],
  ["/** x */", undefined, ["/** x */", "/** x */"]],
  ["/** x */ // y\n /** z */", undefined, ["/** x */", "/** z */"]],
  ["/// x\n", undefined, ["/// x", "/// x"]],
  ["/// x\n\n  /// y\n", undefined, ["/// x\n\n  /// y", "/// x\n\n  /// y"]],
  ["/// x\n//\n/// y\n", undefined, ["/// x", "/// y"]],
  ["/** x */ /// y\n", "fbthrift", ["/** x */", "/// y"]],
  ["/// x\n/** y */", "fbthrift", ["/// x", "/** y */"]],
  ["///< x\n/// y\n", "fbthrift", ["/// y", "/// y", "///< x"]],
  ["///< x\n ///< y\n", "fbthrift", [undefined, undefined, "///< x\n ///< y"]],
  ["/**< x */ /** y */", "fbthrift", ["/** y */", "/** y */", "/**< x */"]],
  ["/// x\n///< y\n", "apache", []],
  ["/**< x */", "apache", ["/**< x */", "/**< x */"]],
  [" // x\n", "thriftgo", [undefined, undefined, "// x"]],
  ["\n // x\n# y\n/* z */", "thriftgo", ["// x\n# y\n/* z */", "// x\n# y\n/* z */"]],
  [" // x\r // y\r\n // z\n", "thriftgo", ["// z", "// z", "// x\r // y"]],
])("finds the docs in %j for %s", (gap, dialect, [first, last, trailing]) => {
  expect(docsOf(gap, dialect)).toEqual([first, last, trailing]);
});

test("tells where a comment begins that does not end, and goes to the end", () => {
  const starts: number[] = [];
  const blanks = new Blanks("a /* b", undefined, (start) => starts.push(start));
  expect(blanks.skip(1)).toBe(6);
  expect(starts).toEqual([2]);
});
