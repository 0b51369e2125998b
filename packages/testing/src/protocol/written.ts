import { ByteWriter, defaultLimits, type Limits, type Protocol, type ProtocolWriter } from "@seapink/core";

/** The bytes that this writes. */
export function written(
  protocol: Protocol,
  write: (w: ProtocolWriter) => void,
  limits: Limits = defaultLimits,
): Uint8Array<ArrayBuffer> {
  const out = new ByteWriter(256);
  write(protocol.writer(out, limits));
  return out.take();
}

/** The same in a message that calls a method of this name. */
export function writtenMessage(
  protocol: Protocol,
  name: string,
  write: (w: ProtocolWriter) => void,
  limits: Limits = defaultLimits,
): Uint8Array<ArrayBuffer> {
  const wrap = (w: ProtocolWriter): void => {
    w.messageBegin(name, 1, 1);
    write(w);
    w.messageEnd();
  };
  return written(protocol, wrap, limits);
}
