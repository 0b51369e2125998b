import { binary } from "@seapink/protocol-binary";
import { decode, encode, i32, type StructType } from "@seapink/schema";
import * as t from "@seapink/schema/gen1";
import { expect, test } from "vitest";
import { Color, Found, Item, SoldOut, SoldOutType } from "./shop.ts";

const protocol = binary();
const item: Item = { name: "lamp", price: 5n, color: Color.GREEN };

test("values of structs, unions and exceptions are written and read", () => {
  expect(decode(Item, encode(Item, item, protocol), protocol)).toStrictEqual(item);
  const found: Found = { field: "item", value: item };
  expect(decode(Found, encode(Found, found, protocol), protocol)).toStrictEqual(found);
  const error = decode(SoldOutType, encode(SoldOutType, new SoldOut({ item: "lamp" }), protocol), protocol);
  expect(error).toBeInstanceOf(SoldOut);
  expect(Object.entries(error)).toEqual([["item", "lamp"]]);
});

test("a field of a union that is not known here is read as none, and cannot be sent", () => {
  const Newer = t.union("Found", () => [t.field(9, "later", t.string)]);
  const read = decode(Found, encode(Newer, { field: "later", value: "x" }, protocol), protocol);
  expect(read).toStrictEqual({ field: undefined, value: undefined });
  expect(() => encode(Found, read, protocol)).toThrow('expected the name of a field in "field"');
});

test("errors of a generated class have the name that the IDL gives them, and no message of their own", () => {
  const error = new SoldOut({ item: "lamp" });
  expect([error.name, error.message, String(error)]).toEqual(["SoldOut", "SoldOut", "SoldOut: SoldOut"]);
  expect([Object.hasOwn(error, "name"), Object.hasOwn(error, "message")]).toEqual([false, false]);
  expect(error.stack).toContain("fieldsets.test");
});

test("a generated class may be called something else than the exception", () => {
  class Class extends Error {}
  expect(t.exception("class", Class, []).name).toBe("class");
  expect(new Class().name).toBe("class");
  expect(new Class("said").message).toBe("said");
});

// Reads the default of its first field, whatever came.
const codec = (tools: t.CodecTools): t.FieldsetCodec => ({
  write: (w) => w.structEnd(),
  read: () => tools.makeDefault(0)(),
});

test("a codec that generated code brings along is used", () => {
  const type: StructType<number> = t.struct<number>("S", [t.field(1, "a", i32, { default: 7 })], { codec });
  expect(encode(type, 5, protocol)).toStrictEqual(Uint8Array.of(0));
  expect(decode(type, Uint8Array.of(0), protocol)).toBe(7);
});
