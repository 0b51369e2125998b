import { ProtocolError, WireType } from "@seapink/core";
import { describe, expect, test } from "vitest";
import { TokenWriter } from "../src/token-writer.ts";

const uuid = "00112233-4455-6677-8899-AABBCCDDEEFF";

function header(type: number, id: number): number {
  return (type << 16) | (id & 0xffff);
}

describe("writes", () => {
  test.each([
    ["bool", true, true],
    ["bool", false, false],
    ["i8", -128, -128],
    ["i8", 127, 127],
    ["i16", -32_768, -32_768],
    ["i16", 32_767, 32_767],
    ["i32", -(2 ** 31), -(2 ** 31)],
    ["i32", 2 ** 31 - 1, 2 ** 31 - 1],
    ["i32", -0, 0],
    ["i64", -(2n ** 63n), -(2n ** 63n)],
    ["i64", 2n ** 63n - 1n, 2n ** 63n - 1n],
    ["i64", Number.MAX_SAFE_INTEGER, 9_007_199_254_740_991n],
    ["i64", -0, 0n],
    ["double", -0, -0],
    ["double", Number.NaN, Number.NaN],
    ["double", Infinity, Infinity],
    ["float", 0.1, Math.fround(0.1)],
    ["float", Number.NaN, Number.NaN],
    ["string", "", ""],
    ["string", "grüß 💐", "grüß 💐"],
    ["uuid", uuid, uuid.toLowerCase()],
  ] as const)("%s %s as one token", (type, value, token) => {
    const writer = new TokenWriter();
    writer[type](value as never);
    expect(writer.tokens).toStrictEqual([token]);
  });

  test("bytes as a copy", () => {
    const writer = new TokenWriter();
    const bytes = new Uint8Array([1, 2, 3]);
    writer.binary(bytes.subarray(1));
    bytes.fill(9);
    expect(writer.tokens).toStrictEqual([new Uint8Array([2, 3])]);
  });

  test("structs and containers with their types and sizes", () => {
    const w = new TokenWriter();
    w.structBegin();
    w.boolField(-1, true);
    w.fieldBegin(WireType.map, 2);
    w.mapBegin(WireType.i8, WireType.set, 1);
    w.i8(5);
    w.setBegin(WireType.string, 0);
    w.setEnd();
    w.mapEnd();
    w.fieldEnd();
    w.structEnd();
    const map = [header(13, 2), WireType.i8, WireType.set, 1, 5, WireType.string, 0];
    expect(w.tokens).toStrictEqual([header(2, -1), true, ...map, 0]);
  });
});

describe("refuses", () => {
  test.each([
    ["bool", 1],
    ["bool", undefined],
    ["i8", -129],
    ["i8", 128],
    ["i8", 1.5],
    ["i8", "1"],
    ["i8", 1n],
    ["i16", -32_769],
    ["i16", 32_768],
    ["i16", Number.NaN],
    ["i32", -(2 ** 31) - 1],
    ["i32", 2 ** 31],
    ["i32", Infinity],
    ["i32", null],
    ["i64", -(2n ** 63n) - 1n],
    ["i64", 2n ** 63n],
    ["i64", 2 ** 53],
    ["i64", 0.5],
    ["i64", "1"],
    ["double", "1"],
    ["double", 1n],
    ["float", 1n],
    ["float", Symbol("one")],
    ["string", 5],
    ["string", "\ud800"],
    ["string", new Uint8Array(1)],
    ["binary", "text"],
    ["binary", [1, 2]],
    ["binary", new ArrayBuffer(1)],
    ["uuid", uuid.slice(1)],
    ["uuid", "x".repeat(36)],
    ["uuid", uuid.replaceAll("-", "0")],
    ["uuid", 5],
  ] as const)("as %s the value %o", (type, value) => {
    const writer = new TokenWriter();
    const write = (): void => writer[type](value as never);
    expect(write).toThrow(ProtocolError);
    expect(write).toThrow(`expected ${type}, got ${typeof value}`);
    expect(writer.tokens).toStrictEqual([]);
  });

  test("more than 64 structs and containers inside each other, as a wire would", () => {
    const w = new TokenWriter();
    for (let i = 0; i < 16; i++) {
      w.structBegin();
      w.listBegin(WireType.struct, 1);
      w.setBegin(WireType.struct, 1);
      w.mapBegin(WireType.i8, WireType.struct, 1);
    }
    expect(() => w.structBegin()).toThrow("expected at most 64 structs and containers inside each other");
  });

  test("no number of them beside each other", () => {
    const w = new TokenWriter();
    for (let i = 0; i < 100; i++) {
      w.structBegin();
      w.structEnd();
      w.listBegin(WireType.i8, 0);
      w.listEnd();
      w.mapBegin(WireType.i8, WireType.i8, 0);
      w.mapEnd();
    }
    expect(w.tokens).toHaveLength(600);
  });

  test.each([
    ["messages", (w: TokenWriter) => w.messageBegin()],
    ["bytes of another protocol", (w: TokenWriter) => w.raw()],
  ])("%s", (_, write) => {
    expect(() => write(new TokenWriter())).toThrow(ProtocolError);
  });
});
