import { ByteWriter, defaultLimits, isProtocolError, type Protocol } from "@seapink/core";
import { binary } from "@seapink/protocol-binary";
import { compact } from "@seapink/protocol-compact";
import { json } from "@seapink/protocol-json";
import type { Codec } from "@seapink/schema";

/** All of them; JSON with keys of every type. */
export const protocols: readonly Protocol[] = [
  binary(),
  compact(),
  compact({ variant: "fbthrift" }),
  json({ containerKeys: "raw" }),
];

/** The bytes, or what is wrong where the protocol does not have such a type. */
export function encodeWith(codec: Codec, value: unknown, protocol: Protocol): Uint8Array | string {
  const out = new ByteWriter();
  try {
    codec.write(protocol.writer(out, defaultLimits), value);
    return out.take();
  } catch (error) {
    if (!isProtocolError(error) || error.code !== "not_implemented") throw error;
    return error.message;
  }
}

export function decodeWith(codec: Codec, bytes: Uint8Array, protocol: Protocol): unknown {
  return codec.read(protocol.reader(bytes, defaultLimits));
}
