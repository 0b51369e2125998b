import { ByteWriter, defaultLimits, type ProtocolWriter } from "@seapink/core";
import { compact } from "@seapink/protocol-compact";
import { expect, test } from "vitest";
import { edges, varint, zigzag } from "./varints.ts";

/** What this writes into memory that ends soon after. */
function written(write: (w: ProtocolWriter) => void, blockBytes: number): number[] {
  const out = new ByteWriter(blockBytes);
  out.raw(new Uint8Array(blockBytes - 1));
  out.take();
  write(compact().writer(out, defaultLimits));
  return [...out.take()];
}

test("an i32 takes as few bytes as it can", () => {
  for (const value of edges(32)) {
    expect(written((w) => w.i32(Number(value)), 1)).toStrictEqual(varint(zigzag(value)));
    expect(written((w) => w.i32(Number(value)), 100)).toStrictEqual(varint(zigzag(value)));
  }
});

test("an i64 takes as few bytes as it can, as a number or a bigint", () => {
  for (const value of edges(64)) {
    expect(written((w) => w.i64(value), 1)).toStrictEqual(varint(zigzag(value)));
    if (!Number.isSafeInteger(Number(value))) continue;
    expect(written((w) => w.i64(Number(value)), 100)).toStrictEqual(varint(zigzag(value)));
  }
});

test("a size takes as few bytes as it can", () => {
  for (const size of edges(32).filter((n) => n > 0n)) {
    expect(written((w) => w.mapBegin(3, 3, Number(size)), 1)).toStrictEqual([...varint(size), 0x33]);
  }
});
