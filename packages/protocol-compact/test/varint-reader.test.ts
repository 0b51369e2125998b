import { defaultLimits, type ProtocolReader } from "@seapink/core";
import { compact } from "@seapink/protocol-compact";
import { bytes, expectCode } from "@seapink/testing";
import { describe, expect, test } from "vitest";
import { edges, varint, zigzag } from "./varints.ts";

const protocol = compact();

/** Readers of these bytes, and of more after them: where there is room, long varints are read in another way. */
function readers(of: ArrayLike<number>): ProtocolReader[] {
  return Array.from({ length: 12 }, (_, more) => {
    const all = Uint8Array.from({ length: of.length + more }, (_, i) => of[i] ?? 0xff);
    return protocol.reader(all, defaultLimits);
  });
}

describe("varints, wherever the bytes end", () => {
  test("of 32 bits are what was written", () => {
    for (const value of edges(32)) {
      const encoded = varint(zigzag(value));
      for (const reader of readers(encoded)) {
        expect([reader.i32(), reader.offset]).toStrictEqual([Number(value), encoded.length]);
      }
    }
  });

  test("of 64 bits are what was written", () => {
    for (const value of edges(64)) {
      const encoded = varint(zigzag(value));
      for (const reader of readers(encoded)) {
        expect([reader.i64(), reader.offset]).toStrictEqual([value, encoded.length]);
      }
    }
  });

  test("may take more bytes than they need", () => {
    for (let size = 2; size <= 10; size++) {
      const five = [0x85, ...Array.from({ length: size - 2 }, () => 0x80), 0];
      for (const reader of readers(five)) expect([reader.i64(), reader.offset]).toStrictEqual([-3n, size]);
      if (size > 5) continue;
      for (const reader of readers(five)) expect([reader.i32(), reader.offset]).toStrictEqual([-3, size]);
    }
  });

  test.each(["ffffffff10", "8080808080", "808080807f", "808080808000"])("have no more than 32 bits: %s", (hex) => {
    for (const reader of readers(bytes(hex))) expectCode(() => reader.i32(), "invalid_data");
  });

  test.each(["ffffffffffffffffff02", "8080808080808080807f", "8080808080808080808000"])(
    "have no more than 64 bits: %s",
    (hex) => {
      for (const reader of readers(bytes(hex))) expectCode(() => reader.i64(), "invalid_data");
      for (const reader of readers(bytes(hex))) expectCode(() => reader.i64Number(), "invalid_data");
    },
  );

  test("do not end with the bytes", () => {
    for (let size = 0; size < 10; size++) {
      const open = Array.from({ length: size }, () => 0x80);
      expectCode(() => readers(open)[0]?.i64(), "invalid_data");
      expectCode(() => readers(open)[0]?.i32(), "invalid_data");
    }
  });
});
