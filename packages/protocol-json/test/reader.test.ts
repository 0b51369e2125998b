import { defaultLimits, limits, type ProtocolReader, WireType } from "@seapink/core";
import { json } from "@seapink/protocol-json";
import { expectCode, expectLinear, type Shape, shapeCodec } from "@seapink/testing";
import { describe, expect, test } from "vitest";
import { one, read, reader, skip, utf8 } from "./text.ts";

/** What nobody of note writes all of, and everybody may. */
const tolerated: readonly (readonly [what: string, type: Shape, text: string, value: unknown])[] = [
  ["whitespace between all tokens", { list: "i32" }, ' \t{ "1"\n: { "lst" :\r\n[ "i32" , 2 , 1 ,\t-2 ] } }', [1, -2]],
  [
    "whitespace in a map",
    { map: ["i8", "string"] },
    '{"1":{"map": [ "i8" , "str" , 2 , { "1" : "a" , "2" : "b" } ] } }',
    [
      [1, "a"],
      [2, "b"],
    ],
  ],
  ["whitespace in empty containers", { map: ["i8", "i8"] }, '{ "1":{"map":["i8","i8",0, { } ]}}', []],
  ["whitespace in an empty struct", { struct: [] }, '{"1":{"rec":{ } } }', {}],
  ["fields in another order, and unknown ones", "i8", '{"7":{"str":"x"},"1":{"i8":1},"2":{"lst":["rec",1,{}]}}', 1],
  ["a field of another type", "i8", '{"1":{"i16":1}}', undefined],
  ["a field that comes twice: the last", "i8", '{"1":{"i8":1},"1":{"i8":2}}', 2],
  ["zeros before an id", "i8", '{"001":{"i8":1}}', 1],
  ["integers in quotes", { list: "i32" }, '{"1":{"lst":["i32",2,"1","-2147483648"]}}', [1, -2_147_483_648]],
  ["an i64 in quotes", "i64", '{"1":{"i64":"-9223372036854775808"}}', -(2n ** 63n)],
  ["a bool in quotes", "bool", '{"1":{"tf":"1"}}', true],
  ["a double in quotes", "double", '{"1":{"dbl":"1.5e3"}}', 1500],
  ["zeros before an integer", "i64", `{"1":{"i64":${"0".repeat(100)}9223372036854775807}}`, 2n ** 63n - 1n],
  ["-0 as an integer", "i32", '{"1":{"i32":-0}}', 0],
  ["a double without a fraction", "double", '{"1":{"dbl":7}}', 7],
  ["a double of 17 digits", "double", '{"1":{"dbl":1.0000000000000001e+300}}', 1e300],
  ["a double with a capital E", "double", '{"1":{"dbl":2.5E-1}}', 0.25],
  ["a double with more digits than it holds", "double", '{"1":{"dbl":0.1000000000000000055511151231257827}}', 0.1],
  ["a double beyond 2^53", "double", '{"1":{"dbl":9007199254740993}}', 9_007_199_254_740_992],
  ["a double of Java", "double", '{"1":{"dbl":1.0E300}}', 1e300],
  ["-0.0", "double", '{"1":{"dbl":-0.0}}', -0],
  ["the smallest double", "double", '{"1":{"dbl":5e-324}}', 5e-324],
  ["less than the smallest double", "double", '{"1":{"dbl":1e-400}}', 0],
  ["a float with the digits of a double", "float", '{"1":{"flt":0.10000000149011612}}', Math.fround(0.1)],
  ["every escape", "string", '{"1":{"str":"\\"\\\\\\/\\b\\f\\n\\r\\t\\u0041"}}', '"\\/\b\f\n\r\tA'],
  ["escapes of upper and lower case", "string", '{"1":{"str":"\\u00e9\\u00E9\\u20aC"}}', "éé€"],
  ["a pair of surrogates", "string", '{"1":{"str":"\\ud83d\\ude00\\uD83D\\uDE00"}}', "😀😀"],
  ["an escape among UTF-8", "string", '{"1":{"str":"é\\n😀"}}', "é\n😀"],
  ["an escaped NUL", "string", '{"1":{"str":"\\u0000"}}', "\0"],
  ["a byte order mark in text", "string", '{"1":{"str":"\ufeff\\n"}}', "\ufeff\n"],
  ["escapes in long text", "string", `{"1":{"str":"${"é\\t".repeat(1000)}"}}`, "é\t".repeat(1000)],
  ["base64 with padding of two", "binary", '{"1":{"str":"AA=="}}', Uint8Array.of(0)],
  ["base64 with padding of one", "binary", '{"1":{"str":"AP8="}}', Uint8Array.of(0, 255)],
  ["base64 with escaped slashes", "binary", '{"1":{"str":"++\\/\\/"}}', Uint8Array.of(0xfb, 0xef, 0xff)],
  ["base64 whose last bits mean nothing", "binary", '{"1":{"str":"AB"}}', Uint8Array.of(0)],
  [
    "an upper-case uuid",
    "uuid",
    '{"1":{"uid":"00112233-4455-6677-8899-AABBCCDDEEFF"}}',
    "00112233-4455-6677-8899-aabbccddeeff",
  ],
  ["an empty list of another type", { list: "i32" }, '{"1":{"lst":["str",0]}}', []],
  ["an empty list of no type", { list: "i32" }, '{"1":{"lst":["",0]}}', []],
  ["an empty list of an unknown type", { set: "i32" }, '{"1":{"set":["decimal",0]}}', []],
  ["an empty map of unknown types", { map: ["i8", "i8"] }, '{"1":{"map":["x","y",0,{}]}}', []],
  ["an empty map whose keys are structs", { map: [{ struct: [] }, "i8"] }, '{"1":{"map":["rec","i8",0,{}]}}', []],
  [
    "keys that come twice",
    { map: ["i8", "i8"] },
    '{"1":{"map":["i8","i8",2,{"1":2,"1":3}]}}',
    [
      [1, 2],
      [1, 3],
    ],
  ],
];

