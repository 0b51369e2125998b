import { expect, test } from "vitest";
import { entryLine } from "../src/entry-line.ts";

test.each([
  [
    { name: "a.txt", size: 5n, modifiedTime: 1_700_000_000n, isDirectory: false },
    "           5  2023-11-14T22:13:20Z  a.txt",
  ],
  [{ name: "docs", size: 0n, modifiedTime: 0n, isDirectory: true }, "           -  1970-01-01T00:00:00Z  docs/"],
  [
    { name: "\u001b[31m", size: 1n, modifiedTime: 9_000_000_000_000_000_000n, isDirectory: false },
    "           1  9000000000000000000 s  \\u001b[31m",
  ],
])("shows %o as a line", (entry, line) => expect(entryLine(entry)).toBe(line));
