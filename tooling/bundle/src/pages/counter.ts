// Generated from counter.thrift by seapink. Do not edit: `seapink generate` writes it anew.
import type { Client, Implementation } from "@seapink/rpc/gen1";
import * as t from "@seapink/schema/gen1";

/** No total of that key. */
export class NotFoundError extends Error {
  declare readonly name: "NotFoundError";
  declare key: string;

  constructor(fields: { key: string }, options?: ErrorOptions) {
    super(undefined, options);
    t.setFields(this, fields);
  }
}

export const NotFoundErrorType: t.ExceptionType<NotFoundError> = /* @__PURE__ */ t.exception(
  "NotFoundError",
  NotFoundError,
  () => [t.field(1, "key", t.string)],
);

/** The signatures: `CounterClient` is what calls them, `CounterHandler` what implements them. */
export interface CounterMethods {
  add: { kind: "call"; args: { key: string; by: bigint }; returns: bigint; throws: NotFoundError };
}
export type CounterClient = Client<CounterMethods>;
export type CounterHandler = Implementation<CounterMethods>;

export const Counter: t.ServiceType<CounterMethods> = /* @__PURE__ */ t.service("Counter", () => [
  t.method("add", {
    args: [t.field(1, "key", t.string), t.field(2, "by", t.i64)],
    returns: t.i64,
    throws: [t.field(1, "gone", NotFoundErrorType)],
  }),
]);
