import {
  ByteReader,
  type ByteWriter,
  type Protocol,
  type ProtocolReader,
  type ProtocolWriter,
  ViewCache,
} from "@seapink/core";

/** As much of a protocol as the suite's structs need: fields of text, each with its id in a byte, then a zero. */
export const tinyProtocol: Protocol = {
  isSelfDescribing: true,
  name: "tiny",
  writer: (out) => tinyWriter(out) as ProtocolWriter,
  reader: (bytes) => tinyReader(new ByteReader(bytes, new ViewCache())) as ProtocolReader,
  scanner: () => {
    throw new TypeError("expected no stream");
  },
  detect: () => "no",
};

function tinyWriter(out: ByteWriter): Partial<ProtocolWriter> {
  return {
    structBegin: () => undefined,
    structEnd: () => out.u8(0),
    fieldBegin: (_, id) => out.u8(id + 1),
    fieldEnd: () => undefined,
    string: (text) => out.text(text),
  };
}

function tinyReader(reader: ByteReader): Partial<ProtocolReader> {
  return {
    structBegin: () => undefined,
    fieldBegin() {
      const id = reader.u8();
      return id === 0 ? 0 : (11 << 16) | (id - 1);
    },
    string: () => reader.text(reader.view.getInt32(reader.take(4))),
  };
}
