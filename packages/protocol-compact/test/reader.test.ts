import { defaultLimits, limits, type ProtocolReader, WireType } from "@seapink/core";
import { compact } from "@seapink/protocol-compact";
import { bytes, codecTable, expectCode, shapeCodec } from "@seapink/testing";
import { describe, expect, test } from "vitest";
import { hostileStructs } from "./hostile.ts";
import { codec, fbthrift, hostileShape, struct } from "./shapes.ts";

describe("hostile structs", () => {
  test.each(hostileStructs)("refuses $what, read or skipped", ({ hex, code }) => {
    expectCode(() => shapeCodec(compact(), hostileShape).decode(bytes(hex)), code);
    expectCode(() => compact().reader(bytes(hex), defaultLimits).skip(WireType.struct), code);
    expectCode(() => shapeCodec(compact(), struct()).decode(bytes(hex)), code);
  });

  test("refuses containers inside each other whose claims together exceed the bytes", () => {
    // Each claim alone fits into the bytes that follow it.
    const claims = bytes("19 29 61 000000000000");
    expectCode(() => codec({ list: { list: "bool" } }).decode(claims), "invalid_data");
    expectCode(() => compact().reader(claims, defaultLimits).skip(WireType.struct), "invalid_data");
  });

  test.each([
    ["a list", "37", 23, (r: ProtocolReader): number => r.listBegin(WireType.double)],
    ["a set", "f7 03", 23, (r: ProtocolReader): number => r.setBegin(WireType.double)],
    ["a map", "02 87", 17, (r: ProtocolReader): number => r.mapBegin(WireType.string, WireType.double)],
  ])("refuses the size of %s that the bytes cannot hold, before any element is read", (_, head, room, begin) => {
    const claim = bytes(`${head} ${"00".repeat(room)}`);
    expectCode(() => begin(compact().reader(claim, defaultLimits)), "invalid_data");
    expect(begin(compact().reader(Uint8Array.from([...claim, 0]), defaultLimits))).toBeGreaterThan(0);
  });

  test("tells the limit of elements from a lack of bytes", () => {
    const three = bytes("19 31 020202 00");
    const [two, enough] = [2, 3].map((most) =>
      codec({ list: "bool" }, compact(), limits({ maxContainerElements: most })),
    );
    expect(enough?.decode(three)).toStrictEqual({ f1: [false, false, false] });
    expectCode(() => two?.decode(three), "size_limit");
  });
});

codecTable("bool", {
  ...codec("bool"),
  ok: [
    [{ f1: true }, "11 | 00"],
    [{ f1: false }, "12 | 00"],
  ],
  alsoDecodes: [
    ["01 02 | 00 # the id by itself", { f1: true }],
    ["02 8200 | 00 # and in more bytes than it takes", { f1: false }],
    ["11 | 02 02 | 00 # the last of a repeated field wins", { f1: false }],
    ["15 0a | 00 # a field of another type is skipped", {}],
    ["21 | 12 | 00 # a field that nobody knows is skipped", {}],
  ],
  badBytes: [
    ["", "invalid_data"],
    ["11 # no stop", "invalid_data"],
    ["01 # ends in the field header", "invalid_data"],
    ["01 80", "invalid_data"],
  ],
});

codecTable("list of bool", {
  ...codec({ list: "bool" }),
  ok: [[{ f1: [true, false] }, "19 21 01 02 | 00"]],
  alsoDecodes: [
    ["19 22 01 02 | 00 # the element type of the old specification", { f1: [true, false] }],
    ["19 21 01 00 | 00 # zero for false", { f1: [true, false] }],
    ["19 21 03 ff | 00 # only 1 is true", { f1: [false, false] }],
    ["19 f1 02 01 02 | 00 # a size that would fit into the header", { f1: [true, false] }],
    ["19 00 | 00 # the type of an empty list means nothing", { f1: [] }],
    ["19 0f | 00", { f1: [] }],
  ],
  badBytes: [["19 23 01 02 | 00 # i8 for bool", "invalid_data"]],
});

codecTable("bools in headers, lists and maps", {
  ...shapeCodec(compact(), struct("bool", { list: "bool" }, "bool", { map: ["bool", "bool"] }, struct("bool"), "bool")),
  ok: [
    [
      { f1: true, f2: [false, true], f3: false, f4: [[true, false]], f5: { f1: true }, f6: false },
      "11 | 19 21 02 01 | 12 | 1b 01 11 01 02 | 1c 11 00 | 12 | 00",
    ],
  ],
});

codecTable("i16", {
  ...codec("i16"),
  ok: [[{ f1: -32_768 }, "14 ffff03 | 00"]],
  alsoDecodes: [["14 8080808000 | 00 # more bytes than it takes", { f1: 0 }]],
  badBytes: [
    ["14 808004 | 00 # 32768", "invalid_data"],
    ["14 818004 | 00 # -32769", "invalid_data"],
    ["14 ffffffff0f | 00", "invalid_data"],
  ],
});

codecTable("i32", {
  ...codec("i32"),
  ok: [
    [{ f1: -7 }, "15 0d | 00"],
    [{ f1: 1_073_741_823 }, "15 feffffff07 | 00"],
  ],
  alsoDecodes: [["15 8000 | 00 # more bytes than it takes", { f1: 0 }]],
  badBytes: [
    ["15 ffffffff10 | 00 # a bit too many", "invalid_data"],
    ["15 808080808000 | 00 # a byte too many", "invalid_data"],
    ["15 80", "invalid_data"],
  ],
});

