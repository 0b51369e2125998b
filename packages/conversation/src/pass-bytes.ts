import {
  copyStruct,
  isProtocolError,
  type Limits,
  type Protocol,
  ProtocolError,
  type ProtocolReader,
  type ProtocolWriter,
  WireType,
} from "@seapink/core";

/** Where a struct that is bytes already comes from and goes to. */
export interface Passage {
  readonly from: Protocol | undefined;
  readonly to: Protocol;
  /** Whether nothing marks the end of the message but the end of its struct. */
  readonly isUndelimited: boolean;
  readonly limits: Limits;
}

/**
 * Writes a struct that is bytes already: as they are, or in another protocol where both say enough of themselves.
 * @throws ProtocolError, before anything of it can have left, for what cannot be carried or is no struct.
 */
export function passBytes(bytes: Uint8Array, writer: ProtocolWriter, passage: Passage): void {
  const { from, to, limits } = passage;
  if (from?.name !== to.name) return transcode(bytes, writer, passage);
  // Of anything but one struct the peer would take a part for the next message.
  if (passage.isUndelimited) checkStruct(bytes, to, limits);
  writer.raw(bytes);
}

function transcode(bytes: Uint8Array, writer: ProtocolWriter, { from, to, limits }: Passage): void {
  if (from?.isSelfDescribing !== true || !to.isSelfDescribing) {
    const message = `expected a body in ${to.name}, got ${from?.name ?? "bytes that are not Thrift"}`;
    throw new ProtocolError("not_implemented", message, { mayHaveRun: false });
  }
  wholly(bytes, from, limits, (reader) => copyStruct(reader, writer));
}

function checkStruct(bytes: Uint8Array, protocol: Protocol, limits: Limits): void {
  wholly(bytes, protocol, limits, (reader) => reader.skip(WireType.struct));
}

function wholly(bytes: Uint8Array, protocol: Protocol, limits: Limits, read: (reader: ProtocolReader) => void): void {
  const reader = protocol.reader(bytes, limits);
  try {
    read(reader);
  } catch (cause) {
    // What could not be written has no offset, and says itself why.
    if (isProtocolError(cause) && cause.offset >= 0) throw notAStruct("other bytes", cause);
    throw cause;
  }
  if (reader.offset !== bytes.length) throw notAStruct(`one and ${bytes.length - reader.offset} more bytes`);
}

function notAStruct(got: string, cause?: unknown): ProtocolError {
  return new ProtocolError("invalid_data", `expected a body that is a struct, got ${got}`, {
    mayHaveRun: false,
    cause,
  });
}
