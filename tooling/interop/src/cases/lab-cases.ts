import type { Case, Expected } from "../case.ts";
import type { Plain, PlainStruct } from "../plain.ts";

const mebibyte = 1_048_576;
const long = "Seapink \u{1f30a} ".repeat(mebibyte / 16).slice(0, mebibyte);

/** Structs whose every container and text is empty. */
const empty: PlainStruct = {
  a_string: "",
  a_binary: "",
  an_empty: {},
  a_point: {},
  things: [],
  i32_list: [],
  bool_list: [],
  string_set: [],
  struct_set: [],
  string_key: [],
  struct_value: [],
  list_nested: [],
};
const defaults = { number: 42, text: "hello", maybe: 7, numbers: [1, 2, 3], color: 2, yes: true };
const scalars = {
  a_bool: true,
  an_i8: -1,
  an_i16: 300,
  an_i32: -70000,
  an_i64: "1099511627776",
  a_double: -2.5,
  a_string: "s",
  a_binary: "AP8=",
  a_color: 1,
};

/** Fields of one thing, which the server sends back with what it has seen. */
const things: Readonly<Record<string, readonly [value: PlainStruct, seen?: PlainStruct]>> = {
  nothing: [{}],
  scalars: [scalars],
  zeros: [{ a_bool: false, an_i8: 0, an_i16: 0, an_i32: 0, an_i64: "0", a_double: 0, a_color: 0 }],
  empty: [empty],
  "bools-beside": [{ a_bool: false, no: false, yes: true, highest_id: true }],
  "far-ids": [{ a_bool: true, highest_id: true }],
  "union/number": [{ an_either: { number: 7 } }],
  "union/struct": [{ an_either: { point: { x: 1, y: 2 } } }],
  "defaults/filled-in": [{ defaults: {} }, { defaults }],
  "defaults/overridden": [{ defaults: { number: 0, text: "", maybe: 0, numbers: [], color: 0, yes: false } }],
  "enum/unknown": [{ a_color: 77 }],
  "enum/negative": [{ a_color: -2147483648 }],
  "string/nul": [{ a_string: "a\0b" }],
  "string/controls": [{ a_string: "\x01\x02\b\t\n\f\r\x1f\x7f" }],
  "string/astral": [{ a_string: "\u{1f30a}\u{10ffff}\u{10000}" }],
  "string/separators": [{ a_string: "\u2028\u2029\ufeff\uffff" }],
  "i64/beyond-2^53": [{ an_i64: "-9007199254740993" }],
  nested: [nested(50)],
  "nested/wide": [{ things: [{ thing: { things: [{}, scalars] } }, { things: [] }] }],
  "nested/to-the-limit": [nested(61)],
};

/** Fields that some peers have not. */
const negative: PlainStruct = { minus_one: -1, minus_two: "two", lowest_id: true, a_bool: false };

const wide: PlainStruct = {
  first: 1,
  inserted: [[["a", { x: 1, y: 2 }]], []],
  second: "second",
  flag: true,
  changed: "text in place of a number",
  thing: { ...scalars, a_binary: "AAE=", thing: { bool_list: [true, false], map_value: [[1, [[2, 3]]]] } },
  set_of_i64: ["1", "-9007199254740993"],
  number: 1.5,
  last: 9,
  appended: "AQID",
};
const narrow = { first: 1, second: "second", last: 9 };

