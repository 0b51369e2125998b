import { ByteWriter, ProtocolError, TransportError } from "@seapink/core";
import { describe, expect, test } from "vitest";

/** The bytes 0, 1, 2 and so on. */
const counted = (size: number): Uint8Array => Uint8Array.from({ length: size }, (_, i) => i);
const utf8 = new TextEncoder();

describe("writing", () => {
  test("stores bytes, words and runs in order", () => {
    const out = new ByteWriter();
    out.u8(0x1ff);
    out.i32(-2);
    out.raw(Uint8Array.of(1, 2));
    expect(out.length).toBe(7);
    expect(out.take()).toStrictEqual(Uint8Array.of(0xff, 0xff, 0xff, 0xff, 0xfe, 1, 2));
  });

  test.each([1, 7, 16, 17, 1000])("grows from %d bytes without losing any", (blockBytes) => {
    const out = new ByteWriter(blockBytes);
    for (let i = 0; i < 5000; i++) out.u8(i);
    expect(out.take()).toStrictEqual(counted(5000));
  });

  test("makes room for bytes that are stored from outside", () => {
    const out = new ByteWriter(4);
    out.u8(1);
    out.reserve(8);
    out.view.setFloat64(out.position, 1.5);
    out.position += 8;
    expect(out.take()).toStrictEqual(Uint8Array.of(1, 0x3f, 0xf8, 0, 0, 0, 0, 0, 0));
  });

  test("fills in a word that was left open, also after growing and taking", () => {
    const out = new ByteWriter(8);
    out.u8(9);
    out.take();
    out.u8(1);
    const at = out.length;
    out.i32(0);
    out.raw(counted(100));
    out.patchI32(at, 100);
    const taken = out.take();
    expect(taken.subarray(0, 5)).toStrictEqual(Uint8Array.of(1, 0, 0, 0, 100));
    expect(taken).toHaveLength(105);
  });
});

describe("taking", () => {
  test("gives what was written since the last time", () => {
    const out = new ByteWriter(64);
    out.u8(1);
    expect(out.take()).toStrictEqual(Uint8Array.of(1));
    expect(out.length).toBe(0);
    expect(out.take()).toStrictEqual(new Uint8Array(0));
    out.raw(Uint8Array.of(2, 3));
    expect(out.take()).toStrictEqual(Uint8Array.of(2, 3));
  });

  test("counts what was taken in all", () => {
    const out = new ByteWriter(4);
    out.raw(counted(10));
    expect(out.taken).toBe(0);
    out.take();
    out.raw(counted(5));
    out.truncate(3);
    out.take();
    expect(out.taken).toBe(13);
  });

  test("never touches what was taken, however much follows", () => {
    const out = new ByteWriter(16);
    const taken = Array.from({ length: 200 }, (_, i) => {
      out.raw(new Uint8Array(1 + (i % 23)).fill(i));
      return out.take();
    });
    taken.forEach((bytes, i) => expect(bytes).toStrictEqual(new Uint8Array(1 + (i % 23)).fill(i)));
  });

  test("lets messages share a block", () => {
    const out = new ByteWriter(1024);
    out.u8(1);
    const first = out.take();
    out.u8(2);
    expect(out.take().buffer).toBe(first.buffer);
  });
});

describe("cutting back", () => {
  test("takes back what was written after a length", () => {
    const out = new ByteWriter(8);
    out.raw(counted(4));
    const { length } = out;
    out.raw(counted(100));
    out.truncate(length);
    expect(out.take()).toStrictEqual(counted(4));
  });

  test("counts from what was not taken", () => {
    const out = new ByteWriter();
    out.raw(counted(10));
    out.take();
    out.raw(counted(5));
    out.truncate(2);
    expect(out.take()).toStrictEqual(counted(2));
  });
});

describe("the limit", () => {
  test("takes text that fits, however many bytes its characters might have taken", () => {
    for (const text of ["a".repeat(90), "é".repeat(45), "€".repeat(30), "🔑".repeat(22)]) {
      const out = new ByteWriter(16, 100);
      out.text(text);
      expect(new TextDecoder().decode(out.take().subarray(4))).toBe(text);
    }
    expect(() => new ByteWriter(16, 100).text("a".repeat(97))).toThrow("expected at most 100 bytes");
  });

  test("refuses bytes beyond it with a retry that is safe, and goes on after a take", () => {
    const out = new ByteWriter(16, 100);
    out.raw(counted(100));
    const overloaded = { name: "TransportError", code: "overloaded", mayHaveRun: false };
    expect(() => out.u8(1)).toThrow(expect.objectContaining(overloaded));
    expect(() => out.u8(1)).toThrow(TransportError);
    expect(out.length).toBe(100);
    out.take();
    out.raw(counted(100));
    expect(out.take()).toStrictEqual(counted(100));
  });
});

describe("text", () => {
  test.each(["hello", "é".repeat(30)])("may have any gap before it, which is the protocol's to fill (%s)", (text) => {
    for (const gap of [0, 1, 9]) {
      const out = new ByteWriter(16);
      out.u8(7);
      const size = out.utf8(text, gap);
      expect(out.length).toBe(1);
      out.position += gap + size;
      expect(out.take().subarray(1 + gap)).toStrictEqual(utf8.encode(text));
    }
  });

  const texts = ["", "a", "hello", "é", "€", "😀", "\0", "\ufeff", "aé".repeat(11), "a".repeat(23), "a".repeat(24)];
  const long = ["a".repeat(25), "é".repeat(24), "a".repeat(100_000), "€".repeat(50_000), `${"a".repeat(30)}😀`];

  test.each([...texts, ...long])("has its length in bytes before it (%#)", (text) => {
    for (const blockBytes of [1, 16_384]) {
      const out = new ByteWriter(blockBytes);
      out.text(text);
      const taken = out.take();
      expect(new DataView(taken.buffer, taken.byteOffset).getInt32(0)).toBe(taken.length - 4);
      expect(taken.subarray(4)).toStrictEqual(utf8.encode(text));
    }
  });

  test.each(["\ud800", "\udc00", "a\ud800b", "\udc00\ud800", "😀\ud83d", `${"a".repeat(100)}\udfff`])(
    "refuses a lone surrogate (%#)",
    (text) => {
      const out = new ByteWriter();
      expect(() => out.text(text)).toThrow(ProtocolError);
      expect(out.length).toBe(0);
    },
  );
});

describe("memory that is given back", () => {
  test("is written again, once all of it has been taken", () => {
    const writer = new ByteWriter(64);
    writer.i32(1);
    const first = writer.take();
    writer.recycle();
    writer.i32(2);
    expect(writer.take().byteOffset).toBe(first.byteOffset);
    expect(writer.taken).toBe(8);
  });

  test("is left alone as long as something waits in it", () => {
    const writer = new ByteWriter(64);
    writer.i32(1);
    writer.i32(2);
    const first = writer.take(4);
    writer.recycle();
    writer.i32(3);
    expect([...first]).toEqual([0, 0, 0, 1]);
    expect([...writer.take()]).toEqual([0, 0, 0, 2, 0, 0, 0, 3]);
  });
});
