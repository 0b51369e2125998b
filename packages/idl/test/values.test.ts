import { binary } from "@seapink/protocol-binary";
import { decode, encode } from "@seapink/schema";
import { expect, test } from "vitest";
import { compile, type IdlDialect, type IdlLimits } from "../src/index.ts";
import { diagnosticsOf, problems } from "./problems.ts";

const given = `
  enum Color { RED = 1, GREEN = 2 }
  struct Point { 1: i32 x = 7, 2: optional i32 y, 3: required string name }
  union Shape { 1: i32 radius, 2: Point corner }
  exception Failure { 1: string message }
  const i32 LIMIT = 5
  const string NAME = "n"
  const list<i32> LIST = [LIMIT, 2]
  const Point ORIGIN = {"name": "o"}
  const i64 BIG = 9007199254740993
`;

test.each<[type: string, value: string, expected: unknown]>([
  ["bool", "true", true],
  ["bool", "0", false],
  ["byte", "-128", -128],
  ["i8", "0x7F", 127],
  ["i16", "-32768", -32768],
  ["i32", "010", 10],
  ["i32", "true", 1],
  ["i32", "Color.GREEN", 2],
  ["i32", "LIMIT", 5],
  ["i64", "LIMIT", 5n],
  ["i64", "-9223372036854775808", -9223372036854775808n],
  ["i64", "Color.RED", 1n],
  ["i64", "BIG", 9007199254740993n],
  ['i64 (js.type = "number")', "9007199254740991", 9007199254740991],
  ["double", "1", 1],
  ["double", "-.5e1", -5],
  ["double", "LIMIT", 5],
  ["double", "true", 1],
  ["double", "Color.GREEN", 2],
  ["bool", "Color.RED", true],
  ["float", "0.1", Math.fround(0.1)],
  ["string", '"a\\"b"', 'a"b'],
  ["string", "NAME", "n"],
  ["binary", "'é'", new Uint8Array([0xc3, 0xa9])],
  ["binary", "NAME", new Uint8Array([0x6e])],
  ["uuid", "'00112233-4455-6677-8899-AABBCCDDEEFF'", "00112233-4455-6677-8899-aabbccddeeff"],
  ["Color", "Color.GREEN", 2],
  ["Color", "1", 1],
  ["list<i32>", "{}", []],
  ["set<i32>", "{}", new Set()],
  ["uuid", "'{00112233-4455-6677-8899-AABBCCDDEEFF}'", "00112233-4455-6677-8899-aabbccddeeff"],
  ["list<i32>", "[1 2, LIMIT;]", [1, 2, 5]],
  ["list<i32>", "LIST", [5, 2]],
  ["map<i32, i32>", "[]", new Map()],
  ["list<i64>", "LIST", [5n, 2n]],
  ["list<list<double>>", "[LIST, []]", [[5, 2], []]],
  ["set<string>", "['a', NAME]", new Set(["a", "n"])],
  [
    "map<string, i64>",
    "{'a': 1 NAME: LIMIT}",
    new Map([
      ["a", 1n],
      ["n", 5n],
    ]),
  ],
  ["map<Color, bool>", "{Color.RED: true}", new Map([[1, true]])],
  ["Point", "{'name': 'p', 'y': LIMIT}", { x: 7, y: 5, name: "p" }],
  ["Point", "Point{name = NAME, x = 1}", { x: 1, name: "n" }],
  ["Point", "ORIGIN", { x: 7, name: "o" }],
  ["list<Point>", "[ORIGIN]", [{ x: 7, name: "o" }]],
  ["Shape", "{'radius': 3}", { field: "radius", value: 3 }],
  ["Shape", "Shape{corner = ORIGIN}", { field: "corner", value: { x: 7, name: "o" } }],
])("reads %s from %s, as a constant and as a default that survives the wire", (type, value, expected) => {
  const text = `${given} const ${type} C = ${value}  struct A { 1: ${type} a = ${value} }`;
  const program = compile({ "a.thrift": text });
  const struct = program.struct("A");
  expect(program.constant("C")).toEqual(expected);
  expect(struct.fields[0]?.default).toEqual(expected);
  const empty = decode(struct, new Uint8Array([0]), binary());
  expect(empty).toEqual({ a: expected });
  expect(decode(struct, encode(struct, {}, binary()), binary())).toEqual(empty);
  expect(decode(struct, encode(struct, empty, binary()), binary())).toEqual(empty);
});

