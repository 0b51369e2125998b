import { type Limits, type Protocol, ProtocolError, WireType } from "@seapink/core";

/**
 * Checks that bytes may be passed on in this protocol as they are. Where nothing marks the end of a message they must
 * be one struct exactly: of anything else the peer would take a part for the next message.
 */
export function checkBytes(bytes: Uint8Array, from: Protocol | undefined, to: Protocol, exactly?: Limits): void {
  if (from?.name !== to.name) {
    const message = `expected a body in ${to.name}, got ${from?.name ?? "bytes that are not Thrift"}`;
    throw new ProtocolError("not_implemented", message, { mayHaveRun: false });
  }
  if (exactly !== undefined) checkStruct(bytes, to, exactly);
}

function checkStruct(bytes: Uint8Array, protocol: Protocol, limits: Limits): void {
  const reader = protocol.reader(bytes, limits);
  try {
    reader.skip(WireType.struct);
  } catch (cause) {
    throw notAStruct("other bytes", cause);
  }
  if (reader.offset !== bytes.length) throw notAStruct(`one and ${bytes.length - reader.offset} more bytes`);
}

function notAStruct(got: string, cause?: unknown): ProtocolError {
  return new ProtocolError("invalid_data", `expected a body that is a struct, got ${got}`, {
    mayHaveRun: false,
    cause,
  });
}
