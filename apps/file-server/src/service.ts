import { fileURLToPath } from "node:url";
import type { Program } from "@seapink/idl";
import { loadIdl } from "@seapink/idl/node";
import type { Client, Implementation } from "@seapink/rpc";
import type { ServiceType } from "@seapink/schema";

/** The IDL of the services, as a program to take descriptors from. */
export function fileStoreIdl(): Promise<Program> {
  return loadIdl(fileURLToPath(new URL("../idl/filestore.thrift", import.meta.url)));
}

/** What is served: `FileStore`, and so `FileServer`. The IDL is read at run time; the compiler is told its types here. */
export function fileStore(program: Program): ServiceType<FileStoreMethods> {
  return program.service("FileStore") as ServiceType<FileStoreMethods>;
}

export type FileStoreClient = Client<FileStoreMethods>;
export type FileStoreImplementation = Implementation<FileStoreMethods>;
export type FileAccessImplementation = Implementation<FileAccessMethods>;

export interface FileInfo {
  readonly size: bigint;
  /** Seconds since 1970. */
  readonly modifiedTime: bigint;
}

export interface Entry {
  readonly name: string;
  readonly size: bigint;
  readonly modifiedTime: bigint;
  readonly isDirectory: boolean;
}

export interface Checksum {
  readonly info: FileInfo;
  readonly sha256: string;
}

interface At {
  readonly path: string;
}

/** The methods of an open file. */
interface FileAccessMethods {
  seek: { kind: "call"; args: { readonly delta: number }; returns: bigint };
  read: { kind: "stream"; args: { readonly bytes: number }; returns: undefined; stream: Uint8Array };
}

interface FileStoreMethods {
  open: { kind: "call"; args: At; returns: undefined; creates: FileAccessMethods };
  openAndStat: { kind: "call"; args: At; returns: FileInfo; creates: FileAccessMethods };
  stat: { kind: "call"; args: { readonly filePath: string }; returns: FileInfo };
  list: { kind: "stream"; args: At; returns: undefined; stream: Entry };
  write: { kind: "sink"; args: At; returns: undefined; sink: Uint8Array; final: Checksum };
  checksum: { kind: "call"; args: At; returns: Checksum };
}
