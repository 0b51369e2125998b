import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { brief, diagnosticsOf } from "./problems.ts";

const names = ["torture.thrift", "palette.thrift", "pigment.thrift", "unused.thrift"];
const files = Object.fromEntries(
  names.map((name) => [name, readFileSync(new URL(`torture/${name}`, import.meta.url), "utf8")]),
);

// Whoever has one error to mend wants to see the others as well, and none that is only a consequence.
const expected = [
  "3:1 warning duplicate: expected one namespace js, got two",
  '5:9 error missing_file: expected a file, got none of "nowhere.thrift"',
  '6:1 warning unused_include: expected a use of the included file, got none of "unused.thrift"',
  "8:14 error cycle: expected a typedef of another type, got the cycle Pool -> Loop -> Pool",
  '10:9 error unresolved: expected a type, got "Strin", which is not defined',
  "12:22 error value: expected an i8, from -128 to 127, got -129",
  "13:23 error value: expected an i32, from -2147483648 to 2147483647, got 2147483648",
  "14:27 error value: expected an i64, got 9223372036854775808",
  "15:23 error value: expected a string in quotes, got 5",
  '16:20 error value: expected true or false, got string "yes"',
  '17:22 error value: expected a double, got string "one"',
  '18:20 error value: expected a uuid in its canonical form, got string "0011"',
  '19:29 error value: expected an i32, from -2147483648 to 2147483647, got string "two"',
  '20:41 warning duplicate: expected different keys of a map, got string "a" twice',
  "21:11 error cycle: expected a value, got the cycle ROUND -> ABOUT -> ROUND",
  '23:21 error unresolved: expected a value of type Color, got "Color.GREAN", which is not defined (did you mean Color.GREEN?)',
  '24:20 error unresolved: expected an enum value with the name of its enum, got "RED" (did you mean Color.RED?)',
  "25:27 error value: expected a value of the enum Color, got 42",
  '26:23 warning value: expected the required field "x", got none',
  '27:30 error value: expected a field of Point, got "z"',
  "28:20 error value: expected exactly one field of the union Shape, got a map of 2",
  '29:20 error unresolved: expected a value of type i32, got "palette.LIMITT", which is not defined (did you mean palette.LIMIT?)',
  '30:7 error unresolved: expected a type, got "pigment.Pigment", which is not defined (it is in pigment.thrift; include that file)',
  '31:2 warning annotation: expected the name of a struct, got "Nota", which is not defined',
  '36:3 error duplicate: expected different names of enum values, got "RED" twice',
  '37:10 error enum_number: expected a number of 32 bits for "HUGE", got "3000000000"',
  '42:3 error duplicate: expected different ids of fields, got 1 for "x" and "y"',
  '43:10 error duplicate: expected different names of fields, got "x" twice',
  '44:3 error field_id: expected a field id up to 32767, got "40000"',
  '45:6 error wrong_kind: expected a type, got "void"',
  '46:6 error unresolved: expected a type, got "Pint", which is not defined (did you mean Point?)',
  '47:6 error wrong_kind: expected a type, got the service "Canvas"',
  '48:22 error value: expected an i32, from -2147483648 to 2147483647, got string "left"',
  "49:10 warning identity_key: expected keys that are equal by value, got list<i32>, which JavaScript compares by identity",
  '52:8 error duplicate: expected different names of definitions, got "Point" twice',
  '59:10 error duplicate: expected at most one default in a union, got one for "side" too',
  "62:8 warning cycle: expected a type that values can be made of, got Endless -> Endless, of which each needs the next",
  '70:24 error wrong_kind: expected a service, got the struct "Point"',
  '71:28 error duplicate: expected different ids of arguments, got 1 for "from" and "to"',
  '72:8 error duplicate: expected different names of methods, got "draw" twice',
  "73:31 error oneway: expected a oneway method without exceptions, got one",
  "74:26 error wrong_kind: expected an exception, got Point",
  '75:27 error unresolved: expected a type, got "Colour", which is not defined (did you mean Color?)',
  '76:12 error wrong_kind: expected an interaction, got the service "Canvas"',
  '77:29 warning ignored: expected "x" without "optional": arguments are not',
  '77:30 error syntax: expected ")", got "void"',
  "81:9 error cycle: expected a service to extend another, got the cycle Easel -> Easel",
  "82:3 error wrong_kind: expected an interaction left of the response, got another type",
  '86:20 error syntax: expected a name, number, string or mark, got "+"',
  '91:3 error wrong_kind: expected no interaction to create another, got the interaction "Brush" in "Brush"',
];

test("tells all that is wrong with a file at once, each where it is, and nothing else", () => {
  const found = diagnosticsOf(files).map((diagnostic) => brief(diagnostic).replace(/^torture\.thrift:/, ""));
  expect(found).toEqual(expected);
});

test("counts more than forty errors in it", () => {
  expect(diagnosticsOf(files).filter((diagnostic) => diagnostic.severity === "error").length).toBeGreaterThan(40);
});
