import type { HeaderMap } from "@seapink/core";
import { binary, bool, type Codec, codecOf, i32, map, string, type StructType } from "@seapink/schema";
import { struct } from "@seapink/schema/gen1";
import { optional } from "./optional.ts";

/** Who the client is. */
export interface ClientMetadata {
  readonly agent?: string | undefined;
  readonly hostname?: string | undefined;
  readonly otherMetadata?: HeaderMap | undefined;
}

/** What the two sides agree on to compress with, besides the algorithms that have numbers. */
export interface CompressionSetup {
  readonly custom?:
    | { readonly compressorName?: string | undefined; readonly payload?: Uint8Array | undefined }
    | undefined;
}

/** What a client says first (RpcMetadata.thrift, RequestSetupMetadata). */
export interface SetupMetadata {
  readonly opaque?: ReadonlyMap<string, Uint8Array> | undefined;
  readonly interfaceKind?: number | undefined;
  readonly minVersion?: number | undefined;
  readonly maxVersion?: number | undefined;
  readonly dscpToReflect?: number | undefined;
  readonly markToReflect?: number | undefined;
  readonly clientMetadata?: ClientMetadata | undefined;
  readonly qosUseCaseId?: number | undefined;
  readonly qosPolicyId?: number | undefined;
  readonly keepAliveTimeoutMs?: number | undefined;
  readonly encodeMetadataUsingBinary?: boolean | undefined;
  readonly compressionSetupRequest?: CompressionSetup | undefined;
}

const clientMetadata = struct("ClientMetadata", [
  optional(1, "agent", string),
  optional(2, "hostname", string),
  optional(3, "otherMetadata", map(string, string)),
]);

const customCompression = struct("CustomCompressionSetup", [
  optional(1, "compressorName", string),
  optional(2, "payload", binary),
]);

/** The request and the answer are alike. */
export const compressionSetupType: StructType = struct("CompressionSetup", [optional(1, "custom", customCompression)]);

export const setupMetadata: Codec<SetupMetadata> = codecOf(
  struct<SetupMetadata>("RequestSetupMetadata", [
    optional(1, "opaque", map(string, binary)),
    optional(2, "interfaceKind", i32),
    optional(3, "minVersion", i32),
    optional(4, "maxVersion", i32),
    optional(5, "dscpToReflect", i32),
    optional(6, "markToReflect", i32),
    optional(9, "clientMetadata", clientMetadata),
    optional(10, "qosUseCaseId", i32),
    optional(11, "qosPolicyId", i32),
    optional(12, "keepAliveTimeoutMs", i32),
    optional(13, "encodeMetadataUsingBinary", bool),
    optional(14, "compressionSetupRequest", compressionSetupType),
  ]),
);
