import { ByteWriter, defaultLimits } from "@seapink/core";
import type { Codec } from "@seapink/schema";
import { type MetadataEncoding, metadataProtocols } from "../../src/metadata/metadata-protocols.ts";
import { readMetadata } from "../../src/metadata/read-metadata.ts";

export function encoded<T>(codec: Codec<T>, value: T, encoding: MetadataEncoding = "compact"): Uint8Array {
  const out = new ByteWriter();
  codec.write(metadataProtocols[encoding].writer(out, defaultLimits), value);
  return out.take();
}

export function decoded<T>(codec: Codec<T>, bytes: Uint8Array, encoding: MetadataEncoding = "compact"): T {
  return readMetadata(codec, metadataProtocols[encoding], bytes, defaultLimits);
}
