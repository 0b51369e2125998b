import {
  ByteReader,
  type ByteWriter,
  decodeMessage,
  encodeMessage,
  type Limits,
  limits,
  type Message,
  MessageType,
  type Protocol,
  ProtocolError,
  type ProtocolReader,
  type ProtocolWriter,
  sequenceId,
  ViewCache,
  withSequenceId,
} from "@seapink/core";
import { expect, test } from "vitest";

/** As much of a protocol as envelopes need: the sequence id, the type, the name, the body, and a byte behind it. */
const protocol: Protocol = {
  name: "tiny",
  isSelfDescribing: false,
  writer: (out, { maxDepth }) => tinyWriter(out, maxDepth) as ProtocolWriter,
  reader: (bytes, within) => tinyReader(new ByteReader(bytes, new ViewCache()), within) as ProtocolReader,
  scanner: () => ({ push: () => undefined }),
  detect: () => "no",
};

function tinyWriter(out: ByteWriter, maxDepth: number): Partial<ProtocolWriter> {
  return {
    messageBegin(name, type, seqid) {
      out.i32(seqid);
      out.u8(type);
      out.text(name);
    },
    messageEnd: () => out.u8(0xff),
    structBegin() {
      if (maxDepth < 2) throw new ProtocolError("depth_limit", "expected no struct");
    },
    structEnd: () => out.u8(0),
    raw: (bytes) => out.raw(bytes),
  };
}

function tinyReader(reader: ByteReader, { maxMethodNameBytes }: Limits): Partial<ProtocolReader> {
  const i32 = (): number => reader.view.getInt32(reader.take(4));
  return {
    messageBegin() {
      const seqid = i32();
      const type = reader.u8() as MessageType;
      const size = i32();
      if (size > maxMethodNameBytes) reader.fail("expected a shorter name", "size_limit");
      return { name: reader.text(size), type, seqid };
    },
    messageBody: () => reader.bytes.subarray(reader.position, reader.end - 1),
  };
}

const head = { name: "ping", type: MessageType.call, seqid: -2 };
const encoded = Uint8Array.of(255, 255, 255, 254, 1, 0, 0, 0, 4, 112, 105, 110, 103, 7, 0, 255);
const message: Message<Uint8Array> = { ...head, body: Uint8Array.of(7, 0) };

test("a message is its envelope around the body", () => {
  expect(encodeMessage(message, protocol)).toStrictEqual(encoded);
  expect(decodeMessage(encoded, protocol)).toStrictEqual(message);
  expect(sequenceId(encoded, protocol)).toBe(-2);
});

test("a body that is a value writes itself into the message", () => {
  const body = {
    write(writer: ProtocolWriter): void {
      writer.raw(Uint8Array.of(7));
      writer.structEnd();
    },
  };
  expect(encodeMessage({ ...head, body }, protocol)).toStrictEqual(encoded);
});

test("the body of a decoded message is a view, that of another sequence id a copy", () => {
  const bytes = encoded.slice();
  const { body } = decodeMessage(bytes, protocol);
  const other = withSequenceId(bytes, protocol, 0x0102_0304);
  bytes[13] = 8;
  expect(body).toStrictEqual(Uint8Array.of(8, 0));
  expect(other).toStrictEqual(Uint8Array.of(1, 2, 3, 4, ...encoded.subarray(4)));
});

const refused = (code: string): unknown => expect.objectContaining({ code });

test("limits hold in both directions", () => {
  const options = { limits: limits({ maxMethodNameBytes: 3, maxDepth: 1 }) };
  const struct = { write: (writer: ProtocolWriter): void => writer.structBegin() };
  expect(() => encodeMessage({ ...head, body: struct }, protocol, options)).toThrow(refused("depth_limit"));
  for (const read of [decodeMessage, sequenceId]) {
    expect(() => read(encoded, protocol, options)).toThrow(refused("size_limit"));
  }
  expect(() => withSequenceId(encoded, protocol, 1, options)).toThrow(refused("size_limit"));
});
