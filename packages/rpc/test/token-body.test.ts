import { ByteWriter, defaultLimits, ProtocolError, type Writable } from "@seapink/core";
import { binary as binaryProtocol } from "@seapink/protocol-binary";
import {
  binary,
  bool,
  codecOf,
  double,
  enumType,
  field,
  type Field,
  float,
  i16,
  i32,
  i64,
  i64Number,
  i8,
  list,
  map,
  set,
  string,
  struct,
  type StructType,
  type Type,
  union,
  uuid,
} from "@seapink/schema";
import { describe, expect, test } from "vitest";
import { StructBody, readBody } from "../src/struct-body.ts";
import { snapshot, TokenBody } from "../src/token-body.ts";

const Point = struct("Point", [field(1, "x", i32), field(2, "y", i32, { requiredness: "optional" })]);
const Shape = union("Shape", [field(1, "point", Point), field(2, "name", string)]);
const Color = enumType("Color", { red: 1 });

/** A struct with one field. */
function holds(type: Type, options: { readonly default?: unknown } = {}): StructType {
  return struct("Holds", [field(1, "value", type, options)]);
}

const values: readonly (readonly [Type, unknown])[] = [
  [bool, false],
  [i8, -1],
  [i16, 300],
  [i32, -70_000],
  [i64, 2n ** 60n],
  [i64Number, 2 ** 40],
  [double, 0.1],
  [float, Math.fround(0.1)],
  [string, "grüß"],
  [binary, new Uint8Array([0, 255])],
  [uuid, "00112233-4455-6677-8899-aabbccddeeff"],
  [Color, 1],
  [Color, 99],
  [Point, { x: 1, y: 2 }],
  [Point, { x: 1 }],
  [Shape, { field: "point", value: { x: 1 } }],
  [Shape, { field: "name", value: "a" }],
  [list(bool), [true, false]],
  [list(list(string)), [["a"], [], ["b", "c"]]],
  [set(i64), new Set([1n, 2n])],
  [map(string, list(Point)), new Map([["a", [{ x: 1 }, { x: 2 }]]])],
  [map(Point, binary), new Map([[{ x: 1 }, new Uint8Array([7])]])],
  [list(uuid), []],
];

function bytesOf(body: Writable): Uint8Array {
  const out = new ByteWriter();
  body.write(binaryProtocol().writer(out, defaultLimits));
  return out.take();
}

function read(type: StructType, body: Writable): unknown {
  return readBody(codecOf(type), body, undefined, defaultLimits);
}

describe("a value crosses without a wire", () => {
  test.each(values)("of %o: %o", (type, value) => {
    const sent = new TokenBody(new StructBody(codecOf(holds(type)), { value }));
    expect(read(holds(type), sent)).toStrictEqual({ value });
  });

  test.each(values)("and on over a wire, of %o: %o", (type, value) => {
    const body = new StructBody(codecOf(holds(type)), { value });
    expect(bytesOf(new TokenBody(body))).toStrictEqual(bytesOf(body));
  });

  test("whatever the sender does with it afterwards", () => {
    const value = { list: [1], bytes: new Uint8Array([1]) };
    const type = struct("S", [field(1, "list", list(i32)), field(2, "bytes", binary)]);
    const body = new StructBody(codecOf(type), value);
    const before = bytesOf(body);
    const sent = new TokenBody(body);
    value.list.push(2);
    value.bytes[0] = 2;
    expect(read(type, sent)).toStrictEqual({ list: [1], bytes: new Uint8Array([1]) });
    expect(bytesOf(sent)).toStrictEqual(before);
  });

  test("whatever its receivers do with it", () => {
    const sent = new TokenBody(new StructBody(codecOf(holds(binary)), { value: new Uint8Array([1]) }));
    const [one, other] = [read(holds(binary), sent), read(holds(binary), sent)] as { value: Uint8Array }[];
    one?.value.fill(9);
    expect(other?.value).toStrictEqual(new Uint8Array([1]));
  });

  test("is not copied twice", () => {
    const body = new TokenBody(new StructBody(codecOf(holds(i8)), { value: 1 }));
    expect(snapshot(body)).toBe(body);
  });

  test.each([new Uint8Array([1, 2]), Buffer.from([1, 2])])("bytes are copied: %o", (bytes) => {
    const copied = snapshot(bytes) as Uint8Array;
    expect(Array.from(copied)).toEqual([1, 2]);
    expect(copied.buffer).not.toBe(bytes.buffer);
  });
});

describe("two sides that describe a struct differently", () => {
  const all = values.map(([type, value], i): [Field, unknown] => [field(i + 1, `f${i + 1}`, type), value]);
  const Newer = struct(
    "S",
    all.map(([f]) => f),
  );
  const sent = new TokenBody(
    new StructBody(codecOf(Newer), Object.fromEntries(all.map(([{ name }, value]) => [name, value]))),
  );

  test.each(all.map(([f]) => f))("read only what both know: $name", (known) => {
    expect(read(struct("S", [known]), sent)).toStrictEqual({ [known.name]: values[known.id - 1]?.[1] });
  });

  test("skip all that is not known", () => {
    expect(read(struct("S", []), sent)).toStrictEqual({});
  });

  test("skip a field of another type", () => {
    const body = new StructBody(codecOf(holds(i64)), { value: 1n });
    expect(read(holds(i32, { default: 7 }), body)).toStrictEqual({ value: 7 });
  });

  test.each([
    [string, "grüß", binary, new TextEncoder().encode("grüß")],
    [binary, new TextEncoder().encode("\ufeffgrüß"), string, "\ufeffgrüß"],
    [i64, 5n, i64Number, 5],
    [Color, 5, i32, 5],
    [list(i32), [], list(string), []],
    [map(i32, i32), new Map(), map(string, bool), new Map()],
  ])("take %o %o for %o", (type, value, other, result) => {
    expect(read(holds(other), new StructBody(codecOf(holds(type)), { value }))).toStrictEqual({ value: result });
  });

  test.each([
    [list(i32), [1], list(string), "value: expected elements of type string, got i32"],
    [set(i32), new Set([1]), set(i64), "value: expected elements of type i64, got i32"],
    [map(i32, i8), new Map([[1, 2]]), map(string, i8), "value: expected elements of type string, got i32"],
    [map(i8, i32), new Map([[1, 2]]), map(i8, bool), "value: expected elements of type bool, got i32"],
    [i64, 2n ** 53n, i64Number, "value: expected an i64 that a number can hold, got 9007199254740992"],
    [i64, -(2n ** 53n), i64Number, "value: expected an i64 that a number can hold, got -9007199254740992"],
    [binary, new Uint8Array([0xff]), string, "value: expected UTF-8 in a string of 1 bytes"],
  ])("refuse %o %o for %o", (type, value, other, message) => {
    const body = new StructBody(codecOf(holds(type)), { value });
    const reading = (): unknown => read(holds(other), body);
    expect(reading).toThrow(ProtocolError);
    expect(reading).toThrow(message);
  });
});

test("has no message header to read", () => {
  const reader = new TokenBody(new StructBody(codecOf(holds(i8)), { value: 1 })).reader();
  expect(() => reader.messageBegin()).toThrow(ProtocolError);
  expect(reader.offset).toBe(0);
});