test("makes an exception of a constant", () => {
  const program = compile({ "a.thrift": `${given} const Failure C = {"message": "m"}` });
  const value = program.constant("C");
  expect(value).toBeInstanceOf(program.exception("Failure"));
  expect(value).toMatchObject({ message: "m" });
});

test("takes __proto__ and constructor for names like others", () => {
  const text = 'struct A { 1: i32 __proto__ = 1, 2: i32 constructor } const A C = {"constructor": 2}';
  const value = compile({ "a.thrift": text }).constant("C") as object;
  expect(Object.entries(value)).toEqual([
    ["constructor", 2],
    ["__proto__", 1],
  ]);
  expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
});

test("reads constants and enum values of included files", () => {
  const files = {
    "a.thrift":
      'include "b.thrift" const b.Color X = b.Color.GREEN const i32 Y = b.LIMIT const list<b.Point> Z = [b.ORIGIN]',
    "b.thrift": given,
  };
  const program = compile(files);
  expect(["X", "Y", "Z", "b.LIMIT"].map((name) => program.constant(name))).toEqual([2, 5, [{ x: 7, name: "o" }], 5]);
});

test("reads constants in any order", () => {
  const program = compile({ "a.thrift": "const i32 A = B const i32 B = C const i32 C = 3" });
  expect(program.constant("A")).toBe(3);
});

test.each<[text: string, problem: string]>([
  ["const bool C = 2", "warning value: expected true or false, got 2, which is taken for true"],
  ["const bool C = 'true'", 'error value: expected true or false, got string "true"'],
  ["const i8 C = 128", "error value: expected an i8, from -128 to 127, got 128"],
  ["const i16 C = -32769", "error value: expected an i16, from -32768 to 32767, got -32769"],
  ["const i32 C = 1.5", "error value: expected an i32, from -2147483648 to 2147483647, got 1.5"],
  ["const i64 C = 9223372036854775808", "error value: expected an i64, got 9223372036854775808"],
  [
    'const i64 (js.type="number") C = 9007199254740993',
    "error value: expected an i64 that a number holds exactly, got 9007199254740993",
  ],
  ["const double C = 1e999", "error value: expected a double within its range, got 1e999"],
  ["const double C = 'x'", 'error value: expected a double, got string "x"'],
  ["const float C = 1e39", "error value: expected a float within its range, got 1e39"],
  ["const string C = 1", "error value: expected a string in quotes, got 1"],
  ["const binary C = []", "error value: expected a value of type binary, got a list of 0"],
  ["const string C = '\uD800'", 'error value: expected well-formed text, got string "\\ud800"'],
  [
    "const string C = '\uFFFD'",
    "warning value: expected text in UTF-8, got U+FFFD, which stands for bytes that are not",
  ],
  ["const uuid C = '0011'", 'error value: expected a uuid in its canonical form, got string "0011"'],
  ["const Color C = 7", "error value: expected a value of the enum Color, got 7"],
  ["const Color C = 'RED'", 'error value: expected a value of the enum Color, got string "RED"'],
  ["const Color C = {}", "error value: expected a value of type Color, got a map of 0"],
  [
    "const Color C = RED",
    'error unresolved: expected an enum value with the name of its enum, got "RED" (did you mean Color.RED?)',
  ],
  [
    "const Color C = Color.REED",
    'error unresolved: expected a value of type Color, got "Color.REED", which is not defined (did you mean Color.RED?)',
  ],
  ["const Color C = Other.A enum Other { A }", 'error value: expected a value of type Color, got "Other.A"'],
  ["const string C = Color.RED", 'error value: expected a value of type string, got "Color.RED"'],
  ["const Color C = Point", 'error value: expected a value of type Color, got the struct "Point"'],
  [
    "const Color C = Other.RED enum Other { RED }",
    'warning unresolved: expected an enum value with the name of its enum, got "Other.RED" (did you mean Color.RED?)',
  ],
  [
    "const Color C = elsewhere.RED",
    'warning unresolved: expected an enum value with the name of its enum, got "elsewhere.RED" (did you mean Color.RED?)',
  ],
  [
    "const uuid C = '{00112233-4455-6677-8899-aabbccddeeff'",
    'error value: expected a uuid in its canonical form, got string "{00112233-4455-6677-8899-aabbccddeeff"',
  ],
  ["const i32 C = Point", 'error value: expected a value of type i32, got the struct "Point"'],
  [
    "const i32 C = LIMITT",
    'error unresolved: expected a value of type i32, got "LIMITT", which is not defined (did you mean LIMIT?)',
  ],
  ["const i32 C = NAME", 'error value: expected an i32, from -2147483648 to 2147483647, got string "n"'],
  ["const list<i32> C = {1: 2}", "error value: expected a list in brackets, got a map of 1"],
  ["const list<i32> C = 5", "error value: expected a list in brackets, got 5"],
  ["const set<i32> C = [1, 1]", "warning duplicate: expected different items of a set, got 1 twice"],
  ["const map<i32, i32> C = [1]", "error value: expected a map in braces, got a list of 1"],
  ["const map<i32, i32> C = {1: 2, 1: 3}", "warning duplicate: expected different keys of a map, got 1 twice"],
  ["const Point C = []", "error value: expected the fields of Point in braces, got a list of 0"],
  ["const Point C = Shape{radius = 1}", "error value: expected the fields of Point in braces, got Shape{…}"],
  ["const Point C = {}", 'warning value: expected the required field "name", got none'],
  [
    "const Point C = {'nme': 'x', 'name': 'y'}",
    'error value: expected a field of Point, got "nme" (did you mean name?)',
  ],
  [
    "const Point C = {'name': 'x', 'name': 'y'}",
    'warning duplicate: expected different fields of Point, got "name" twice',
  ],
  ["const Shape C = {}", "error value: expected exactly one field of the union Shape, got a map of 0"],
  [
    "const Shape C = {'radius': 1, 'corner': ORIGIN}",
    "error value: expected exactly one field of the union Shape, got a map of 2",
  ],
  ["const Shape C = Shape{}", "error value: expected exactly one field of the union Shape, got Shape{}"],
  ["const Shape C = {SIDE: 1}", 'error unresolved: expected a value of type string, got "SIDE", which is not defined'],
  ["const Shape C = {'side': 1}", 'error value: expected a field of Shape, got "side"'],
  ["const i32 C = C", "error cycle: expected a value, got the cycle C -> C"],
  ["const i32 A = B const i32 B = A", "error cycle: expected a value, got the cycle A -> B -> A"],
  ["struct A { 1: A a = {} }", "error cycle: expected a value, got the cycle a -> a"],
])("tells what is wrong with %s", (text, problem) => {
  const found = problems(given + text).map((line) => line.replace(/^\d+:\d+ /, ""));
  expect(found).toEqual([problem]);
});

