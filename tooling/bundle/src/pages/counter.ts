import type { Client } from "@seapink/rpc";
import * as t from "@seapink/schema/gen1";

// In the form that generated files have, of this:
//   exception NotFoundError { 1: string key }
//   service Counter { i64 add(1: string key, 2: i64 by) throws (1: NotFoundError gone) }

export class NotFoundError extends Error {
  declare key: string;

  constructor(fields: { key: string }) {
    super();
    t.setFields(this, fields);
  }
}

const NotFoundErrorType: t.ExceptionType<NotFoundError> = t.exception("NotFoundError", NotFoundError, () => [
  t.field(1, "key", t.string),
]);

interface CounterMethods {
  add: { kind: "call"; args: { key: string; by: bigint }; returns: bigint; throws: NotFoundError };
}
export type CounterClient = Client<CounterMethods>;

export const Counter: t.ServiceType<CounterMethods> = t.service("Counter", [
  t.method("add", {
    args: [t.field(1, "key", t.string), t.field(2, "by", t.i64)],
    returns: t.i64,
    throws: [t.field(1, "gone", NotFoundErrorType)],
  }),
]);
