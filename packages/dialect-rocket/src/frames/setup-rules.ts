import { ProtocolError } from "@seapink/core";
import type { MetadataEncoding } from "../metadata/metadata-protocols.ts";
import { u32At } from "./big-endian.ts";

/** What Rocket calls its parts (Frames.h). */
export const payloadMime = "application/x-rocket-payload";
export const metadataMimes: Readonly<Record<MetadataEncoding, string>> = {
  compact: "application/x-rocket-metadata+compact",
  binary: "application/x-rocket-metadata+binary",
};
/** What old clients call both. */
const legacyMime = "text/plain";

/** What stands before the metadata. Two more are understood: one of a variant, and the old one. */
export const protocolKey = 0xf09f_9a80;
const keys: ReadonlySet<number> = new Set([protocolKey, 0xf09f_9a81, 1]);
const keyBytes = 4;

/** @throws ProtocolError for a type that is not of Rocket */
export function encodingOf(metadataMime: string): MetadataEncoding {
  if (metadataMime === metadataMimes.binary) return "binary";
  if (metadataMime === metadataMimes.compact || metadataMime === legacyMime) return "compact";
  return refuse(`metadata of type ${metadataMimes.compact}`, JSON.stringify(metadataMime));
}

export function areRocketMimes(metadataMime: string, dataMime: string): boolean {
  return metadataMime !== legacyMime && dataMime === payloadMime;
}

/**
 * Metadata without the key before it, which those may leave out that use the MIME types of Rocket.
 * @throws ProtocolError
 */
export function withoutKey(metadata: Uint8Array, mayBeMissing: boolean): Uint8Array {
  if (metadata.length === 0) refuse("metadata", "none");
  if (metadata.length >= keyBytes && keys.has(u32At(metadata, 0))) return metadata.subarray(keyBytes);
  return mayBeMissing ? metadata : refuse("metadata that begins with the key f09f9a80", "other bytes");
}

/** Tells the peer why its SETUP is not taken. */
export function refuse(expected: string, got: string): never {
  throw new ProtocolError("invalid_data", `expected SETUP with ${expected}, got ${got}`);
}
