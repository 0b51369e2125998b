import { createRequire } from "node:module";
import type { EventEmitter } from "node:events";
import type { Server } from "node:net";

/** Its own i64, eight bytes. */
export interface Int64 {
  readonly buffer: Uint8Array;
}

/** What is used of the npm package `thrift`, which has no types that fit. */
export interface Library {
  readonly TFramedTransport: unknown;
  readonly TBufferedTransport: unknown;
  readonly TBinaryProtocol: unknown;
  readonly TCompactProtocol: unknown;
  readonly TJSONProtocol: unknown;
  readonly MultiplexedProcessor: new () => { registerProcessor(name: string, processor: object): void };
  readonly Multiplexer: new () => { createClient(name: string, service: object, connection: EventEmitter): object };
  readonly Thrift: { readonly TApplicationException: new () => Error & { readonly type: number } };
  fromBigInt(value: bigint): Int64;
  toBigInt(value: Int64): bigint;
  createMultiplexServer(processor: object, options: object): Server;
  createConnection(host: string, port: number, options: object): Connection;
  createSSLConnection(host: string, port: number, options: object): Connection;
  createClient(service: object, connection: Connection): object;
}

export interface Connection extends EventEmitter {
  destroy(): void;
}

const require = createRequire(import.meta.url);

export const library = require("thrift") as Library;

/** A file of the generated code, by its path. */
export function generated(path: string): Readonly<Record<string, new (fields: object) => object>> {
  return require(path) as Readonly<Record<string, new (fields: object) => object>>;
}
