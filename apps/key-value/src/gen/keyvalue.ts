// Generated from keyvalue.thrift by seapink. Do not edit: `seapink generate` writes it anew.
import type { Client, Implementation } from "@seapink/rpc/gen1";
import * as t from "@seapink/schema/gen1";

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

/** The signatures: `KeyValueClient` is what calls them, `KeyValueHandler` what implements them. */
export interface KeyValueMethods {
  get: { kind: "call"; args: { key: string }; returns: string; throws: NotFoundError };
  set: { kind: "call"; args: { key: string; value: string }; returns: string };
}
export type KeyValueClient = Client<KeyValueMethods>;
export type KeyValueHandler = Implementation<KeyValueMethods>;

export const KeyValue: t.ServiceType<KeyValueMethods> = /* @__PURE__ */ t.service("KeyValue", () => [
  t.method("get", {
    args: [t.field(1, "key", t.string)],
    returns: t.string,
    throws: [t.field(1, "notFound", NotFoundErrorType)],
  }),
  t.method("set", { args: [t.field(1, "key", t.string), t.field(2, "value", t.string)], returns: t.string }),
]);
