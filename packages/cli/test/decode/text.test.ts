import { compile } from "@seapink/idl";
import { bytes } from "@seapink/testing";
import { describe, expect, test } from "vitest";
import { idlNames } from "../../src/decode/names.ts";
import { shown } from "./shown.ts";

const program = compile({
  "a.thrift": `
    enum Color { RED = 1 }
    union Shape { 1: i32 round, 2: string other }
    exception NotFound { 1: string key }
    struct Info {
      1: i64 size, 2: binary data, 3: list<Color> colors, 4: map<string, Shape> shapes, 5: bool is_open
      6: double ratio, 7: list<Info> parts, 8: set<i64> ids
    }
    service Store { Info get(1: string key, 2: i32 version) throws (1: NotFound notFound), oneway void log(1: string line) }
    service Other { i32 get(5: i32 number) }`,
});
const names = idlNames(program, undefined);
const infoNames = idlNames(program, "Info");

const long = (size: number, of: string): string =>
  `0b 0001 ${size.toString(16).padStart(8, "0")} ${of.repeat(size)} 00`;

describe("a message", () => {
  test("is shown by ids and types of the wire", () => {
    expect(shown("0000001f 80010001 00000003 676574 0000002a 0b 0001 00000001 61 08 0002 00000007 00")).toEqual([
      "0000  frame of 31 bytes",
      '0004    call "get", sequence id 42, in binary',
      '0013      1: string = "a"',
      "001b      2: i32 = 7",
    ]);
  });

  test("is shown by the names of the IDL, that of the method which fits best", () => {
    const get = "80010001 00000003 676574 00000001";
    expect(shown(`${get} 0b 0001 00000001 61 00`, { names })[1]).toBe('000f    1: string key = "a"');
    expect(shown(`${get} 08 0005 00000007 00`, { names })[1]).toBe("000f    5: i32 number = 7");
    expect(shown(`${get} 08 0001 00000007 09`, { names })[1]).toBe("000f    1: i32 (another type than in the IDL) = 7");
  });

  test("is shown as a result where it answers, with its declared exception", () => {
    expect(shown("80010002 00000003 676574 00000001 0c 0001 0b 0001 00000001 61 00 00", { names })).toEqual([
      '0000  reply "get", sequence id 1, in binary',
      "000f    1: NotFound notFound",
      '0012      1: string key = "a"',
    ]);
  });

  test("is shown as an exception of Thrift's own", () => {
    expect(shown("80010003 00000001 78 00000000 0b 0001 00000002 6e6f 08 0002 00000001 00")).toEqual([
      '0000  exception "x", sequence id 0, in binary',
      '000d    1: string message = "no"',
      '0016    2: TApplicationExceptionType type = "UNKNOWN_METHOD"',
    ]);
  });

  test.each([
    ["8001000100000001780000000000", 'call "x", sequence id 0, in binary, which the IDL does not have'],
    ["80010004 00000009 53746f72653a6c6f67 00000000 00", 'oneway "Store:log", sequence id 0, in binary'],
  ])("says whether the IDL has the method: %s", (hex, expected) => {
    expect(shown(hex, { names })[0]).toBe(`0000  ${expected}`);
  });
});

describe("a struct", () => {
  test("is shown by the JSON mapping of its type", () => {
    const text = `0a 0001 0020000000000001  0b 0002 00000002 00ff  0f 0003 08 00000002 00000001 00000009
      0d 0004 0b 0c 00000001 00000001 61 08 0001 00000002 00  02 0005 01  04 0006 7ff8000000000000
      0f 0007 0c 00000001 02 0005 00 00  0e 0008 0a 00000001 0000000000000005  00`;
    expect(shown(text, { names: infoNames })).toEqual([
      "0000  Info, in binary",
      "0000    1: i64 size = 9007199254740993",
      '000b    2: binary data = "AP8="',
      '0014    3: list<Color> colors = ["RED", 9]',
      "0024    4: map<string, Shape> shapes, 1 in all",
      '002d      "a"',
      "0032        1: i32 round = 2",
      "003a    5: bool is_open = true",
      '003e    6: double ratio = "NaN"',
      "0049    7: list<Info> parts, 1 in all",
      "0051      [0]",
      "0051        5: bool is_open = false",
      "0056    8: set<i64> ids = [5]",
    ]);
  });

  test.each([
    ["text", "0b 0001 00000005 68c3a96c6c 00", '1: string = "héll"'],
    ["lines", "0b 0001 00000003 610a62 00", '1: string = "a\\nb"'],
    ["control characters", "0b 0001 00000002 1b5b 00", "1: binary = 1b 5b"],
    ["what is no UTF-8", "0b 0001 00000002 c328 00", "1: binary = c3 28"],
    ["marks of direction", "0b 0001 00000003 e280ae 00", "1: binary = e2 80 ae"],
    ["a float", "13 0001 3dcccccd 00", "1: float = 0.1"],
    ["nothing", "0b 0001 00000000 00", '1: string = ""'],
    ["a uuid", "10 0001 00112233445566778899aabbccddeeff 00", '1: uuid = "00112233-4455-6677-8899-aabbccddeeff"'],
    ["an empty map", "0d 0001 0b 0b 00000000 00", "1: map = {}"],
    ["an empty struct", "0c 0001 00 00", "1: struct = {}"],
    ["keys that are structs", "0d 0001 0c 03 00000001 00 05 00", "1: map<struct, i8>, 1 in all"],
  ])("shows %s", (_, text, expected) => {
    expect(shown(text)[1]).toBe(`0000    ${expected}`);
  });

  test("shows the beginning of what is long", () => {
    expect(shown(long(1001, "61"))[1]).toBe(`0000    1: string = "${"a".repeat(1000)}"… (1001 characters)`);
    expect(shown(long(65, "00"))[1]).toBe(`0000    1: binary = ${"00 ".repeat(64)}… (65 bytes)`);
  });

  test("shows what does not fit on a line on a line each", () => {
    const lines = shown(`0f 0001 08 00000020 ${"00000001".repeat(32)} 00`);
    expect(lines.slice(1, 4)).toEqual(["0000    1: list<i32>, 32 in all", "0008      [0] = 1", "000c      [1] = 1"]);
    expect(lines).toHaveLength(34);
  });
});

test.each([
  ["0b 0001 00000004 6162", ["0000    1: string", "expected 4 more bytes, got 2 at 7"]],
  ["08 0001 00000007 0b 0002", ["0000    1: i32 = 7", "0007    2: string", "expected 4 more bytes, got 0 at 10"]],
  ["0f 0001 08 00000002 00000007 0000", ["expected 2 elements of 4 bytes or more, got 6 bytes at 8"]],
  ["08 0001 00000007 00 ffff", ["0000    1: i32 = 7", "expected the end of the struct, got 2 more bytes at 8"]],
  ["07 0001", ["0000    1: type 7", "expected a field type, got type 7 at 3"]],
])("shows what could be read of %s", (text, expected) => {
  expect(shown(text, { as: "struct", protocol: "binary" }).slice(-expected.length)).toEqual(expected);
});

test("reads a struct of a type in the protocol that it fits", () => {
  expect(shown(bytes("15 02 00"), { names: idlNames(program, "Shape") })).toEqual([
    "0000  Shape, in compact",
    "0000    1: i32 round = 1",
  ]);
});

test("expects a type with fields", () => {
  expect(() => idlNames(program, "Color")).toThrow(
    "--type: expected a struct, union or exception, got Color, which is an enum",
  );
  expect(() => idlNames(program, "Inof")).toThrow("did you mean Info?");
});