test.each<[text: string, problems: string[]]>([
  ["const i32 C = true", ["15 error value: expected a value of type i32, got true"]],
  ["const double C = true", ["18 error value: expected a value of type double, got true"]],
  ["enum E { A = 1 } const bool C = E.A", ['33 error value: expected a value of type bool, got "E.A"']],
  ["const bool C = 1", []],
  [
    "enum E { A = 1 } const E C = A",
    ['30 warning unresolved: expected an enum value with the name of its enum, got "A" (did you mean E.A?)'],
  ],
  ["enum E { A = 1 } const E C = 2", ["30 warning value: expected a value of the enum E, got 2, which has no name"]],
  [
    "union A { 1: i32 a } const A C = {}",
    ["34 warning value: expected a field of the union A, got none, which cannot be sent"],
  ],
  [
    "struct A { 1: i32 a } const A C = {a: 1}",
    ['36 warning deprecated: expected the name of a field in quotes, got "a"'],
  ],
  [
    "struct A { 1: required i32 a } const A C = {}",
    [
      '28 warning deprecated: expected "a" without "required", which fbthrift deprecates: it can never be removed',
      '44 warning value: expected the required field "a", got none',
    ],
  ],
  ["const map<i32, i32> C = {1: 2, 1: 3}", ["32 error duplicate: expected different keys of a map, got 1 twice"]],
  ["const map<i32, i32> C = {1: 2, 1: 2}", ["32 warning duplicate: expected different keys of a map, got 1 twice"]],
])("takes %s as fbthrift does", (text, found) => {
  expect(problems(text, { dialect: "fbthrift" })).toEqual(found.map((problem) => `1:${problem}`));
});

