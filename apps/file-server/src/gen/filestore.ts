// Generated from filestore.thrift by seapink. Do not edit: `seapink generate` writes it anew.
import type { Client, Implementation } from "@seapink/rpc/gen1";
import * as t from "@seapink/schema/gen1";
import * as fileserver from "./fileserver.ts";

/** What a folder has at some name: a file, or another folder. */
export interface Entry {
  name: string;
  size: bigint;
  /** Seconds since 1970. */
  modifiedTime: bigint;
  isDirectory: boolean;
}

export const Entry: t.StructType<Entry> = /* @__PURE__ */ t.struct("Entry", () => [
  t.field(1, "name", t.string),
  t.field(2, "size", t.i64),
  t.field(3, "modifiedTime", t.i64),
  t.field(4, "isDirectory", t.bool),
]);

/** A file that was read or written to its end. */
export interface Checksum {
  info: fileserver.FileInfo;
  /** In hexadecimal. */
  sha256: string;
}

export const Checksum: t.StructType<Checksum> = /* @__PURE__ */ t.struct("Checksum", () => [
  t.field(1, "info", fileserver.FileInfo),
  t.field(2, "sha256", t.string),
]);

/** There is no file or folder at that path. */
export class NotFound extends Error {
  declare readonly name: "NotFound";
  declare path: string;

  constructor(fields: { path: string }, options?: ErrorOptions) {
    super(undefined, options);
    t.setFields(this, fields);
  }
}

export const NotFoundType: t.ExceptionType<NotFound> = /* @__PURE__ */ t.exception("NotFound", NotFound, () => [
  t.field(1, "path", t.string),
]);

/** The path is none that the server serves, or what is there is neither file nor folder. */
export class Refused extends Error {
  declare readonly name: "Refused";
  declare path: string;
  declare reason: string;

  constructor(fields: { path: string; reason: string }, options?: ErrorOptions) {
    super(undefined, options);
    t.setFields(this, fields);
  }
}

export const RefusedType: t.ExceptionType<Refused> = /* @__PURE__ */ t.exception("Refused", Refused, () => [
  t.field(1, "path", t.string),
  t.field(2, "reason", t.string),
]);

/** The file could not be written to its end; what was there before still is. */
export class NotWritten extends Error {
  declare readonly name: "NotWritten";
  declare path: string;
  declare reason: string;

  constructor(fields: { path: string; reason: string }, options?: ErrorOptions) {
    super(undefined, options);
    t.setFields(this, fields);
  }
}

export const NotWrittenType: t.ExceptionType<NotWritten> = /* @__PURE__ */ t.exception("NotWritten", NotWritten, () => [
  t.field(1, "path", t.string),
  t.field(2, "reason", t.string),
]);

/**
 * What a file server needs besides reading.
 * The signatures: `FileStoreClient` is what calls them, `FileStoreHandler` what implements them.
 */
export interface FileStoreMethods extends fileserver.FileServerMethods {
  /** What is in a folder, in no order. The folder itself is `.`. */
  list: { kind: "stream"; args: { path: string }; returns: undefined; stream: Entry; throws: NotFound | Refused };
  /**
   * Writes a file: all of it, or nothing. The folder must be there; a file of that name is replaced at the end.
   */
  write: {
    kind: "sink";
    args: { path: string };
    returns: undefined;
    sink: Uint8Array;
    final: Checksum;
    finalThrows: NotFound | Refused | NotWritten;
  };
  checksum: { kind: "call"; args: { path: string }; returns: Checksum; throws: NotFound | Refused };
}
export type FileStoreClient = Client<FileStoreMethods>;
export type FileStoreHandler = Implementation<FileStoreMethods>;

export const FileStore: t.ServiceType<FileStoreMethods> = /* @__PURE__ */ t.service(
  "FileStore",
  () => [
    t.method("list", {
      args: [t.field(1, "path", t.string)],
      throws: [t.field(1, "notFound", NotFoundType), t.field(2, "refused", RefusedType)],
      stream: { of: Entry },
    }),
    t.method("write", {
      args: [t.field(1, "path", t.string)],
      sink: {
        of: t.binary,
        final: Checksum,
        finalThrows: [
          t.field(1, "notFound", NotFoundType),
          t.field(2, "refused", RefusedType),
          t.field(3, "notWritten", NotWrittenType),
        ],
      },
    }),
    t.method("checksum", {
      args: [t.field(1, "path", t.string)],
      returns: Checksum,
      throws: [t.field(1, "notFound", NotFoundType), t.field(2, "refused", RefusedType)],
    }),
  ],
  { extends: fileserver.FileServer },
);