/** What Apache's test has none of. */
export const labCases: readonly Case[] = [
  ...Object.entries(things).map(([name, [value, seen = value]]) => call("see", { value }, { sees: seen }, name)),
  { ...call("see", { value: negative }, { sees: negative }, "negative-ids"), needs: "negative ids" },
  call("nothing", {}, { returns: null }),
  call("add", { a: "9007199254740993", b: "-1" }, { returns: "9007199254740992" }, "inherited"),
  {
    ...call("add", {}, { returnsEach: Array.from({ length: 100 }, (_, i) => String(i * 1001)) }, "100-at-once"),
    together: Array.from({ length: 100 }, (_, i) => ({ a: String(i * 1000), b: String(i) })),
  },
  call("text", { value: "" }, { returns: "" }, "empty"),
  call("text", { value: "a\0b\u{1f30a}" }, { returns: "a\0b\u{1f30a}" }, "nul-astral"),
  { ...call("text", { value: long }, { returns: long }, "1-MiB"), isLarge: true },
  call("bytes", { value: "" }, { returns: "" }, "empty"),
  { ...call("bytes", { value: bytes(mebibyte) }, { returns: bytes(mebibyte) }, "1-MiB"), isLarge: true },
  call(
    "fail",
    { how: "declared" },
    { throws: "Declared", value: { code: -7, reason: "as declared", where: { x: 1, y: 2 } } },
    "declared",
  ),
  call("fail", { how: "other" }, { throws: "Other", value: {} }, "declared-empty"),
  call("fail", { how: "undeclared" }, { fails: 6 }, "undeclared"),
  call("fail", { how: "not" }, { returns: 0 }, "not"),
  call("note", { value: "noted \u{1f30a}" }, { sentWithinMs: 500 }, "oneway"),
  call("noted", {}, { returns: "noted \u{1f30a}" }, "after-oneway"),
  call("narrow", { value: { ...narrow, changed: 5 } }, { returns: { ...narrow, changed: 5 } }, "same-edition"),
  call("widen", { first: 1 }, { returns: wide }, "same-edition"),
  {
    ...next(
      "narrow",
      { value: { negative: "n", first: 1 }, more: [], flag: true },
      { returns: { first: 1 } },
      "unknown-negative-sent",
    ),
    needs: "negative ids",
  },
  next("narrow", { value: wide, more: [["k", wide]], flag: true }, { returns: narrow }, "unknown-fields-sent"),
  next(
    "narrow",
    { value: { first: 1, appended: "AP8=" }, more: [], flag: false },
    { returns: { first: 1 } },
    "unknown-binary-sent",
  ),
  next("widen", { first: 1 }, { returns: narrow }, "unknown-fields-received"),
  next("added", { value: 1 }, { fails: 1 }, "unknown-method"),
  call("nothing", {}, { returns: null }, "after-errors"),
];

/** What `widen` returns for 1, and so what all servers have to know. */
export const widened: PlainStruct = wide;

const uuid = "00112233-4455-6677-8899-aabbccddeeff";
const other = "ffffffff-ffff-ffff-ffff-ffffffffffff";
const boxes: Readonly<Record<string, PlainStruct>> = {
  field: { one: uuid },
  list: { many: [uuid, other, uuid] },
  set: { unique: [uuid, other] },
  key: {
    by_uuid: [
      [uuid, 1],
      [other, 2],
    ],
  },
  value: {
    by_number: [
      [1, uuid],
      [2, other],
    ],
  },
  nested: { nested: [[uuid], [], [other, uuid]] },
};

export const uuidCases: readonly Case[] = [
  {
    name: "uuid/result",
    service: "Uuids",
    method: "echo",
    args: { value: uuid },
    expected: { returns: uuid },
    needs: "uuid",
  },
  ...Object.entries(boxes).map(([name, value]): Case => ({
    name: `uuid/${name}`,
    service: "Uuids",
    method: "look",
    args: { value },
    expected: { sees: value },
    needs: "uuid",
  })),
];

/** As deep as the limit of 64 allows is 61: the arguments, the answer and `Seen` are levels too. */
function nested(depth: number): PlainStruct {
  let value: PlainStruct = { an_i32: depth };
  for (let i = 1; i < depth; i++) value = { thing: value };
  return value;
}

function bytes(size: number): Plain {
  return Buffer.from(Array.from({ length: size }, (_, i) => (i * 31) & 255)).toString("base64");
}

function call(method: string, args: PlainStruct, expected: Expected, name: string = method): Case {
  return { name: method === name ? name : `${method}/${name}`, service: "Lab", method, args, expected };
}

function next(method: string, args: PlainStruct, expected: Expected, name: string): Case {
  return { ...call(method, args, expected, name), service: "LabNext" };
}
