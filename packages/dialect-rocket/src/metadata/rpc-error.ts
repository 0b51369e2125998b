import { type Codec, codecOf, i32, i64, string } from "@seapink/schema";
import { struct } from "@seapink/schema/gen1";
import { optional } from "./optional.ts";

/** The data of an ERROR frame that ends a call (RpcMetadata.thrift). Always in compact, as the other. */
export interface ResponseRpcError {
  readonly name_utf8?: string | undefined;
  readonly what_utf8?: string | undefined;
  /** One of `RpcErrorCategory`. */
  readonly category?: number | undefined;
  /** One of `RpcErrorCode`. */
  readonly code?: number | undefined;
  readonly load?: bigint | undefined;
}

/** The data of an ERROR frame that ends a stream behind its first response. */
export interface StreamRpcError {
  readonly name_utf8?: string | undefined;
  readonly what_utf8?: string | undefined;
  /** One of `StreamErrorCode`. */
  readonly code?: number | undefined;
}

export const responseRpcError: Codec<ResponseRpcError> = codecOf(
  struct<ResponseRpcError>("ResponseRpcError", [
    optional(1, "name_utf8", string),
    optional(2, "what_utf8", string),
    optional(3, "category", i32),
    optional(4, "code", i32),
    optional(5, "load", i64),
  ]),
);

export const streamRpcError: Codec<StreamRpcError> = codecOf(
  struct<StreamRpcError>("StreamRpcError", [
    optional(1, "name_utf8", string),
    optional(2, "what_utf8", string),
    optional(4, "code", i32),
  ]),
);