/** Behind a struct, so that the reader need not mind its end in every header. */
const room = " ".repeat(40);

test.each(tolerated)("reads %s", (_, type, text, value) => {
  const size = utf8(text).length;
  for (const bytes of [text, text + room]) {
    expect(read(type, bytes)).toStrictEqual(value);
    expect(skip(bytes)).toBe(size);
  }
});

test.each(tolerated)("refuses all that ends before the end of %s, with nothing behind it", (_, type, text) => {
  const bytes = utf8(text);
  for (let length = 0; length < bytes.length; length++) {
    const cut = json().reader(bytes.slice(0, length), defaultLimits);
    expectCode(() => cut.skip(WireType.struct), "invalid_data");
    expect(cut.offset).toBeLessThanOrEqual(length);
    expectCode(() => read(type, bytes.slice(0, length)), "invalid_data");
  }
});

/** What is no JSON, or none of Thrift's. Those marked are only seen when the value is wanted. */
const refused: readonly (readonly [what: string, type: Shape, text: string, code?: string])[] = [
  ["nothing", "i8", ""],
  ["an array for a struct", "i8", "[]"],
  ["a field id without quotes", "i8", '{1:{"i8":1}}'],
  ["a field id that is a name", "i8", '{"a":{"i8":1}}'],
  ["an empty field id", "i8", '{"":{"i8":1}}'],
  ["a field id of 17 bits", "i8", '{"32768":{"i8":1}}'],
  ["a negative field id of 17 bits", "i8", '{"-32769":{"i8":1}}'],
  ["a field id with a fraction", "i8", '{"1.0":{"i8":1}}'],
  ["a type that is none", "i8", '{"1":{"i9":1}}'],
  ["a type whose name has a second quote", "bool", '{"1":{"tf"":1}}'],
  ["a type whose name lacks its quote", "i32", '{"1":{"i32:1}}'],
  ["a type of four letters", "bool", '{"1":{"bool":1}}'],
  ["two values in a field", "i8", '{"1":{"i8":1,"i8":1}}'],
  ["no value in a field", "i8", '{"1":{}}'],
  ["a comma before the first field", "i8", '{,"1":{"i8":1}}'],
  ["a comma after the last field", "i8", '{"1":{"i8":1},}'],
  ["a semicolon between fields", "i8", '{"1":{"i8":1};"2":{"i8":1}}'],
  ["no comma between fields", "i8", '{"1":{"i8":1}"2":{"i8":1}}'],
  ["no colon after an id", "i8", '{"1"{"i8":1}}'],
  ["no colon after a type", "i8", '{"1":{"i8"1}}'],
  ["a bracket for a brace", "i8", '{"1":{"i8":1]}'],
  ["a bool of 2", "bool", '{"1":{"tf":2}}'],
  ["true", "bool", '{"1":{"tf":true}}'],
  ["null", "i8", '{"1":{"i8":null}}'],
  ["an i8 of 128", "i8", '{"1":{"i8":128}}'],
  ["an i8 of -129", "i8", '{"1":{"i8":-129}}'],
  ["an i16 of 32768", "i16", '{"1":{"i16":32768}}'],
  ["an i32 of 2^31", "i32", '{"1":{"i32":2147483648}}'],
  ["an i32 of 2^32", "i32", '{"1":{"i32":4294967296}}'],
  ["an i32 of a thousand digits", "i32", `{"1":{"i32":${"9".repeat(1000)}}}`],
  ["an i64 of 2^63", "i64", '{"1":{"i64":9223372036854775808}}'],
  ["an i64 of -2^63 - 1", "i64", '{"1":{"i64":-9223372036854775809}}'],
  ["an i64 of 20 digits", "i64", '{"1":{"i64":18446744073709551616}}'],
  ["an i64 whose last digits are one", "i64", `{"1":{"i64":1${"0".repeat(30)}1}}`],
  ["an i64 of a thousand digits", "i64", `{"1":{"i64":-${"9".repeat(1000)}}}`],
  ["an integer with a fraction", "i32", '{"1":{"i32":1.0}}'],
  ["an integer with an exponent", "i32", '{"1":{"i32":1e3}}'],
  ["an integer with a plus", "i32", '{"1":{"i32":+1}}'],
  ["a minus alone", "i32", '{"1":{"i32":-}}'],
  ["two minuses", "i32", '{"1":{"i32":--1}}'],
  ["no integer", "i32", '{"1":{"i32":}}'],
  ["an empty string for an integer", "i32", '{"1":{"i32":""}}'],
  ["whitespace in a quoted integer", "i32", '{"1":{"i32":" 1"}}'],
  ["a quoted integer without its end", "i32", '{"1":{"i32":"1}}'],
  ["a double with a zero before it", "double", '{"1":{"dbl":01.5}}'],
  ["a double with a plus", "double", '{"1":{"dbl":+1.5}}'],
  ["a double without digits", "double", '{"1":{"dbl":.5}}'],
  ["a double that ends in a dot", "double", '{"1":{"dbl":1.}}'],
  ["a double without an exponent", "double", '{"1":{"dbl":1e}}'],
  ["a double beyond the largest", "double", '{"1":{"dbl":1e309}}'],
  ["a float beyond the largest", "float", '{"1":{"flt":1e39}}'],
  ["hexadecimal", "double", '{"1":{"dbl":0x10}}'],
  ["a bare NaN", "double", '{"1":{"dbl":NaN}}'],
  ["a bare nan", "double", '{"1":{"dbl":nan}}'],
  ["a bare inf", "double", '{"1":{"dbl":-inf}}'],
  ["a bare Infinity", "double", '{"1":{"dbl":Infinity}}'],
  ["nan in quotes", "double", '{"1":{"dbl":"nan"}}'],
  ["a quoted double without its end", "double", '{"1":{"dbl":"1.5}}'],
  ["a number for text", "string", '{"1":{"str":1}}'],
  ["a control character in text", "string", '{"1":{"str":"a\u0001"}}'],
  ["a line end in text", "string", '{"1":{"str":"a\nb"}}'],
  ["text without its end", "string", '{"1":{"str":"a}}'],
  ["text that ends in a backslash", "string", '{"1":{"str":"a\\'],
  ["a list without a size", { list: "i8" }, '{"1":{"lst":["i8"]}}'],
  ["a list without a type", { list: "i8" }, '{"1":{"lst":[1,1]}}'],
  ["a list of an unknown type", { list: "i8" }, '{"1":{"lst":["i9",1,1]}}'],
  ["a list with a size in quotes", { list: "i8" }, '{"1":{"lst":["i8","1",1]}}'],
  ["a list of -1 elements", { list: "i8" }, '{"1":{"lst":["i8",-1]}}', "negative_size"],
  ["a list of -2^31 elements", { list: "i8" }, '{"1":{"lst":["i8",-2147483648]}}', "negative_size"],
  ["a list of 2^31 - 1 elements", { list: "i8" }, '{"1":{"lst":["i8",2147483647,1]}}'],
  ["a list of 1e400 elements", { list: "i8" }, `{"1":{"lst":["i8",1${"0".repeat(400)},1]}}`],
  ["a list of more elements than it says", { list: "i8" }, '{"1":{"lst":["i8",1,1,2]}}'],
  ["a list of fewer elements than it says", { list: "i8" }, '{"1":{"lst":["i8",3,1,2]}}'],
  ["a list that says it is empty", { list: "i8" }, '{"1":{"lst":["i8",0,1]}}'],
  ["a comma after the last element", { list: "i8" }, '{"1":{"lst":["i8",1,1,]}}'],
  ["no comma between elements", { list: "i8" }, '{"1":{"lst":["i8",2,1 2]}}'],
  ["a map of fewer entries than it says", { map: ["i8", "i8"] }, '{"1":{"map":["i8","i8",2,{"1":1      }]}}'],
  ["a map of more entries than it says", { map: ["i8", "i8"] }, '{"1":{"map":["i8","i8",1,{"1":1,"2":2}]}}'],
  ["a map of -1 entries", { map: ["i8", "i8"] }, '{"1":{"map":["i8","i8",-1,{}]}}', "negative_size"],
  ["a map of 2^31 - 1 entries", { map: ["i8", "i8"] }, '{"1":{"map":["i8","i8",2147483647,{}]}}'],
  ["a map without its braces", { map: ["i8", "i8"] }, '{"1":{"map":["i8","i8",1,"1":1]}}'],
  ["a map with a comma for a colon", { map: ["i8", "i8"] }, '{"1":{"map":["i8","i8",1,{"1",1}]}}'],
  ["a map with a colon for a comma", { map: ["i8", "i8"] }, '{"1":{"map":["i8","i8",2,{"1":1:"2":2}]}}'],
  ["a key that is a bare number", { map: ["i8", "i8"] }, '{"1":{"map":["i8","i8",1,{1:1}]}}'],
  ["a second key that is a bare number", { map: ["double", "i8"] }, '{"1":{"map":["dbl","i8",2,{"1":1,2:1}]}}'],
  ["keys that are structs", { map: [{ struct: [] }, "i8"] }, '{"1":{"map":["rec","i8",1,{{}:1}]}}', "not_implemented"],
  [
    "keys that are lists",
    { map: [{ list: "i8" }, "i8"] },
    '{"1":{"map":["lst","i8",1,{["i8",0]:1}]}}',
    "not_implemented",
  ],
];

