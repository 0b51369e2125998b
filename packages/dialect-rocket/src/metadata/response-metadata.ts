import type { HeaderMap } from "@seapink/core";
import { binary, type Codec, codecOf, i32, i64, map, string } from "@seapink/schema";
import { struct } from "@seapink/schema/gen1";
import type { Checksum } from "../checksum/checksum.ts";
import { checksumType } from "./checksum-metadata.ts";
import { type FdMetadata, fdMetadataType } from "./fd-metadata.ts";
import { optional } from "./optional.ts";
import { type PayloadMetadata, payloadMetadataType } from "./payload-metadata.ts";

export interface QueueMetadata {
  readonly queueingTimeMs?: number | undefined;
  readonly queueTimeoutMs?: number | undefined;
}

/** What stands beside the first response to a call (RpcMetadata.thrift, ResponseRpcMetadata). */
export interface ResponseMetadata {
  readonly otherMetadata?: HeaderMap | undefined;
  readonly load?: bigint | undefined;
  /** An unsigned number as a signed one. */
  readonly crc32c?: number | undefined;
  /** One of `CompressionAlgorithm`. */
  readonly compression?: number | undefined;
  readonly payloadMetadata?: PayloadMetadata | undefined;
  readonly proxiedPayloadMetadata?: object | undefined;
  readonly streamId?: number | undefined;
  readonly queueMetadata?: QueueMetadata | undefined;
  readonly fdMetadata?: FdMetadata | undefined;
  readonly frameworkMetadata?: Uint8Array | undefined;
  readonly checksum?: Checksum | undefined;
  readonly secondaryLoad?: bigint | undefined;
  readonly stopperMetric?: bigint | undefined;
  readonly grLoad?: bigint | undefined;
}

const queueMetadata = struct("QueueMetadata", [optional(1, "queueingTimeMs", i32), optional(2, "queueTimeoutMs", i32)]);

export const responseMetadata: Codec<ResponseMetadata> = codecOf(
  struct<ResponseMetadata>("ResponseRpcMetadata", [
    optional(3, "otherMetadata", map(string, string)),
    optional(4, "load", i64),
    optional(5, "crc32c", i32),
    optional(6, "compression", i32),
    optional(7, "payloadMetadata", payloadMetadataType),
    optional(8, "proxiedPayloadMetadata", struct("ProxiedPayloadMetadata", [])),
    optional(9, "streamId", i32),
    optional(10, "queueMetadata", queueMetadata),
    optional(12, "fdMetadata", fdMetadataType),
    optional(13, "frameworkMetadata", binary),
    optional(14, "checksum", checksumType),
    optional(15, "secondaryLoad", i64),
    optional(16, "stopperMetric", i64),
    optional(17, "grLoad", i64),
  ]),
);
