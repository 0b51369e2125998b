// Generated from orders.thrift by seapink. Do not edit: `seapink generate` writes it anew.
import type { Client, Implementation } from "@seapink/rpc/gen1";
import * as t from "@seapink/schema/gen1";

export const Status = {
  OPEN: 1,
  PAID: 2,
} as const;
export type Status = (typeof Status)[keyof typeof Status];

export const StatusType: t.EnumType = /* @__PURE__ */ t.enumType("Status", Status);

export type Payment = { field: "card"; value: string } | { field: "voucher"; value: bigint } | t.UnknownField;

export const Payment: t.UnionType<Payment> = /* @__PURE__ */ t.union("Payment", () => [
  t.field(1, "card", t.string, { requiredness: "optional" }),
  t.field(2, "voucher", t.i64, { requiredness: "optional" }),
]);

export interface Order {
  id: bigint;
  /** @defaultValue `Status.OPEN` */
  status?: Status | undefined;
  note?: string | undefined;
  tags: Set<string>;
  items: Map<string, number>;
  payment?: Payment | undefined;
  receipt: Uint8Array;
}

export const Order: t.StructType<Order> = /* @__PURE__ */ t.struct("Order", () => [
  t.field(1, "id", t.i64),
  t.field(2, "status", StatusType, { default: Status.OPEN }),
  t.field(3, "note", t.string, { requiredness: "optional" }),
  t.field(4, "tags", t.set(t.string)),
  t.field(5, "items", t.map(t.string, t.i32)),
  t.field(6, "payment", Payment, { requiredness: "optional" }),
  t.field(7, "receipt", t.binary),
]);

export class NotFound extends Error {
  declare readonly name: "NotFound";
  declare id: bigint;

  constructor(fields: { id: bigint }, options?: ErrorOptions) {
    super(undefined, options);
    t.setFields(this, fields);
  }
}

export const NotFoundType: t.ExceptionType<NotFound> = /* @__PURE__ */ t.exception("NotFound", NotFound, () => [
  t.field(1, "id", t.i64),
]);

/** The signatures: `OrdersClient` is what calls them, `OrdersHandler` what implements them. */
export interface OrdersMethods {
  put: { kind: "call"; args: { order: Order }; returns: bigint };
  get: { kind: "call"; args: { id: bigint }; returns: Order; throws: NotFound };
  forget: { kind: "oneway"; args: { id: bigint }; returns: undefined };
}
export type OrdersClient = Client<OrdersMethods>;
export type OrdersHandler = Implementation<OrdersMethods>;

export const Orders: t.ServiceType<OrdersMethods> = /* @__PURE__ */ t.service("Orders", () => [
  t.method("put", { args: [t.field(1, "order", Order)], returns: t.i64 }),
  t.method("get", { args: [t.field(1, "id", t.i64)], returns: Order, throws: [t.field(1, "notFound", NotFoundType)] }),
  t.method("forget", { kind: "oneway", args: [t.field(1, "id", t.i64)] }),
]);
