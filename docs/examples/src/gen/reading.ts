// Generated from reading.thrift by seapink. Do not edit: `seapink generate` writes it anew.
import type { Client, Implementation, InteractionClient, InteractionHandler } from "@seapink/rpc/gen1";
import * as t from "@seapink/schema/gen1";

export class NotFound extends Error {
  declare readonly name: "NotFound";
  declare page: string;

  constructor(fields: { page: string }, options?: ErrorOptions) {
    super(undefined, options);
    t.setFields(this, fields);
  }
}

export const NotFoundType: t.ExceptionType<NotFound> = /* @__PURE__ */ t.exception("NotFound", NotFound, () => [
  t.field(1, "page", t.string),
]);

/** The signatures: `ReaderClient` is what calls them, `ReaderHandler` what implements them. */
export interface ReaderMethods {
  skip: { kind: "call"; args: { lines: number }; returns: number };
  read: { kind: "stream"; args: Record<string, never>; returns: undefined; stream: string };
}
export type ReaderClient = InteractionClient<ReaderMethods>;
export type ReaderHandler = InteractionHandler<ReaderMethods>;

export const Reader: t.InteractionType<ReaderMethods> = /* @__PURE__ */ t.interaction("Reader", () => [
  t.method("skip", { args: [t.field(1, "lines", t.i32)], returns: t.i32 }),
  t.method("read", { stream: { of: t.string } }),
]);

/** The signatures: `LibraryClient` is what calls them, `LibraryHandler` what implements them. */
export interface LibraryMethods {
  open: { kind: "call"; args: { page: string }; returns: undefined; creates: ReaderMethods; throws: NotFound };
}
export type LibraryClient = Client<LibraryMethods>;
export type LibraryHandler = Implementation<LibraryMethods>;

export const Library: t.ServiceType<LibraryMethods> = /* @__PURE__ */ t.service("Library", () => [
  t.method("open", {
    args: [t.field(1, "page", t.string)],
    throws: [t.field(1, "notFound", NotFoundType)],
    creates: Reader,
  }),
]);
