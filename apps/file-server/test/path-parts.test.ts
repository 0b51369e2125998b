import { expect, test } from "vitest";
import { pathParts } from "../src/path-parts.ts";

test.each([
  [".", []],
  ["./", []],
  ["a.txt", ["a.txt"]],
  ["./a//b/", ["a", "b"]],
  ["%2e%2e/%2f", ["%2e%2e", "%2f"]],
  ["...", ["..."]],
  [".hidden/ a ", [".hidden", " a "]],
  ["ключ/🔑", ["ключ", "🔑"]],
  [".seapink-put-", [".seapink-put-"]],
])("takes %j apart", (path, parts) => expect(pathParts(path)).toEqual(parts));

test.each([
  ["", "refused", "expected a path, got an empty one"],
  ["..", "refused", "expected a path without .."],
  ["../a", "refused", "expected a path without .."],
  ["a/../b", "refused", "expected a path without .."],
  ["a/..", "refused", "expected a path without .."],
  ["/etc/passwd", "refused", "expected a path from the served folder on, got an absolute one"],
  ["//a", "refused", "expected a path from the served folder on, got an absolute one"],
  ["a\\..\\b", "refused", "expected a path without backslashes"],
  ["a\0b", "refused", "expected a path without NUL"],
  ["ä/".repeat(1366), "refused", "expected a path of at most 4096 bytes, got 4098"],
  ["a".repeat(256), "missing", "no such file or folder"],
  [`a/.seapink-put-12-${"0".repeat(24)}`, "refused", "expected another name: such are files that are being written"],
])("refuses %j", (path, kind, reason) => {
  expect(() => pathParts(path)).toThrow(expect.objectContaining({ kind, path, reason }));
});
