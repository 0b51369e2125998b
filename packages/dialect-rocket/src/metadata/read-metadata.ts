import { type Limits, type Protocol, ProtocolError } from "@seapink/core";
import type { Codec } from "@seapink/schema";

/**
 * Reads metadata, which must be all of the bytes.
 * @throws ProtocolError
 */
export function readMetadata<T>(codec: Codec<T>, protocol: Protocol, bytes: Uint8Array, limits: Limits): T {
  const reader = protocol.reader(bytes, limits);
  const value = codec.read(reader);
  if (reader.offset !== bytes.length) leftOver(codec, bytes.length, reader.offset);
  return value;
}

function leftOver({ type }: Codec, size: number, offset: number): never {
  const message = `expected ${type.name} in ${size} bytes, got ${size - offset} more behind it`;
  throw new ProtocolError("invalid_data", message, { offset });
}