const refusals = refused.map(([what, type, text, code = "invalid_data"]) => ({ what, type, text, code }));

test.each(refusals)("refuses $what, read or skipped", ({ type, text, code }) => {
  for (const bytes of [text, text + room]) {
    expectCode(() => read(type, bytes), code);
    expectCode(() => skip(bytes), code);
  }
});

/** What is seen only by who wants the value. */
const unread: readonly (readonly [what: string, type: Shape, text: string | Uint8Array])[] = [
  ["an unknown escape", "string", '{"1":{"str":"\\x41"}}'],
  ["an escape of three digits", "string", '{"1":{"str":"\\u041"}}'],
  ["an escape with a sign", "string", '{"1":{"str":"\\u-041"}}'],
  ["an escape with a blank", "string", '{"1":{"str":"\\u004 "}}'],
  ["the first half of a pair alone", "string", '{"1":{"str":"\\ud83d"}}'],
  ["the first half of a pair before text", "string", '{"1":{"str":"\\ud83dabcdef"}}'],
  ["the first half of a pair twice", "string", '{"1":{"str":"\\ud83d\\ud83d"}}'],
  ["the first half of a pair before a character of its own", "string", '{"1":{"str":"\\ud83d\\ue000"}}'],
  ["the second half of a pair alone", "string", '{"1":{"str":"\\ude00"}}'],
  ["the second half of a pair first", "string", '{"1":{"str":"\\ude00\\ud83d"}}'],
  ["an overlong NUL", "string", Uint8Array.from([...utf8('{"1":{"str":"'), 0xc0, 0x80, ...utf8('"}}')])],
  ["a surrogate in UTF-8", "string", Uint8Array.from([...utf8('{"1":{"str":"'), 0xed, 0xa0, 0x80, ...utf8('"}}')])],
  ["broken UTF-8 beside an escape", "string", Uint8Array.from([...utf8('{"1":{"str":"\\n'), 0xff, ...utf8('"}}')])],
  ["base64 with a blank", "binary", '{"1":{"str":"AP 8"}}'],
  ["base64 of the alphabet for addresses", "binary", '{"1":{"str":"-_-_"}}'],
  ["base64 of five digits", "binary", '{"1":{"str":"AAAAA"}}'],
  ["base64 of one digit", "binary", '{"1":{"str":"A"}}'],
  ["base64 with padding of one too few", "binary", '{"1":{"str":"AA="}}'],
  ["base64 with padding of one too many", "binary", '{"1":{"str":"AP8=="}}'],
  ["base64 with padding of three", "binary", '{"1":{"str":"A==="}}'],
  ["base64 that is padding", "binary", '{"1":{"str":"===="}}'],
  ["base64 with padding in the middle", "binary", '{"1":{"str":"AA==AAAA"}}'],
  ["base64 with what is not ASCII", "binary", '{"1":{"str":"AAé"}}'],
  ["a uuid without hyphens", "uuid", '{"1":{"uid":"00112233445566778899aabbccddeeff"}}'],
  ["a uuid in braces", "uuid", '{"1":{"uid":"{00112233-4455-6677-8899-aabbccddeeff}"}}'],
  ["a uuid of 35 characters", "uuid", '{"1":{"uid":"00112233-4455-6677-8899-aabbccddeef"}}'],
];

