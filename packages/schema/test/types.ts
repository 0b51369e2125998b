import type { Protocol } from "@seapink/core";
import { codecOf, decode, encode, field, i32, struct, type StructType } from "@seapink/schema";
import * as t from "@seapink/schema/gen1";
import { Found, Item, SoldOut, SoldOutType } from "./gen1/shop.ts";

// Nothing here runs: the compiler checks that what must fit does, and that what must not does not.

declare const protocol: Protocol;
declare const bytes: Uint8Array;

/** What is read has the type that generated code states. */
export const read = {
  struct: decode(Item, bytes, protocol) satisfies Item,
  union: decode(Found, bytes, protocol) satisfies Found,
  exception: decode(SoldOutType, bytes, protocol) satisfies SoldOut,
  codecOfType: codecOf<Item>(Item),
  codec: codecOf(Item) satisfies { write(writer: never, value: Item): void },
  withoutTypes: decode(struct("S", [field(1, "a", i32)]), bytes, protocol) satisfies unknown,
};

/** What fits is written. */
export const written = [
  encode(Item, { name: "lamp", price: 5n }, protocol),
  encode(Item, { name: "lamp", price: 5n, color: 1 }, protocol),
  encode(Item, { name: "lamp", price: 5n, color: undefined }, protocol),
  encode(Found, { field: "count", value: 5 }, protocol),
  encode(Found, decode(Found, bytes, protocol), protocol),
  encode(SoldOutType, new SoldOut({ item: "lamp" }), protocol),
  encode(struct("S", []), { anything: true }, protocol),
];

export const refused = [
  // @ts-expect-error a missing field
  encode(Item, { name: "lamp" }, protocol),
  // @ts-expect-error a number is no bigint
  encode(Item, { name: "lamp", price: 5 }, protocol),
  // @ts-expect-error a misspelt field
  encode(Item, { name: "lamp", price: 5n, colour: 1 }, protocol),
  // @ts-expect-error no number of the enum
  encode(Item, { name: "lamp", price: 5n, color: 7 }, protocol),
  // @ts-expect-error two fields of a union at once
  encode(Found, { field: "count", value: 5, item: { name: "lamp", price: 5n } }, protocol),
  // @ts-expect-error the value of another field
  encode(Found, { field: "item", value: 5 }, protocol),
  // @ts-expect-error no field of the union
  encode(Found, { field: "other", value: 5 }, protocol),
  // @ts-expect-error an object that is no error
  encode(SoldOutType, { item: "lamp" }, protocol),
  // @ts-expect-error a missing field of an exception
  new SoldOut({}),
  // @ts-expect-error a class whose errors are others
  t.exception<SoldOut>("SoldOut", RangeError, []),
  // @ts-expect-error a codec of another struct
  codecOf<Found>(Item),
  // @ts-expect-error a descriptor that does not know its values
  codecOf<Item>(struct("S", [])),
  // @ts-expect-error only an i64 is one of two types
  field(1, "a", { kind: "bool", as: "number" }),
  // @ts-expect-error and is one of them
  field(1, "a", { kind: "i64" }),
  // @ts-expect-error a descriptor of another struct
  decode(Item, bytes, protocol) satisfies Found,
];

// @ts-expect-error what is read of one struct is not another
export const other: string = decode(Item, bytes, protocol).price;

// @ts-expect-error a descriptor of one struct is not that of another
export const descriptor: StructType<Found> = Item;

/** A codec that is compiled ahead of time. */
export const codec: t.MakeCodec = ($) => ({
  write(w, value) {
    // @ts-expect-error any value comes, until it was looked at
    w.string(value.name);
    // @ts-expect-error a descriptor is needed
    $.codecOf("Item");
  },
  read: (r) => r.string(),
});
