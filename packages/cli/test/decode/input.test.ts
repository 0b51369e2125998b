import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { inputBytes } from "../../src/decode/input.ts";
import { folderOf } from "../folder.ts";

async function* chunksOf(...texts: string[]): AsyncGenerator<Uint8Array> {
  for (const text of texts) yield new Uint8Array(Buffer.from(text, "latin1"));
}

test("takes hex as it stands, in one word or several", async () => {
  expect(await inputBytes(["0a 0b"])).toEqual(new Uint8Array([10, 11]));
  expect(await inputBytes(["0a", "0b0c"])).toEqual(new Uint8Array([10, 11, 12]));
});

test.each([
  ["hex", "0a 0b # text\n0c", [10, 11, 12]],
  ["bytes", "\u0080\u0001", [0x80, 1]],
  ["bytes that are text", "[1]", [91, 49, 93]],
])("reads a file of %s", async (_, text, expected) => {
  const path = join(folderOf({}), "a");
  writeFileSync(path, text, "latin1");
  expect(await inputBytes([path])).toEqual(new Uint8Array(expected));
});

test("reads standard input, in whatever pieces it comes", async () => {
  expect(await inputBytes(["-"], chunksOf("0a0", "b 0", "c"))).toEqual(new Uint8Array([10, 11, 12]));
  expect(await inputBytes(["-"], chunksOf("\u00ff", "\n"))).toEqual(new Uint8Array([255, 10]));
});

test.each([
  ["abc", /expected hex digits in pairs, a file, or - for standard input, got "abc" \(ENOENT\)/],
  ["/", /\(EISDIR\)/],
  ["x".repeat(5000), /got "x{60}…" \(ENAMETOOLONG\)/],
])("refuses what is neither: %#", async (argument, message) => {
  await expect(inputBytes([argument])).rejects.toThrow(message);
});

test("reads standard input where nothing is said", async () => {
  expect(await inputBytes([], chunksOf("0a"))).toEqual(new Uint8Array([10]));
});

test("expects bytes", async () => {
  await expect(inputBytes(["-"], chunksOf())).rejects.toThrow("expected bytes, got none in standard input");
});
