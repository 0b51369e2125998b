import type { HeaderMap } from "@seapink/core";
import { bool, type Codec, codecOf, field, i32, i64, map, string } from "@seapink/schema";
import { struct } from "@seapink/schema/gen1";
import { optional } from "./optional.ts";
import { type CompressionSetup, compressionSetupType } from "./setup-metadata.ts";

/** Headers of a stream, which are of no item. */
export interface StreamHeadersPush {
  readonly streamId?: number | undefined;
  readonly headersPayloadContent?: { readonly otherMetadata?: HeaderMap | undefined } | undefined;
}

/** 0 disabled, 1 enabled, 2 enforced. */
export interface SecurityPolicy {
  readonly authorization?: number | undefined;
  readonly authWall?: number | undefined;
}

/** What a server answers to SETUP. */
export interface SetupResponse {
  readonly version?: number | undefined;
  readonly zstdSupported?: boolean | undefined;
  readonly compressionSetupResponse?: CompressionSetup | undefined;
  readonly securityPolicy?: SecurityPolicy | undefined;
  readonly lz4Supported?: boolean | undefined;
}

/** What a server says of its own accord: one of them, or, from a newer one, something else. */
export interface ServerPush {
  readonly setupResponse?: SetupResponse | undefined;
  readonly streamHeadersPush?: StreamHeadersPush | undefined;
  /** Why a server drains: 1 because too much memory was taken by what came in. */
  readonly drainCompletePush?: { readonly drainCompleteCode?: number | undefined } | undefined;
}

/** What a client says beside its calls: one of them, or, from a newer one, something else. */
export interface ClientPush {
  readonly interactionTerminate?: { readonly interactionId: bigint } | undefined;
  readonly streamHeadersPush?: StreamHeadersPush | undefined;
  readonly transportMetadataPush?: { readonly transportMetadata?: HeaderMap | undefined } | undefined;
}

const streamHeadersPush = struct("StreamHeadersPush", [
  optional(1, "streamId", i32),
  optional(
    2,
    "headersPayloadContent",
    struct("HeadersPayloadContent", [optional(1, "otherMetadata", map(string, string))]),
  ),
]);

const securityPolicy = struct("ServerSecurityPolicy", [
  optional(1, "authorization", i32),
  optional(2, "authWall", i32),
]);

const setupResponse = struct("SetupResponse", [
  optional(1, "version", i32),
  optional(2, "zstdSupported", bool),
  optional(3, "compressionSetupResponse", compressionSetupType),
  optional(4, "securityPolicy", securityPolicy),
  optional(5, "lz4Supported", bool),
]);

/** Always in compact, as the other. */
export const serverPush: Codec<ServerPush> = codecOf(
  struct<ServerPush>("ServerPushMetadata", [
    optional(1, "setupResponse", setupResponse),
    optional(2, "streamHeadersPush", streamHeadersPush),
    optional(3, "drainCompletePush", struct("DrainCompletePush", [optional(1, "drainCompleteCode", i32)])),
  ]),
);

export const clientPush: Codec<ClientPush> = codecOf(
  struct<ClientPush>("ClientPushMetadata", [
    optional(
      1,
      "interactionTerminate",
      struct("InteractionTerminate", [field(1, "interactionId", i64, { default: 0n })]),
    ),
    optional(2, "streamHeadersPush", streamHeadersPush),
    optional(
      3,
      "transportMetadataPush",
      struct("TransportMetadataPush", [optional(1, "transportMetadata", map(string, string))]),
    ),
  ]),
);
