import { fileURLToPath } from "node:url";
import type { Program } from "@seapink/idl";
import { loadIdl } from "@seapink/idl/node";
import type { CallOptions } from "@seapink/rpc";

/** The IDL of the service, as a program to take descriptors from. */
export function keyValueIdl(): Promise<Program> {
  return loadIdl(fileURLToPath(new URL("../idl/keyvalue.thrift", import.meta.url)));
}

/** The service's methods as a client sees them. */
export interface KeyValueClient {
  get(args: { readonly key: string }, options?: CallOptions): Promise<string>;
  set(args: { readonly key: string; readonly value: string }, options?: CallOptions): Promise<string>;
}