test("shows both of two keys that are the same, where they are written", () => {
  const [diagnostic] = diagnosticsOf("const map<string, i32> A = {'a': 1,\n'a': 2}\nconst map<string, i64> B = A");
  expect(diagnostic).toMatchObject({ line: 2, related: { line: 1, column: 29, message: "the other is here" } });
});

test.each<[dialect: IdlDialect | undefined, severity: string]>([
  [undefined, "warning"],
  ["apache", "warning"],
  ["thriftgo", "error"],
])("takes a constant without a required field as %s does", (dialect, severity) => {
  expect(problems("struct A { 1: required i32 x } const A C = {}", { dialect })).toEqual([
    `1:44 ${severity} value: expected the required field "x", got none`,
  ]);
});

test("gives a constant what it has, though a required field is missing, and does not send it", () => {
  const program = compile({ "a.thrift": "struct A { 1: required i32 x 2: i32 y = 3 } const A C = {}" });
  expect(program.constant("C")).toEqual({ y: 3 });
  expect(() => encode(program.struct("A"), program.constant("C"), binary())).toThrow("required");
});

test("tells of a required field that is missing, and where it is", () => {
  const [diagnostic, ...more] = diagnosticsOf("struct A { 1: required i32 x }\nconst A C = {}");
  expect(diagnostic?.related).toMatchObject({ line: 1, column: 28, message: "the field is here" });
  expect(more).toEqual([]);
});

test("complains where a constant is named, not where it is right, and says where it is", () => {
  const text = 'const list<string> A = ["x"]\nconst list<i32> B = A';
  expect(problems(text)).toEqual(['2:21 error value: expected an i32, from -2147483648 to 2147483647, got string "x"']);
});

test("tells once of a constant that is wrong and named often", () => {
  expect(problems("const i32 A = 'x' const i32 B = A const list<i32> C = [A, B]")).toEqual([
    '1:15 error value: expected an i32, from -2147483648 to 2147483647, got string "x"',
  ]);
});

function nested(depth: number): string {
  return `${"list<".repeat(depth)}i32${">".repeat(depth)}`;
}

test("limits how much is read again as another type", () => {
  const structs = Array.from({ length: 2000 }, (_, i) => `struct S${i} { 1: list<i64> a = LIST }`);
  expect(problems(`const list<i32> LIST = [${"7 ".repeat(1000)}] ${structs.join(" ")}`)).toEqual([
    expect.stringContaining("limit: expected at most 1000000 values in all constants, got more"),
  ]);
});

test.each([
  ["lists", (depth: number) => nested(depth), (i: number) => `[C${i}, C${i}]`],
  ["structs", () => "P", (i: number) => `{"a": C${i}, "b": C${i}}`],
])("limits how much a constant may hold by way of %s that it names", (_, type, value) => {
  const lines = Array.from({ length: 30 }, (_, i) => `const ${type(i + 2)} C${i + 1} = ${value(i)}`);
  const given = `struct P { 1: optional P a, 2: optional P b }\nconst ${type(1)} C0 = {}\n`;
  expect(problems(given + lines.join("\n"))).toEqual([
    expect.stringMatching(/^2[01]:.* limit: expected at most 1000000 values in a constant, got more by way of those/),
  ]);
});

test("lets many defaults share a large constant", () => {
  const structs = Array.from({ length: 2000 }, (_, i) => `struct S${i} { 1: list<i32> a = LIST }`);
  expect(problems(`const list<i32> LIST = [${"7 ".repeat(1000)}] ${structs.join(" ")}`)).toEqual([]);
});

test("limits how far a constant may be from its value", () => {
  const lines = Array.from({ length: 10_000 }, (_, i) => `const i32 C${i} = C${i + 1}`);
  const [first] = problems(`${lines.join("\n")}\nconst i32 C10000 = 1`);
  expect(first).toMatch(/^257:\d+ error limit: expected constants within 256 of each other, got more$/);
});

test.each<[limits: Partial<IdlLimits>, text: string, problem: string]>([
  [
    { maxDepth: 1.3 },
    Array.from({ length: 9 }, (_, i) => `const i32 C${i} = ${i < 8 ? `C${i + 1}` : 1}`).join(" "),
    "5.2 of",
  ],
  [{ maxValues: 2.5 }, "const list<i32> A = [1, 2]", "at most 2.5 values in all"],
])("takes limits that are no integers: %j", (limits, text, problem) => {
  expect(problems(text, { limits }).join()).toContain(problem);
});