test.each(unread)("refuses %s where the value is wanted, and steps over it elsewhere", (_, type, text) => {
  expectCode(() => read(type, text), "invalid_data");
  expect(read("i8", text)).toBe(undefined);
});

test("says where it stopped, what it expected, and what came", () => {
  const errors = [
    ['{"1":{"i8":1]}', 12, 'expected "}", got "]"'],
    ['{"1":{"lst":["i8",1,1,2]}}', 21, 'expected "]", got ","'],
    ['{"1":{"str":"a\u0001"}}', 14, "expected a string without control characters, got byte 0x01"],
    ['{"1":{"i8":', 11, "expected an integer, got the end of the bytes"],
    ['{"1":{"i8":128}}', 14, "expected i8, got 128"],
  ] as const;
  for (const [text, offset, message] of errors) {
    expect(() => skip(text)).toThrow(expect.objectContaining({ code: "invalid_data", offset, message }));
  }
});

function readWithin(maxContainerElements: number, message: Uint8Array): unknown {
  return shapeCodec(json(), one({ list: "bool" }), limits({ maxContainerElements })).decode(message);
}

describe("claims", () => {
  test.each([
    ["a list", '["i64",3,', 6, (r: ProtocolReader): number => r.listBegin(WireType.i64)],
    ["a set", '["i64",3,', 6, (r: ProtocolReader): number => r.setBegin(WireType.i64)],
    ["a map", '["str","i64",3,{', 12, (r: ProtocolReader): number => r.mapBegin(WireType.string, WireType.i64)],
  ])("of %s that the bytes cannot hold are refused before any element is read", (_, head, bytes, begin) => {
    const size = head.lastIndexOf(",");
    const claim = head.padEnd(size + bytes, " ");
    expect(begin(reader(claim))).toBe(3);
    expectCode(() => begin(reader(claim.slice(0, -1))), "invalid_data");
  });

  test("of containers inside each other may not exceed the bytes together", () => {
    const head = '["lst",10,["i8",10,';
    const begin = (bytes: number): number => {
      const lists = reader(head.padEnd(bytes, " "));
      lists.listBegin(WireType.list);
      return lists.listBegin(WireType.i8);
    };
    // Twenty elements take forty bytes.
    expect(begin(40)).toBe(10);
    expectCode(() => begin(39), "invalid_data");
  });

  test("are told from the limit of elements", () => {
    const message = utf8('{"1":{"lst":["tf",3,1,0,1]}}');
    expect(readWithin(3, message)).toStrictEqual({ f: [true, false, true] });
    expectCode(() => readWithin(2, message), "size_limit");
  });
});

