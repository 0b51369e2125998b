import { ByteWriter, defaultLimits, type Protocol } from "@seapink/core";
import type { Codec } from "@seapink/schema";
import { metadataProtocols } from "./metadata-protocols.ts";

/** What pushes and errors are in, whatever other metadata is in (§ 1.5). */
export const controlProtocol: Protocol = metadataProtocols.compact;

/** A struct of a push or an error. */
export function encodeControl<T>(codec: Codec<T>, value: T): Uint8Array<ArrayBuffer> {
  const out = new ByteWriter();
  codec.write(controlProtocol.writer(out, defaultLimits), value);
  return out.take();
}
