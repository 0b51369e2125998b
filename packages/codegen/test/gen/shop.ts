// Generated from shop.thrift by seapink. Do not edit: `seapink generate` writes it anew.
/** A shop, with every kind of method. */

import type { Client, Implementation, InteractionClient, InteractionHandler } from "@seapink/rpc/gen1";
import * as t from "@seapink/schema/gen1";
import * as money from "./money.ts";

export type Count = number;

export type Stock = Map<bigint, Count>;

export interface Item {
  /** Never changes. */
  id: bigint;
  name: string;
  price?: money.Money | undefined;
  /** @defaultValue `DEFAULT_TAGS` */
  tags?: string[] | undefined;
  picture?: Uint8Array | undefined;
}

export const Item: t.StructType<Item> = /* @__PURE__ */ t.struct("Item", () => [
  t.field(1, "id", t.i64),
  t.field(2, "name", t.string),
  t.field(3, "price", money.Money, { requiredness: "optional" }),
  t.field(4, "tags", t.list(t.string), { default: ["new"] }),
  t.field(5, "picture", t.binary, { requiredness: "optional" }),
]);

export type Payment =
  | { field: "cash"; value: money.Money }
  | {
      field: "card";
      /** The number of the card. */
      value: string;
    }
  | t.UnknownField;

export const Payment: t.UnionType<Payment> = /* @__PURE__ */ t.union("Payment", () => [
  t.field(1, "cash", money.Money, { requiredness: "optional" }),
  t.field(2, "card", t.string, { requiredness: "optional" }),
]);

/** There is no such item. */
export class NotFound extends Error {
  declare readonly name: "NotFound";
  declare id: bigint;
  declare message: string;

  constructor(fields: { id: bigint; message?: string | undefined }, options?: ErrorOptions) {
    super(undefined, options);
    t.setFields(this, fields);
  }
}

export const NotFoundType: t.ExceptionType<NotFound> = /* @__PURE__ */ t.exception("NotFound", NotFound, () => [
  t.field(1, "id", t.i64),
  t.field(2, "message", t.string, { requiredness: "optional" }),
]);

export class SoldOut extends Error {
  declare readonly name: "SoldOut";
  declare message: string;

  constructor(fields: { message: string }, options?: ErrorOptions) {
    super(undefined, options);
    t.setFields(this, fields);
  }
}

export const SoldOutType: t.ExceptionType<SoldOut> = /* @__PURE__ */ t.exception("SoldOut", SoldOut, () => [
  t.field(1, "message", t.string),
]);

export class Closed extends Error {
  declare readonly name: "Closed";

  constructor(_fields: Record<string, never> = {}, options?: ErrorOptions) {
    super(undefined, options);
  }
}

export const ClosedType: t.ExceptionType<Closed> = /* @__PURE__ */ t.exception("Closed", Closed, () => []);

export const DEFAULT_TAGS: string[] = ["new"];

/**
 * A basket that is filled one by one.
 * The signatures: `BasketClient` is what calls them, `BasketHandler` what implements them.
 */
export interface BasketMethods {
  add: {
    kind: "call";
    args: {
      id: bigint;
      /** @defaultValue `1` */
      count?: Count | undefined;
    };
    returns: Count;
    throws: NotFound;
    defaults: "count";
  };
  items: { kind: "stream"; args: Record<string, never>; returns: undefined; stream: Item };
  pay: { kind: "call"; args: { payment: Payment }; returns: money.Money; throws: money.Refused };
}
export type BasketClient = InteractionClient<BasketMethods>;
export type BasketHandler = InteractionHandler<BasketMethods>;

export const Basket: t.InteractionType<BasketMethods> = /* @__PURE__ */ t.interaction("Basket", () => [
  t.method("add", {
    args: [t.field(1, "id", t.i64), t.field(2, "count", t.i64Number, { default: 1 })],
    returns: t.i64Number,
    throws: [t.field(1, "notFound", NotFoundType)],
  }),
  t.method("items", { stream: { of: Item } }),
  t.method("pay", {
    args: [t.field(1, "payment", Payment)],
    returns: money.Money,
    throws: [t.field(1, "refused", money.RefusedType)],
  }),
]);

/** The signatures: `CatalogueClient` is what calls them, `CatalogueHandler` what implements them. */
export interface CatalogueMethods {
  get: { kind: "call"; args: { id: bigint }; returns: Item; throws: NotFound | Closed };
  stock: { kind: "call"; args: { ids: Set<bigint> }; returns: Stock };
}
export type CatalogueClient = Client<CatalogueMethods>;
export type CatalogueHandler = Implementation<CatalogueMethods>;

export const Catalogue: t.ServiceType<CatalogueMethods> = /* @__PURE__ */ t.service("Catalogue", () => [
  t.method("get", {
    args: [t.field(1, "id", t.i64)],
    returns: Item,
    throws: [t.field(1, "notFound", NotFoundType), t.field(2, "closed", ClosedType)],
  }),
  t.method("stock", { args: [t.field(1, "ids", t.set(t.i64))], returns: t.map(t.i64, t.i64Number) }),
]);

/** The signatures: `ShopClient` is what calls them, `ShopHandler` what implements them. */
export interface ShopMethods extends CatalogueMethods {
  ping: { kind: "call"; args: Record<string, never>; returns: undefined };
  note: { kind: "oneway"; args: { text: string }; returns: undefined };
  watch: { kind: "stream"; args: { name: string }; returns: undefined; stream: Item; streamThrows: SoldOut };
  log: { kind: "stream"; args: { lines: number }; returns: number; stream: string };
  restock: { kind: "sink"; args: { shelf: string }; returns: undefined; sink: Item; final: Count; throws: Closed };
  find: { kind: "bidi"; args: Record<string, never>; returns: undefined; stream: Item; sink: string };
  /** Begins a basket. */
  begin: { kind: "call"; args: { customer: string }; returns: number; creates: BasketMethods };
  createBasket: { kind: "constructor"; creates: BasketMethods };
}
export type ShopClient = Client<ShopMethods>;
export type ShopHandler = Implementation<ShopMethods>;

export const Shop: t.ServiceType<ShopMethods> = /* @__PURE__ */ t.service(
  "Shop",
  () => [
    t.method("ping"),
    t.method("note", { kind: "oneway", args: [t.field(1, "text", t.string)] }),
    t.method("watch", {
      args: [t.field(1, "name", t.string)],
      stream: { of: Item, throws: [t.field(1, "soldOut", SoldOutType)] },
    }),
    t.method("log", { args: [t.field(1, "lines", t.i32)], returns: t.i32, stream: { of: t.string } }),
    t.method("restock", {
      args: [t.field(1, "shelf", t.string)],
      throws: [t.field(1, "closed", ClosedType)],
      sink: { of: Item, final: t.i64Number },
    }),
    t.method("find", { stream: { of: Item }, sink: { of: t.string } }),
    t.method("begin", { args: [t.field(1, "customer", t.string)], returns: t.i32, creates: Basket }),
  ],
  { extends: Catalogue, performs: [Basket] },
);
