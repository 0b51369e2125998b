import { defaultLimits, limits, type ProtocolReader, WireType } from "@seapink/core";
import { binary } from "@seapink/protocol-binary";
import { bytes, codecTable, expectCode, type Shape, shapeCodec, type StructShape } from "@seapink/testing";
import { describe, expect, test } from "vitest";
import { hostileStructs } from "./hostile.ts";

const struct = (...types: readonly Shape[]): StructShape => ({
  struct: types.map((type, i) => ({ id: i + 1, name: `f${i + 1}`, type })),
});

const hostile = struct("string", { list: "i32" }, { map: ["string", "i64"] }, { set: struct() }, "binary", {
  list: "bool",
});

describe("hostile structs", () => {
  test.each(hostileStructs)("refuses $what with $code, read or skipped", ({ hex, code }) => {
    expectCode(() => shapeCodec(binary(), hostile).decode(bytes(hex)), code);
    expectCode(() => binary().reader(bytes(hex), defaultLimits).skip(WireType.struct), code);
    expectCode(() => shapeCodec(binary(), struct()).decode(bytes(hex)), code);
  });

  test("refuses containers inside each other whose claims together exceed the bytes", () => {
    const lists = struct({ list: { list: "bool" } });
    // Each claim alone fits into the 12 bytes that follow it.
    const claims = bytes("0f 0001 0f 00000002 | 02 00000006 0000 0000");
    expectCode(() => shapeCodec(binary(), lists).decode(claims), "invalid_data");
    expectCode(() => binary().reader(claims, defaultLimits).skip(WireType.struct), "invalid_data");
  });

  test.each([
    ["a list", "0a 00000003", (r: ProtocolReader): number => r.listBegin(WireType.i64)],
    ["a set", "0a 00000003", (r: ProtocolReader): number => r.setBegin(WireType.i64)],
    ["a map", "0b 0a 00000002", (r: ProtocolReader): number => r.mapBegin(WireType.string, WireType.i64)],
  ])("refuses the size of %s that 23 bytes cannot hold, before any element is read", (_, head, begin) => {
    const claim = bytes(`${head} ${"00".repeat(23)}`);
    expectCode(() => begin(binary().reader(claim, defaultLimits)), "invalid_data");
    expect(begin(binary().reader(Uint8Array.from([...claim, 0]), defaultLimits))).toBeGreaterThan(0);
  });

  test("tells the limit of elements from a lack of bytes", () => {
    const lists = struct({ list: "bool" });
    const three = bytes("0f 0001 02 00000003 000000 00");
    const within = (maxContainerElements: number): unknown =>
      shapeCodec(binary(), lists, limits({ maxContainerElements })).decode(three);
    expect(within(3)).toStrictEqual({ f1: [false, false, false] });
    expectCode(() => within(2), "size_limit");
  });
});

const codec = (type: Shape, limit = defaultLimits): ReturnType<typeof shapeCodec> =>
  shapeCodec(binary(), struct(type), limit);

codecTable("bool", {
  ...codec("bool"),
  ok: [
    [{ f1: true }, "02 0001 01 | 00"],
    [{ f1: false }, "02 0001 00 | 00"],
  ],
  alsoDecodes: [
    ["02 0001 02 | 00 # any byte but zero is true", { f1: true }],
    ["02 0001 ff | 00", { f1: true }],
    ["02 0001 01 | 02 0001 00 | 00 # the last of a repeated field wins", { f1: false }],
    ["08 0001 00000005 | 00 # a field of another type is skipped", {}],
    ["02 0002 01 | 00 # a field that nobody knows is skipped", {}],
  ],
  badBytes: [
    ["", "invalid_data"],
    ["02 # ends in the field header", "invalid_data"],
    ["02 00", "invalid_data"],
    ["02 0001", "invalid_data"],
    ["02 0001 01 # no stop", "invalid_data"],
  ],
});

