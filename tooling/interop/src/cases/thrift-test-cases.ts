import type { Case, Expected } from "../case.ts";
import type { Plain, PlainStruct } from "../plain.ts";

const xtruct = { string_thing: "Zero", byte_thing: 1, i32_thing: -3, i64_thing: "-5" };
const insanity = {
  userMap: [
    [5, "5"],
    [8, "8"],
  ],
  xtructs: [
    { string_thing: "Goodbye4", byte_thing: 4, i32_thing: 4, i64_thing: "4" },
    { string_thing: "Hello2", byte_thing: 2, i32_thing: 2, i64_thing: "2" },
  ],
};
const upTo = (n: number): Plain =>
  Array.from({ length: 4 }, (_, i) => [Math.sign(n) * (i + 1), Math.sign(n) * (i + 1)]);
const echoed = 'quotes " \\ / tab \t, é, €, 日本語, Ω, \u{1f30a}';

/** Methods that return their argument, with values that matter. */
const echoes: Readonly<Record<string, readonly (readonly [name: string, value: Plain])[]>> = {
  testString: [
    ["text", echoed],
    ["empty", ""],
  ],
  testBool: [
    ["true", true],
    ["false", false],
  ],
  testByte: [
    ["least", -128],
    ["greatest", 127],
  ],
  testI32: [
    ["zero", 0],
    ["minus-one", -1],
    ["least", -2147483648],
    ["greatest", 2147483647],
  ],
  testI64: [
    ["one", "1"],
    ["beyond-2^53", "9007199254740993"],
    ["least", "-9223372036854775808"],
    ["greatest", "9223372036854775807"],
  ],
  testDouble: [
    ["fraction", -5.2098523],
    ["small", 5e-324],
    ["great", 1.7976931348623157e308],
    ["whole", 3],
    ["minus-zero", "-0"],
    ["nan", "NaN"],
    ["infinity", "Infinity"],
    ["minus-infinity", "-Infinity"],
  ],
  testBinary: [
    ["all-bytes", Buffer.from(Array.from({ length: 256 }, (_, i) => i)).toString("base64")],
    ["empty", ""],
  ],
  testStruct: [
    ["fields", xtruct],
    ["none", {}],
  ],
  testNest: [["nested", { byte_thing: 1, struct_thing: xtruct, i32_thing: 5 }]],
  testMap: [
    ["entries", [-1, 0, 1, 1000000].map((n) => [n, n - 10])],
    ["empty", []],
  ],
  testStringMap: [
    [
      "entries",
      [
        ["a", "2"],
        ["b", "blah"],
        ["some", "thing"],
        [echoed, echoed],
      ],
    ],
  ],
  testSet: [
    ["elements", [-2, -1, 0, 1, 1000000]],
    ["empty", []],
  ],
  testList: [
    ["elements", [2, -1, 2, 0, 1000000]],
    ["empty", []],
  ],
  testEnum: [
    ["one", 1],
    ["unknown", 77],
  ],
  testTypedef: [["i64", "309858235082523"]],
};

/** All methods of Apache's test. */
export const thriftTestCases: readonly Case[] = [
  call("testVoid", {}, { returns: null }),
  ...Object.entries(echoes).flatMap(([method, values]) =>
    values.map(([name, value]) => call(method, { thing: value }, { returns: value }, name)),
  ),
  {
    ...call(
      "testUuid",
      { thing: "00112233-4455-6677-8899-aabbccddeeff" },
      { returns: "00112233-4455-6677-8899-aabbccddeeff" },
    ),
    needs: "uuid",
  },
  call(
    "testMapMap",
    { hello: 10 },
    {
      returns: [
        [-4, upTo(-1)],
        [4, upTo(1)],
      ],
    },
  ),
  call(
    "testInsanity",
    { argument: insanity },
    {
      returns: [
        [
          "1",
          [
            [2, insanity],
            [3, insanity],
          ],
        ],
        ["2", [[6, {}]]],
      ],
    },
  ),
  call(
    "testMulti",
    {
      arg0: 74,
      arg1: 15503,
      arg2: "6777216000000",
      arg3: [
        [0, "zero"],
        [-1, "less"],
      ],
      arg4: 5,
      arg5: "0",
    },
    {
      returns: { string_thing: "Hello2", byte_thing: 74, i32_thing: 15503, i64_thing: "6777216000000" },
    },
  ),
  call(
    "testException",
    { arg: "Xception" },
    { throws: "Xception", value: { errorCode: 1001, message: "Xception" } },
    "declared",
  ),
  call("testException", { arg: "TException" }, { fails: 6 }, "undeclared"),
  call("testException", { arg: "success" }, { returns: null }, "none"),
  call(
    "testMultiException",
    { arg0: "Xception", arg1: "ignored" },
    {
      throws: "Xception",
      value: { errorCode: 1001, message: "This is an Xception" },
    },
    "first",
  ),
  call(
    "testMultiException",
    { arg0: "Xception2", arg1: "ignored" },
    {
      throws: "Xception2",
      value: { errorCode: 2002, struct_thing: { string_thing: "This is an Xception2" } },
    },
    "second",
  ),
  call("testMultiException", { arg0: "success", arg1: "foobar" }, { returns: { string_thing: "foobar" } }, "none"),
  {
    name: "secondtestString",
    service: "SecondService",
    method: "secondtestString",
    args: { thing: "second" },
    expected: { returns: 'testString("second")' },
  },
];

/** Last of all: a server that answers one call after the other sleeps for a second. */
export const onewayCase: Case = call("testOneway", { secondsToSleep: 1 }, { sentWithinMs: 500 });

function call(method: string, args: PlainStruct, expected: Expected, name?: string): Case {
  return { name: name === undefined ? method : `${method}/${name}`, service: "ThriftTest", method, args, expected };
}
