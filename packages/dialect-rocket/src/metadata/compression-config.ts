import { binary, i32, i64, struct, type StructType } from "@seapink/schema";
import { optional } from "./optional.ts";

/** How much effort is to be made: 0 as usual, 1 less, 2 more. */
export interface LevelPreset {
  readonly levelPreset?: number | undefined;
}

/** How the answers to a request may be compressed. */
export interface CompressionConfig {
  /** One of them. */
  readonly codecConfig?:
    | {
        readonly zlibConfig?: LevelPreset | undefined;
        readonly zstdConfig?: LevelPreset | undefined;
        readonly customConfig?: { readonly payload?: Uint8Array | undefined } | undefined;
        readonly lz4Config?: LevelPreset | undefined;
      }
    | undefined;
  /** Only what is longer, in bytes; absent means 0. */
  readonly compressionSizeLimit?: bigint | undefined;
}

const levelPreset = struct("CompressionLevelPreset", [optional(1, "levelPreset", i32)]);

export const compressionConfigType: StructType = struct("CompressionConfig", [
  optional(
    1,
    "codecConfig",
    struct("CodecConfig", [
      optional(1, "zlibConfig", levelPreset),
      optional(2, "zstdConfig", levelPreset),
      optional(3, "customConfig", struct("CustomCodecConfig", [optional(1, "payload", binary)])),
      optional(4, "lz4Config", levelPreset),
    ]),
  ),
  optional(2, "compressionSizeLimit", i64),
]);
