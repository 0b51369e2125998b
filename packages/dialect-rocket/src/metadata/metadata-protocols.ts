import { ByteWriter, defaultLimits, type Limits, type Protocol } from "@seapink/core";
import { binary } from "@seapink/protocol-binary";
import { compact } from "@seapink/protocol-compact";
import type { Codec } from "@seapink/schema";
import { readMetadata } from "./read-metadata.ts";

/** What metadata may be encoded in. */
export type MetadataEncoding = "compact" | "binary";

export const metadataProtocols: Readonly<Record<MetadataEncoding, Protocol>> = {
  compact: compact({ variant: "fbthrift" }),
  binary: binary(),
};

// Pushes and errors are in compact, whatever other metadata is in (§ 1.5).

/** A struct of a push or an error. */
export function encodeControl<T>(codec: Codec<T>, value: T): Uint8Array<ArrayBuffer> {
  const out = new ByteWriter();
  codec.write(metadataProtocols.compact.writer(out, defaultLimits), value);
  return out.take();
}

/**
 * Reads a struct of a push or an error, which must be all of the bytes.
 * @throws ProtocolError
 */
export function readControl<T>(codec: Codec<T>, bytes: Uint8Array, limits: Limits): T {
  return readMetadata(codec, metadataProtocols.compact, bytes, limits);
}