codecTable("i64", {
  ...codec("i64"),
  ok: [
    [{ f1: 0n }, "16 00 | 00"],
    [{ f1: 2n ** 27n - 1n }, "16 feffff7f | 00"],
    [{ f1: 2n ** 27n }, "16 8080808001 | 00"],
    [{ f1: -(2n ** 31n) - 1n }, "16 8180808010 | 00"],
    [{ f1: 2n ** 55n - 1n }, "16 feffffffffffff7f | 00"],
    [{ f1: 2n ** 55n }, "16 808080808080808001 | 00"],
    [{ f1: 2n ** 62n }, "16 80808080808080808001 | 00"],
  ],
  alsoDecodes: [["16 81808080808080808000 | 00 # more bytes than it takes", { f1: -1n }]],
  badBytes: [
    ["16 ffffffffffffffffff02 | 00 # a bit too many", "invalid_data"],
    ["16 8080808080808080808000 | 00 # a byte too many", "invalid_data"],
    ["16 8080808080", "invalid_data"],
  ],
});

codecTable("map", {
  ...codec({ map: ["string", "i64"] }),
  ok: [[{ f1: [] }, "1b 00 | 00"]],
  alsoDecodes: [["1b 8000 | 00 # zero in more bytes", { f1: [] }]],
  badBytes: [
    ["1b 01 88 00 00 | 00 # another value type", "invalid_data"],
    ["1b 01 66 00 00 | 00 # another key type", "invalid_data"],
    ["1b 01 # ends before the types", "invalid_data"],
  ],
});

codecTable("double and uuid of Apache's", {
  ...shapeCodec(compact(), struct("double", "uuid")),
  ok: [
    [
      { f1: 1.5, f2: "00112233-4455-6677-8899-aabbccddeeff" },
      "17 000000000000f83f | 1d 00112233445566778899aabbccddeeff | 00",
    ],
  ],
});

codecTable("double and float of fbthrift's", {
  ...shapeCodec(fbthrift, struct("double", "float")),
  ok: [[{ f1: 1.5, f2: 1.5 }, "17 3ff8000000000000 | 1d 3fc00000 | 00"]],
});

test("field ids wrap where two bytes end, as they do in the peers", () => {
  const reader = compact().reader(bytes("01 feff03 | 21 00"), defaultLimits);
  reader.structBegin();
  expect([reader.fieldBegin(), reader.fieldBegin(), reader.fieldBegin()]).toStrictEqual([0x2_7fff, 0x2_8001, 0]);
});

test("two readers do not know of each other", () => {
  const one = compact();
  const begun = [0, 1].map(() => one.reader(bytes("1c 21 00 11 00"), defaultLimits));
  for (const reader of begun) reader.structBegin();
  for (const reader of begun) expect(reader.fieldBegin()).toBe(0xc_0001);
  for (const reader of begun) reader.structBegin();
  for (const reader of begun) expect(reader.fieldBegin()).toBe(0x2_0002);
  for (const reader of begun) expect(reader.bool()).toBe(true);
  for (const reader of begun) expect(reader.fieldBegin()).toBe(0);
  for (const reader of begun) reader.structEnd();
  for (const reader of begun) expect(reader.fieldBegin()).toBe(0x2_0002);
});

test.each([
  [compact(), (r: ProtocolReader): unknown => r.float()],
  [fbthrift, (r: ProtocolReader): unknown => r.uuid()],
])("says which type it does not have (%#)", (protocol, read) => {
  expectCode(() => read(protocol.reader(new Uint8Array(16), defaultLimits)), "not_implemented");
});

test("tells what came where nothing was expected", () => {
  const reader = compact().reader(bytes("25 00 00 | 22 01 02 | 00 | 01 84 00 00"), defaultLimits);
  expect([reader.listBegin(WireType.stop), reader.elementType]).toStrictEqual([2, WireType.i32]);
  reader.skip(WireType.i32);
  reader.skip(WireType.i32);
  expect([reader.setBegin(WireType.stop), reader.elementType]).toStrictEqual([2, WireType.bool]);
  expect([reader.bool(), reader.bool()]).toStrictEqual([true, false]);
  expect(reader.mapBegin(WireType.stop, WireType.stop)).toBe(0);
  expect(reader.mapBegin(WireType.stop, WireType.stop)).toBe(1);
  expect([reader.keyType, reader.elementType]).toStrictEqual([WireType.string, WireType.i16]);
});

describe("floods", () => {
  test("skips a million fields that nobody knows", () => {
    const many = new Uint8Array(2_000_001);
    for (let i = 0; i < 2_000_000; i += 2) many[i] = 0x23;
    expect(codec("i8").decode(many)).toStrictEqual({});
  });

  test("refuses more elements than the limit, though the bytes are there", () => {
    const size = 1_000_001;
    const list = new Uint8Array(6 + size);
    list.set(bytes("19 f1 c1843d"));
    const within = limits({ maxContainerElements: 1_000_000 });
    expectCode(() => codec({ list: "bool" }, compact(), within).decode(list), "size_limit");
    expect(codec({ list: "bool" }).decode(list)).toHaveProperty("f1.length", size);
  });
});
