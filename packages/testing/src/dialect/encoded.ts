import { ByteWriter, defaultLimits, type Protocol, type Writable } from "@seapink/core";

/** A struct as bytes in this protocol. */
export function encoded(protocol: Protocol, value: Writable): Uint8Array<ArrayBuffer> {
  const out = new ByteWriter();
  value.write(protocol.writer(out, defaultLimits));
  return out.take();
}