test("tells what the elements are of containers that were begun without an expectation", () => {
  const list = reader('["i8",2,1,2]');
  expect([list.listBegin(WireType.stop), list.elementType]).toStrictEqual([2, WireType.i8]);
  const map = reader('["uid","lst",0,{}]');
  expect([map.mapBegin(WireType.stop, WireType.stop), map.keyType, map.elementType]).toStrictEqual([
    0,
    WireType.uuid,
    WireType.list,
  ]);
});

describe("floods", () => {
  test("skips a million fields that nobody knows", () => {
    expect(read("i8", `{${'"2":{"i8":7},'.repeat(999_999)}"2":{"i8":7}}`)).toBe(undefined);
  });

  test("reads a field that comes a million times", () => {
    expect(read("i8", `{${'"1":{"i8":7},'.repeat(999_999)}"1":{"i8":8}}`)).toBe(8);
  });

  test("reads a number of a million zeros, and text of a million escapes, in linear time", () => {
    expectLinear(250_000, (size) => {
      expect(read("i64", `{"1":{"i64":${"0".repeat(size)}9007199254740993}}`)).toBe(2n ** 53n + 1n);
    });
    expectLinear(250_000, (size) => expect(read("double", `{"1":{"dbl":0.${"0".repeat(size)}1}}`)).toBe(0));
    expectLinear(250_000, (size) => {
      expect(read("string", `{"1":{"str":"${"\\n".repeat(size)}"}}`)).toHaveLength(size);
    });
  });
});
