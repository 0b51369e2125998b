import { describe, expect, test, vi } from "vitest";
import * as withNode from "../src/native.ts";

type Native = typeof withNode;

/** The module as a browser loads it, where there is no `Buffer`. A query makes the loader load it once more. */
async function loadPortable(): Promise<Native> {
  const specifier = "../src/native.ts?portable";
  vi.stubGlobal("Buffer", undefined);
  try {
    return (await import(/* @vite-ignore */ specifier)) as Native;
  } finally {
    vi.unstubAllGlobals();
  }
}

const portable = await loadPortable();
const utf8 = new TextEncoder();

test("is loaded twice", () => {
  expect(portable.allocate).not.toBe(withNode.allocate);
  expect(portable.asciiSlice.toString()).not.toBe(withNode.asciiSlice.toString());
  expect(portable.asciiSlice.toString()).toContain("decode");
});

describe.each([
  ["with Node's ways", withNode],
  ["with those of the platform", portable],
])("%s", (_, native) => {
  test("allocates plain bytes with a buffer of their own", () => {
    const bytes = native.allocate(100);
    expect(Object.getPrototypeOf(bytes)).toBe(Uint8Array.prototype);
    expect([bytes.length, bytes.byteOffset, bytes.buffer.byteLength]).toStrictEqual([100, 0, 100]);
  });

  test("reads ASCII from the middle of bytes", () => {
    const bytes = Uint8Array.from({ length: 128 }, (_, i) => i);
    expect(native.asciiSlice(bytes, 0x41, 0x5b)).toBe("ABCDEFGHIJKLMNOPQRSTUVWXYZ");
    expect(native.asciiSlice(bytes, 0, 128)).toHaveLength(128);
    expect(native.asciiSlice(bytes, 5, 5)).toBe("");
  });

  test.each(["", "abc", "é€😀", "a".repeat(1000)])("writes text as UTF-8 (%#)", (text) => {
    const expected = utf8.encode(text);
    const bytes = new Uint8Array(3 * text.length + 10);
    expect(native.utf8Write(bytes, text, 5)).toBe(expected.length);
    expect(bytes.subarray(5, 5 + expected.length)).toStrictEqual(expected);
    expect(bytes[4]).toBe(0);
  });

  test.each(["", "abc", "é€😀", "\ufeffa", "a".repeat(1000)])("reads UTF-8 as it is (%#)", (text) => {
    const bytes = Uint8Array.from([0xff, ...utf8.encode(text), 0xff]);
    expect(native.utf8Read(bytes, 1, bytes.length - 1, 0)).toBe(text);
  });

  test("refuses what is not UTF-8 at the offset given", () => {
    const wrong = { name: "ProtocolError", code: "invalid_data", offset: 7 };
    expect(() => native.utf8Read(Uint8Array.of(0x61, 0xff), 0, 2, 7)).toThrow(expect.objectContaining(wrong));
  });

  test("tells ASCII from other bytes at each place", () => {
    for (let size = 0; size < 12; size++) {
      const bytes = new Uint8Array(size + 2).fill(0x7f);
      const view = new DataView(bytes.buffer);
      bytes[0] = bytes[size + 1] = 0xff;
      expect(native.isAscii(view, 1, size + 1)).toBe(true);
      for (let at = 1; at <= size; at++) {
        bytes[at] = 0x80;
        expect(native.isAscii(view, 1, size + 1)).toBe(false);
        bytes[at] = 0x7f;
      }
    }
  });
});
