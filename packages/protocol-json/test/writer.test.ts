import { ByteWriter, defaultLimits, MessageType, WireType } from "@seapink/core";
import { json } from "@seapink/protocol-json";
import { expectCode, type Shape, shapeCodec } from "@seapink/testing";
import { describe, expect, test } from "vitest";
import { read, utf8, write, written } from "./text.ts";

/** What Apache's C++ and Java write, but for doubles, which they give more digits than it takes. */
const exact: readonly (readonly [type: Shape, value: unknown, text: string])[] = [
  ["bool", true, '{"tf":1}'],
  ["bool", false, '{"tf":0}'],
  ["i8", -128, '{"i8":-128}'],
  ["i16", 32_767, '{"i16":32767}'],
  ["i32", -2_147_483_648, '{"i32":-2147483648}'],
  ["i32", 1_000_000_000, '{"i32":1000000000}'],
  ["i32", 999_999_999, '{"i32":999999999}'],
  ["i32", 100, '{"i32":100}'],
  ["i64", 9_007_199_254_740_991n, '{"i64":9007199254740991}'],
  ["i64", -9_007_199_254_740_993n, '{"i64":-9007199254740993}'],
  ["i64", 1_000_000_000_000_000_000n, '{"i64":1000000000000000000}'],
  ["i64", 5_000_000_001n, '{"i64":5000000001}'],
  ["double", 1, '{"dbl":1}'],
  ["double", -0, '{"dbl":-0}'],
  ["double", 1.5, '{"dbl":1.5}'],
  ["double", 1e300, '{"dbl":1e+300}'],
  ["double", 5e-324, '{"dbl":5e-324}'],
  ["double", 4_294_967_296, '{"dbl":4294967296}'],
  ["double", Number.NaN, '{"dbl":"NaN"}'],
  ["double", Number.POSITIVE_INFINITY, '{"dbl":"Infinity"}'],
  ["double", Number.NEGATIVE_INFINITY, '{"dbl":"-Infinity"}'],
  ["float", Math.fround(0.1), '{"flt":0.1}'],
  ["float", 16_777_216, '{"flt":16777216}'],
  ["float", 2 ** -149, '{"flt":1e-45}'],
  ["float", -0, '{"flt":-0}'],
  ["float", Number.NaN, '{"flt":"NaN"}'],
  ["string", "", '{"str":""}'],
  ["string", 'a"b\\c', '{"str":"a\\"b\\\\c"}'],
  ["string", "\b\f\n\r\t", '{"str":"\\b\\f\\n\\r\\t"}'],
  ["string", "\0\u000b\u001b\u001f", '{"str":"\\u0000\\u000b\\u001b\\u001f"}'],
  ["string", "/\u007f", '{"str":"/\u007f"}'],
  ["string", "hé€😀\u2028", '{"str":"hé€😀\u2028"}'],
  ["string", '"'.repeat(100), `{"str":"${'\\"'.repeat(100)}"}`],
  ["string", `${"é".repeat(60)}\u0001é`, `{"str":"${"é".repeat(60)}\\u0001é"}`],
  ["binary", new Uint8Array(0), '{"str":""}'],
  ["binary", Uint8Array.of(0), '{"str":"AA"}'],
  ["binary", Uint8Array.of(0, 255), '{"str":"AP8"}'],
  ["binary", Uint8Array.of(0xfb, 0xef, 0xff), '{"str":"++//"}'],
  ["binary", Uint8Array.of(1, 2, 3, 4), '{"str":"AQIDBA"}'],
  ["uuid", "00112233-4455-6677-8899-aabbccddeeff", '{"uid":"00112233-4455-6677-8899-aabbccddeeff"}'],
  [{ list: "string" }, ["a", "b"], '{"lst":["str",2,"a","b"]}'],
  [{ list: "i32" }, [], '{"lst":["i32",0]}'],
  [{ set: "i8" }, [1, -1], '{"set":["i8",2,1,-1]}'],
  [{ list: { struct: [] } }, [{}, {}], '{"lst":["rec",2,{},{}]}'],
  [{ map: ["bool", "i8"] }, [[true, 1]], '{"map":["tf","i8",1,{"1":1}]}'],
  [{ map: ["i64", "string"] }, [[-7n, "x"]], '{"map":["i64","str",1,{"-7":"x"}]}'],
  [
    { map: ["double", "i8"] },
    [
      [0.5, 1],
      [2, 2],
    ],
    '{"map":["dbl","i8",2,{"0.5":1,"2":2}]}',
  ],
  [{ map: ["double", "i8"] }, [[Number.NaN, 1]], '{"map":["dbl","i8",1,{"NaN":1}]}'],
  [
    { map: ["string", "string"] },
    [
      ['"', ""],
      ["", "\n"],
    ],
    '{"map":["str","str",2,{"\\"":"","":"\\n"}]}',
  ],
  [{ map: ["binary", "bool"] }, [[Uint8Array.of(255), false]], '{"map":["str","tf",1,{"/w":0}]}'],
  [
    { map: ["i8", { map: ["i8", "i8"] }] },
    [
      [
        1,
        [
          [2, 3],
          [4, 5],
        ],
      ],
      [6, []],
    ],
    '{"map":["i8","map",2,{"1":["i8","i8",2,{"2":3,"4":5}],"6":["i8","i8",0,{}]}]}',
  ],
];

