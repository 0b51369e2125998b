import { type Compression, isProtocolError, type ProtocolError } from "@seapink/core";
import { zlib, zstd } from "@seapink/core/node";
import { describe, expect, test } from "vitest";

const compressions: readonly (readonly [name: string, compression: Compression])[] = [
  ["zlib", zlib()],
  ["zstd", zstd()],
];

const mebibyte = 1_048_576;

function refusal(run: () => unknown): ProtocolError {
  try {
    run();
  } catch (error) {
    if (isProtocolError(error)) return error;
    throw error;
  }
  return expect.fail("expected a ProtocolError, got none");
}

function noise(size: number): Uint8Array {
  let state = 1;
  return Uint8Array.from({ length: size }, () => (state = Math.imul(state, 1_103_515_245) + 12_345) >>> 16);
}

describe.each(compressions)("%s", (name, compression) => {
  const text = new TextEncoder().encode("seapink ".repeat(100));

  test("is called by its name", () => {
    expect(compression.name).toBe(name);
  });

  test.each([
    ["nothing", new Uint8Array(0)],
    ["a byte", Uint8Array.of(7)],
    ["text", text],
    ["noise", noise(100_000)],
    ["zeroes", new Uint8Array(mebibyte)],
  ])("gives %s back", (_, bytes) => {
    const shorter = compression.compress(bytes);
    const again = compression.decompress(shorter, bytes.length + 1);
    expect(again).toEqual(bytes);
    expect([shorter.constructor, again.constructor]).toEqual([Uint8Array, Uint8Array]);
  });

  test("makes text shorter", () => {
    expect(compression.compress(text).length).toBeLessThan(text.length / 5);
  });

  test("leaves what it is given, and reads from the middle of a buffer", () => {
    const shorter = compression.compress(text);
    const around = new Uint8Array(shorter.length + 2).fill(0xff);
    around.set(shorter, 1);
    const before = around.slice();
    expect(compression.decompress(around.subarray(1, -1), text.length)).toEqual(text);
    expect(around).toEqual(before);
  });

  test("takes what is as long as it may be, and refuses a byte more", () => {
    const shorter = compression.compress(text);
    expect(compression.decompress(shorter, text.length)).toHaveLength(text.length);
    expect(compression.decompress(shorter, Number.POSITIVE_INFINITY)).toHaveLength(text.length);
    for (const most of [text.length - 1, 1, 0.5, 0]) {
      expect(refusal(() => compression.decompress(shorter, most)).code).toBe("size_limit");
    }
  });

  test("refuses a bomb before it has grown", () => {
    const bomb = compression.compress(new Uint8Array(256 * mebibyte));
    expect(bomb.length).toBeLessThan(mebibyte);
    const { arrayBuffers } = process.memoryUsage();
    expect(refusal(() => compression.decompress(bomb, 1000)).code).toBe("size_limit");
    expect(process.memoryUsage().arrayBuffers - arrayBuffers).toBeLessThan(16 * mebibyte);
  });

  test("refuses what is cut, wherever", () => {
    const shorter = compression.compress(text);
    for (let size = 0; size < shorter.length; size++) {
      expect(refusal(() => compression.decompress(shorter.subarray(0, size), mebibyte)).code).toBe("invalid_data");
    }
  });

  test.each([
    ["garbage", new TextEncoder().encode("not compressed at all")],
    ["zeroes", new Uint8Array(64)],
    ["noise", noise(64)],
  ])("refuses %s", (_, bytes) => {
    const { code, mayHaveRun, message } = refusal(() => compression.decompress(bytes, mebibyte));
    expect({ code, mayHaveRun }).toEqual({ code: "invalid_data", mayHaveRun: true });
    expect(message).toContain(`expected ${name}, got other bytes`);
  });

  test("refuses anything behind the end", () => {
    const shorter = compression.compress(text);
    for (const more of [Uint8Array.of(0), shorter]) {
      const error = refusal(() => compression.decompress(Uint8Array.of(...shorter, ...more), mebibyte));
      expect([error.code, error.offset]).toEqual(["invalid_data", shorter.length]);
    }
  });

  test("makes a value or a refusal of whatever bit is turned", () => {
    const shorter = compression.compress(text);
    const outcomes = Array.from({ length: 8 * shorter.length }, (_, bit) => {
      const turned = shorter.map((byte, i) => (i === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte));
      try {
        return compression.decompress(turned, mebibyte).length <= mebibyte;
      } catch (error) {
        return isProtocolError(error);
      }
    });
    expect(outcomes).not.toContain(false);
  });
});

test("a level is how much effort is made", () => {
  const words = ["lane", "frame", "message", "payload", "body", "channel", "scope", "session"];
  const bytes = new TextEncoder().encode(Array.from(noise(20_000), (byte) => words[byte & 7]).join(" "));
  for (const make of [(level: number) => zlib({ level }), (level: number) => zstd({ level })]) {
    const [some, most] = [make(1).compress(bytes), make(9).compress(bytes)];
    expect(most.length).toBeLessThan(some.length);
    expect(make(9).decompress(most, bytes.length)).toEqual(bytes);
  }
  expect(zlib({ level: 0 }).compress(bytes).length).toBeGreaterThan(bytes.length);
});

test.each([-1, 10, 1.5, Number.NaN, "6"])("zlib has no level %s", (level) => {
  // The cast is the point: whoever has no types may give anything.
  expect(() => zlib({ level: level as number })).toThrow(RangeError);
});

test.each([0, 23, 1.5, Number.NaN, "6"])("zstd has no level %s", (level) => {
  expect(() => zstd({ level: level as number })).toThrow(RangeError);
});
