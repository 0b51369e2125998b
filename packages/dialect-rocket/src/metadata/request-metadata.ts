import type { HeaderMap } from "@seapink/core";
import { binary, bool, type Codec, codecOf, field, i32, i64, list, map, string } from "@seapink/schema";
import { struct } from "@seapink/schema/gen1";
import type { Checksum } from "../checksum/checksum.ts";
import { checksumType } from "./checksum-metadata.ts";
import { type CompressionConfig, compressionConfigType } from "./compression-config.ts";
import { type FdMetadata, fdMetadataType } from "./fd-metadata.ts";
import { optional } from "./optional.ts";

/** An interaction that begins with this request. */
export interface InteractionCreate {
  readonly interactionId: bigint;
  readonly interactionName: string;
}

export interface LoggingContext {
  readonly logSampleRatio?: bigint | undefined;
  readonly logErrorSampleRatio?: bigint | undefined;
  readonly requestId?: string | undefined;
  readonly routingTarget?: string | undefined;
  readonly requestAttemptId?: number | undefined;
}

export interface QuotaReportConfig {
  readonly backendId?: bigint | undefined;
  readonly reportingHierarchy?: readonly string[] | undefined;
}

/** What stands beside the arguments of a call (RpcMetadata.thrift, RequestRpcMetadata). The first three must be there. */
export interface RequestMetadata {
  /** Of all bodies of the call: 0 binary, 2 compact. */
  readonly protocol?: number | undefined;
  readonly name?: string | undefined;
  /** One of `RpcKind`. */
  readonly kind?: number | undefined;
  readonly clientTimeoutMs?: number | undefined;
  readonly queueTimeoutMs?: number | undefined;
  /** From 0, the highest, to 4. */
  readonly priority?: number | undefined;
  readonly otherMetadata?: HeaderMap | undefined;
  /** An unsigned number as a signed one. */
  readonly crc32c?: number | undefined;
  readonly loadMetric?: string | undefined;
  /** One of `CompressionAlgorithm`. */
  readonly compression?: number | undefined;
  readonly compressionConfig?: CompressionConfig | undefined;
  readonly interactionId?: bigint | undefined;
  readonly interactionCreate?: InteractionCreate | undefined;
  readonly clientId?: string | undefined;
  readonly serviceTraceMeta?: string | undefined;
  readonly frameworkMetadata?: Uint8Array | undefined;
  readonly fdMetadata?: FdMetadata | undefined;
  readonly loggingContext?: LoggingContext | undefined;
  readonly tenantId?: string | undefined;
  readonly checksum?: Checksum | undefined;
  readonly checksumResponse?: boolean | undefined;
  readonly secondaryLoadMetric?: string | undefined;
  readonly quotaReportConfig?: QuotaReportConfig | undefined;
  readonly stopperMetric?: string | undefined;
  readonly grLoadMetric?: string | undefined;
}

const interactionCreate = struct("InteractionCreate", [
  field(1, "interactionId", i64, { default: 0n }),
  field(2, "interactionName", string, { default: "" }),
]);

const loggingContext = struct("LoggingContext", [
  optional(1, "logSampleRatio", i64),
  optional(2, "logErrorSampleRatio", i64),
  optional(3, "requestId", string),
  optional(4, "routingTarget", string),
  optional(5, "requestAttemptId", i32),
]);

const quotaReportConfig = struct("QuotaReportConfig", [
  optional(1, "backendId", i64),
  optional(2, "reportingHierarchy", list(string)),
]);

export const requestMetadata: Codec<RequestMetadata> = codecOf(
  struct<RequestMetadata>("RequestRpcMetadata", [
    optional(1, "protocol", i32),
    optional(2, "name", string),
    optional(3, "kind", i32),
    optional(5, "clientTimeoutMs", i32),
    optional(6, "queueTimeoutMs", i32),
    optional(7, "priority", i32),
    optional(8, "otherMetadata", map(string, string)),
    optional(11, "crc32c", i32),
    optional(13, "loadMetric", string),
    optional(14, "compression", i32),
    optional(15, "compressionConfig", compressionConfigType),
    optional(16, "interactionId", i64),
    optional(17, "interactionCreate", interactionCreate),
    optional(18, "clientId", string),
    optional(19, "serviceTraceMeta", string),
    optional(20, "frameworkMetadata", binary),
    optional(22, "fdMetadata", fdMetadataType),
    optional(23, "loggingContext", loggingContext),
    optional(24, "tenantId", string),
    optional(25, "checksum", checksumType),
    optional(26, "checksumResponse", bool),
    optional(27, "secondaryLoadMetric", string),
    optional(28, "quotaReportConfig", quotaReportConfig),
    optional(29, "stopperMetric", string),
    optional(30, "grLoadMetric", string),
  ]),
);
