// Generated from fileserver.thrift by seapink. Do not edit: `seapink generate` writes it anew.
import type { Client, Implementation, InteractionClient, InteractionHandler } from "@seapink/rpc/gen1";
import * as t from "@seapink/schema/gen1";

export interface FileInfo {
  size: bigint;
  modifiedTime: bigint;
}

export const FileInfo: t.StructType<FileInfo> = /* @__PURE__ */ t.struct("FileInfo", () => [
  t.field(1, "size", t.i64),
  t.field(2, "modifiedTime", t.i64),
]);

/** The signatures: `FileAccessClient` is what calls them, `FileAccessHandler` what implements them. */
export interface FileAccessMethods {
  seek: { kind: "call"; args: { delta: number }; returns: bigint };
  read: { kind: "stream"; args: { bytes: number }; returns: undefined; stream: Uint8Array };
}
export type FileAccessClient = InteractionClient<FileAccessMethods>;
export type FileAccessHandler = InteractionHandler<FileAccessMethods>;

export const FileAccess: t.InteractionType<FileAccessMethods> = /* @__PURE__ */ t.interaction("FileAccess", () => [
  t.method("seek", { args: [t.field(1, "delta", t.i32)], returns: t.i64 }),
  t.method("read", { args: [t.field(1, "bytes", t.i32)], stream: { of: t.binary } }),
]);

/** The signatures: `FileServerClient` is what calls them, `FileServerHandler` what implements them. */
export interface FileServerMethods {
  open: { kind: "call"; args: { path: string }; returns: undefined; creates: FileAccessMethods };
  openAndStat: { kind: "call"; args: { path: string }; returns: FileInfo; creates: FileAccessMethods };
  stat: { kind: "call"; args: { filePath: string }; returns: FileInfo };
}
export type FileServerClient = Client<FileServerMethods>;
export type FileServerHandler = Implementation<FileServerMethods>;

export const FileServer: t.ServiceType<FileServerMethods> = /* @__PURE__ */ t.service("FileServer", () => [
  t.method("open", { args: [t.field(1, "path", t.string)], creates: FileAccess }),
  t.method("openAndStat", { args: [t.field(1, "path", t.string)], returns: FileInfo, creates: FileAccess }),
  t.method("stat", { args: [t.field(1, "filePath", t.string)], returns: FileInfo }),
]);
