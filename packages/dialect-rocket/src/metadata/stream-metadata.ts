import type { HeaderMap } from "@seapink/core";
import { type Codec, codecOf, i32, map, string } from "@seapink/schema";
import { struct } from "@seapink/schema/gen1";
import type { Checksum } from "../checksum/checksum.ts";
import { checksumType } from "./checksum-metadata.ts";
import { type FdMetadata, fdMetadataType } from "./fd-metadata.ts";
import { optional } from "./optional.ts";
import { type PayloadMetadata, payloadMetadataType } from "./payload-metadata.ts";

/** What stands beside an item, a final response or an error of a stream (RpcMetadata.thrift, StreamPayloadMetadata). */
export interface StreamMetadata {
  /** One of `CompressionAlgorithm`. */
  readonly compression?: number | undefined;
  readonly otherMetadata?: HeaderMap | undefined;
  /** Absent means a response. */
  readonly payloadMetadata?: PayloadMetadata | undefined;
  readonly fdMetadata?: FdMetadata | undefined;
  readonly checksum?: Checksum | undefined;
}

export const streamMetadata: Codec<StreamMetadata> = codecOf(
  struct<StreamMetadata>("StreamPayloadMetadata", [
    optional(1, "compression", i32),
    optional(2, "otherMetadata", map(string, string)),
    optional(3, "payloadMetadata", payloadMetadataType),
    optional(5, "fdMetadata", fdMetadataType),
    optional(6, "checksum", checksumType),
  ]),
);