test.each(exact)("writes and reads %o %o as %s", (type, value, text) => {
  expect(write(type, value)).toBe(`{"1":${text}}`);
  expect(read(type, `{"1":${text}}`)).toStrictEqual(value);
});

test("writes escapes that take far more room than their characters", () => {
  expect(write("string", "\u0001".repeat(5000))).toBe(`{"1":{"str":"${"\\u0001".repeat(5000)}"}}`);
});

test("writes upper-case uuids in lower case", () => {
  expect(write("uuid", "00112233-4455-6677-8899-AABBCCDDEEFF")).toContain("8899-aabbccddeeff");
});

test.each([
  [
    [0, 9, 10, 99, 100, -1, 32_767, -32_768],
    '{"0":{"tf":1},"9":{"tf":1},"10":{"tf":1},"99":{"tf":1},"100":{"tf":1},"-1":{"tf":1},"32767":{"tf":1},"-32768":{"tf":1}}',
  ],
  [[10, 9], '{"10":{"tf":1},"9":{"tf":1}}'],
  [[-1, 0], '{"-1":{"tf":1},"0":{"tf":1}}'],
])("writes the ids %o", (ids, text) => {
  const shape = { struct: ids.map((id) => ({ id, name: `f${id}`, type: "bool" }) as const) };
  const value = Object.fromEntries(ids.map((id) => [`f${id}`, true]));
  const { encode, decode } = shapeCodec(json(), shape);
  expect(encode(value)).toStrictEqual(utf8(text));
  expect(decode(utf8(text))).toStrictEqual(value);
});

test("writes integers of every length", () => {
  for (let digits = 1; digits <= 16; digits++) {
    for (const n of [10 ** (digits - 1), 10 ** digits - 1, 1.2345678901234567 * 10 ** (digits - 1)]) {
      const value = BigInt(Math.min(Math.floor(n), Number.MAX_SAFE_INTEGER));
      expect(write("i64", value)).toBe(`{"1":{"i64":${value}}}`);
      expect(write("i64", -value)).toBe(`{"1":{"i64":-${value}}}`);
    }
  }
});

describe("messages", () => {
  test.each([
    ["ping", MessageType.call, 1, '[1,"ping",1,1,{}]'],
    ["Lab:ping", MessageType.oneway, -2_147_483_648, '[1,"Lab:ping",4,-2147483648,{}]'],
    ['é"\n', MessageType.reply, 0, '[1,"é\\"\\n",2,0,{}]'],
  ])("begin with the version and the name: %s", (name, type, seqid, text) => {
    const message = written((w) => {
      w.messageBegin(name, type, seqid);
      w.structBegin();
      w.structEnd();
      w.messageEnd();
    });
    expect(message).toBe(text);
  });

  test("follow each other, whatever was open in one that failed", () => {
    const text = written((w) => {
      w.messageBegin("a", MessageType.call, 1);
      w.structBegin();
      w.fieldBegin(WireType.map, 1);
      w.mapBegin(WireType.i8, WireType.i8, 1);
      w.messageBegin("b", MessageType.call, 2);
      w.raw(utf8('{"1":{"tf":1}}'));
      w.messageEnd();
    });
    expect(text.slice(text.indexOf('[1,"b"'))).toBe('[1,"b",1,2,{"1":{"tf":1}}]');
  });
});

describe("types that are none", () => {
  test.each([0, 1, 5, 7, 9, 17, 20, 255])("refuses to write type %i", (type) => {
    // The cast is the point: types would not let it through.
    const wire = type as WireType;
    expectCode(() => written((w) => w.fieldBegin(wire, 1)), "invalid_data");
    expectCode(() => written((w) => w.fieldBegin(wire, 100)), "invalid_data");
    expectCode(() => written((w) => w.listBegin(wire, 1)), "invalid_data");
    expectCode(() => written((w) => w.mapBegin(WireType.i8, wire, 1)), "invalid_data");
  });
});

test("writes text of which just as many bytes as it takes may wait to be sent", () => {
  for (const text of ["a".repeat(2000), "é".repeat(1000)]) {
    const out = new ByteWriter(64, 2002);
    json().writer(out, defaultLimits).string(text);
    expect(out.length).toBe(2002);
  }
});
