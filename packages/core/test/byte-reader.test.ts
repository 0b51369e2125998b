import { ByteReader, ProtocolError, ViewCache } from "@seapink/core";
import { describe, expect, test } from "vitest";

const utf8 = new TextEncoder();
const read = (bytes: Uint8Array): ByteReader => new ByteReader(bytes, new ViewCache());

describe("reading", () => {
  test("goes from front to back and tells where it is", () => {
    const reader = read(Uint8Array.of(1, 2, 3, 4));
    expect([reader.u8(), reader.offset]).toStrictEqual([1, 1]);
    expect(reader.copy(2)).toStrictEqual(Uint8Array.of(2, 3));
    expect([reader.u8(), reader.offset]).toStrictEqual([4, 4]);
  });

  test("counts from the beginning of the bytes, not of the buffer", () => {
    const reader = read(Uint8Array.of(9, 9, 1, 2, 9).subarray(2, 4));
    expect(reader.take(1)).toBe(2);
    expect(reader.bytes[2]).toBe(1);
    expect(reader.offset).toBe(1);
  });

  test.each([
    ["a byte", (r: ByteReader): unknown => r.u8()],
    ["a run", (r: ByteReader): unknown => r.take(1)],
    ["text", (r: ByteReader): unknown => r.text(1)],
    ["a copy", (r: ByteReader): unknown => r.copy(1)],
    ["a large copy", (r: ByteReader): unknown => r.copy(2 ** 31)],
  ])("refuses %s past the end, though the buffer goes on", (_, act) => {
    const reader = read(Uint8Array.of(1, 2, 3, 4).subarray(0, 2));
    reader.take(2);
    expect(() => act(reader)).toThrow(
      expect.objectContaining({ name: "ProtocolError", code: "invalid_data", offset: 2 }),
    );
    expect(reader.offset).toBe(2);
  });

  test("copies, so that the copy outlives the bytes", () => {
    const bytes = Uint8Array.of(1, 2, 3);
    const copy = read(bytes).copy(3);
    bytes.fill(0);
    expect(copy).toStrictEqual(Uint8Array.of(1, 2, 3));
  });

  test("fails with a code and the offset", () => {
    const reader = read(Uint8Array.of(1, 2));
    reader.u8();
    expect(() => reader.fail("expected more")).toThrow(expect.objectContaining({ code: "invalid_data", offset: 1 }));
    expect(() => reader.fail("expected less", "size_limit")).toThrow(expect.objectContaining({ code: "size_limit" }));
  });
});

describe("text", () => {
  const pieces = [
    "",
    "a",
    "hello",
    "é",
    "€uro",
    "😀",
    "\0",
    "\ufeffx",
    "a".repeat(255),
    "b".repeat(256),
    "c".repeat(257),
  ];
  const longer = ["é".repeat(300), "d".repeat(1024), "e".repeat(5000), "", "f".repeat(200)];
  const all = [...pieces, ...longer, ...pieces];

  test("is cut in place out of bytes that hold much of it", () => {
    const encoded = all.map((text) => utf8.encode(text));
    const bytes = Uint8Array.from([7, ...encoded.flatMap((piece) => [...piece])]);
    const reader = read(bytes.subarray(1));
    expect(encoded.map((piece) => reader.text(piece.length))).toStrictEqual(all);
    expect(reader.offset).toBe(bytes.length - 1);
  });

  test.each([[0xff], [0xc0, 0x80], [0xed, 0xa0, 0x80], [0xe2, 0x82], [0x80], [0xf4, 0x90, 0x80, 0x80]])(
    "is refused where it is not UTF-8: %i %i",
    (...wrong) => {
      const bytes = Uint8Array.from([0x61, ...wrong]);
      expect(() => read(bytes).text(bytes.length)).toThrow(ProtocolError);
    },
  );

  test("is refused at the byte where it begins", () => {
    const reader = read(Uint8Array.of(0x61, 0x61, 0xff));
    reader.text(2);
    expect(() => reader.text(1)).toThrow(expect.objectContaining({ code: "invalid_data", offset: 2 }));
  });
});

describe("views", () => {
  test("are kept for messages of one buffer", () => {
    const views = new ViewCache();
    const bytes = new Uint8Array(100);
    const first = new ByteReader(bytes.subarray(0, 10), views);
    expect(new ByteReader(bytes.subarray(10), views).view).toBe(first.view);
    expect(new ByteReader(new Uint8Array(100), views).view).not.toBe(first.view);
  });

  test("are not kept for a buffer that is large", () => {
    const views = new ViewCache();
    const large = new Uint8Array(65_537);
    expect(views.viewsOf(large).view).not.toBe(views.viewsOf(large).view);
    const small = new Uint8Array(65_536);
    expect(views.viewsOf(small).view).toBe(views.viewsOf(small).view);
  });
});