codecTable("map", {
  ...codec({ map: ["string", "i64"] }),
  ok: [[{ f1: [] }, "0d 0001 0b 0a 00000000 | 00"]],
  alsoDecodes: [
    ["0d 0001 00 00 00000000 | 00 # types of an empty map mean nothing", { f1: [] }],
    ["0d 0001 ff 07 00000000 | 00", { f1: [] }],
  ],
  badBytes: [
    ["0d 0001 0b 0b 00000001 00000000 00000000 | 00 # another value type", "invalid_data"],
    ["0d 0001 0a 0a 00000001 0000000000000000 0000000000000000 | 00 # another key type", "invalid_data"],
  ],
});

codecTable("list", {
  ...codec({ list: "i32" }),
  ok: [[{ f1: [] }, "0f 0001 08 00000000 | 00"]],
  alsoDecodes: [
    ["0f 0001 00 00000000 | 00 # the type of an empty list means nothing", { f1: [] }],
    ["0f 0001 ff 00000000 | 00", { f1: [] }],
  ],
  badBytes: [["0f 0001 06 00000001 0001 | 00 # i16 for i32", "invalid_data"]],
});

test("skips empty containers of any type", () => {
  const reader = binary().reader(
    bytes("0d 0001 00 05 00000000 | 0f 0002 07 00000000 | 0e 0003 ff 00000000 | 00"),
    defaultLimits,
  );
  reader.skip(WireType.struct);
  expect(reader.offset).toBe(26);
});

/** A struct with these bytes as a string. */
const stringOf = (text: string): string => `0b 0001 ${(text.length / 2).toString(16).padStart(8, "0")} ${text} 00`;

describe("text", () => {
  const broken = [
    ["an overlong NUL", "c080"],
    ["an overlong slash", "e080af"],
    ["a surrogate", "eda080"],
    ["more than 0x10ffff", "f4908080"],
    ["a byte that UTF-8 does not have", "ff"],
    ["a tail without a head", "80"],
    ["a head without a tail", "e282"],
  ] as const;
  test.each(broken)("refuses %s, also at the end of long text", (_, hex) => {
    for (const length of [0, 3, 300, 2000]) {
      expectCode(() => codec("string").decode(bytes(stringOf("61".repeat(length) + hex))), "invalid_data");
    }
  });

  test.each(broken)("takes %s as binary, and where it is skipped", (_, hex) => {
    expect(codec("binary").decode(bytes(stringOf(hex)))).toStrictEqual({ f1: bytes(hex) });
    expect(codec("i8").decode(bytes(stringOf(hex)))).toStrictEqual({});
  });

  test.each([
    "",
    "a",
    "\0",
    "\ufeffx",
    "héé",
    "😀",
    "a".repeat(256),
    "a".repeat(257),
    "a".repeat(3000),
    "é".repeat(3000),
  ])("carries text %#", (text) => {
    expect(codec("string").decode(codec("string").encode({ f1: text }))).toStrictEqual({ f1: text });
  });

  test("reads many short texts that share a window", () => {
    const texts = Array.from({ length: 500 }, (_, i) => `text ${i} ${i % 7 === 0 ? "é" : ""}`);
    const list = codec({ list: "string" });
    expect(list.decode(list.encode({ f1: texts }))).toStrictEqual({ f1: texts });
  });
});

describe("floods", () => {
  test("skips a million fields that nobody knows", () => {
    const many = repeat(bytes("03 0002 07"), 1_000_000);
    expect(codec("i8").decode(many)).toStrictEqual({});
  });

  test("reads a field that comes a million times", () => {
    const many = repeat(bytes("03 0001 07"), 1_000_000);
    expect(codec("i8").decode(many)).toStrictEqual({ f1: 7 });
  });

  test("refuses more elements than the limit, though the bytes are there", () => {
    const size = 1_000_001;
    const list = new Uint8Array(9 + size);
    list.set(bytes("0f 0001 02 000f4241"));
    expectCode(() => codec({ list: "bool" }, limits({ maxContainerElements: 1_000_000 })).decode(list), "size_limit");
    expect(codec({ list: "bool" }).decode(list)).toHaveProperty("f1.length", size);
  });
});

function repeat(field: Uint8Array, times: number): Uint8Array {
  const all = new Uint8Array(field.length * times + 1);
  for (let i = 0; i < times; i++) all.set(field, i * field.length);
  return all;
}
