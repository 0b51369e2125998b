// Generated from services.thrift by seapink. Do not edit: `seapink generate` writes it anew.
import type { Client, Implementation, InteractionClient, InteractionHandler } from "@seapink/rpc/gen1";
import * as t from "@seapink/schema/gen1";

/** All that services of the first generation ask of rpc and schema. */
export class Missing extends Error {
  declare readonly name: "Missing";
  declare key: string;

  constructor(fields: { key: string }, options?: ErrorOptions) {
    super(undefined, options);
    t.setFields(this, fields);
  }
}

export const MissingType: t.ExceptionType<Missing> = /* @__PURE__ */ t.exception("Missing", Missing, () => [
  t.field(1, "key", t.string),
]);

export class Broken extends Error {
  declare readonly name: "Broken";

  constructor(_fields: Record<string, never> = {}, options?: ErrorOptions) {
    super(undefined, options);
  }
}

export const BrokenType: t.ExceptionType<Broken> = /* @__PURE__ */ t.exception("Broken", Broken, () => []);

/** The signatures: `CursorClient` is what calls them, `CursorHandler` what implements them. */
export interface CursorMethods {
  seek: { kind: "call"; args: { delta: bigint }; returns: bigint };
  lines: {
    kind: "stream";
    args: {
      /** @defaultValue `2` */
      count?: number | undefined;
    };
    returns: undefined;
    stream: string;
    throws: Missing;
    streamThrows: Broken;
    defaults: "count";
  };
}
export type CursorClient = InteractionClient<CursorMethods>;
export type CursorHandler = InteractionHandler<CursorMethods>;

export const Cursor: t.InteractionType<CursorMethods> = /* @__PURE__ */ t.interaction("Cursor", () => [
  t.method("seek", { args: [t.field(1, "delta", t.i64)], returns: t.i64 }),
  t.method("lines", {
    args: [t.field(1, "count", t.i32, { default: 2 })],
    throws: [t.field(1, "missing", MissingType)],
    stream: { of: t.string, throws: [t.field(1, "broken", BrokenType)] },
  }),
]);

/** The signatures: `BaseClient` is what calls them, `BaseHandler` what implements them. */
export interface BaseMethods {
  ping: { kind: "call"; args: Record<string, never>; returns: undefined };
  get: { kind: "call"; args: { key: string }; returns: string; throws: Missing };
}
export type BaseClient = Client<BaseMethods>;
export type BaseHandler = Implementation<BaseMethods>;

export const Base: t.ServiceType<BaseMethods> = /* @__PURE__ */ t.service(
  "Base",
  () => [
    t.method("ping"),
    t.method("get", {
      args: [t.field(1, "key", t.string)],
      returns: t.string,
      throws: [t.field(1, "missing", MissingType)],
    }),
  ],
  { annotations: /* @__PURE__ */ t.annotations(["base", "1"]) },
);

/** The signatures: `StoreClient` is what calls them, `StoreHandler` what implements them. */
export interface StoreMethods extends BaseMethods {
  note: { kind: "oneway"; args: { text: string }; returns: undefined };
  tail: { kind: "stream"; args: { key: string }; returns: number; stream: string; streamThrows: Broken };
  add: {
    kind: "sink";
    args: Record<string, never>;
    returns: undefined;
    sink: string;
    final: number;
    finalThrows: Broken;
  };
  shout: { kind: "bidi"; args: Record<string, never>; returns: undefined; stream: string; sink: string };
  open: {
    kind: "call";
    args: {
      /** @defaultValue `"a"` */
      key?: string | undefined;
    };
    returns: number;
    creates: CursorMethods;
    defaults: "key";
  };
  createCursor: { kind: "constructor"; creates: CursorMethods };
}
export type StoreClient = Client<StoreMethods>;
export type StoreHandler = Implementation<StoreMethods>;

export const Store: t.ServiceType<StoreMethods> = /* @__PURE__ */ t.service(
  "Store",
  () => [
    t.method("note", { kind: "oneway", args: [t.field(1, "text", t.string)] }),
    t.method("tail", {
      args: [t.field(1, "key", t.string)],
      returns: t.i32,
      stream: { of: t.string, throws: [t.field(1, "broken", BrokenType)] },
    }),
    t.method("add", { sink: { of: t.string, final: t.i32, finalThrows: [t.field(1, "broken", BrokenType)] } }),
    t.method("shout", { stream: { of: t.string }, sink: { of: t.string } }),
    t.method("open", { args: [t.field(1, "key", t.string, { default: "a" })], returns: t.i32, creates: Cursor }),
  ],
  { extends: Base, performs: [Cursor] },
);
