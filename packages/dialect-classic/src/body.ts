import { type Body, type Protocol, ProtocolError, type ProtocolWriter } from "@seapink/core";

/** Writes a struct into a message: a value writes itself, bytes go as they are if their protocol is this one. */
export function writeBody(writer: ProtocolWriter, body: Body, protocol: Protocol | undefined): void {
  if (!(body instanceof Uint8Array)) return body.write(writer);
  if (protocol?.name !== writer.protocol) {
    const message = `expected a body in ${writer.protocol}, got ${protocol?.name ?? "bytes that are not Thrift"}`;
    throw new ProtocolError("not_implemented", message, { mayHaveRun: false });
  }
  writer.raw(body);
}
