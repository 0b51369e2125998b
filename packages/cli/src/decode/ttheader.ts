import { ByteReader, ViewCache } from "@seapink/core";
import { expectEnd, reading } from "./broken-bytes.ts";
import { readFrames } from "./framed.ts";
import { type Reading, readMessage } from "./message.ts";
import { offsetIn, type Part, part, type Region } from "./tree.ts";
import { headerPart, readFixed } from "./theader.ts";

const protocolNames: Readonly<Record<number, string>> = {
  0: "binary",
  2: "compact",
  3: "compact",
  4: "protobuf",
  0x10: "binary struct",
  0x11: "protobuf struct",
};

/** The names of headers that the wire has numbers for. */
const numbered: readonly string[] =
  `MeshVersion TransportType LogID FromService FromCluster FromIDC ToService ToCluster ToIDC ToMethod Env DestAddress
  RPCTimeout ReadTimeout RingHashKey DDPTag WithMeshHeader ConnectTimeout SpanContext ShortConnection FromMethod StressTag
  MsgType HTTPContentType RawRingHashKey LBType ClusterShardID FrameType`.split(/\s+/);

/** Reads frames of TTHeader, which Kitex speaks. */
export function readTtheader(region: Region, how: Reading, parts: Part[]): void {
  readFrames(region, parts, (frame, made) => {
    const { header, payload } = readFixed(frame, "ttheader", made.parts);
    reading(header, () => readHeaders(header, made.parts));
    if (payload.bytes.length === 0) return;
    expectEnd(payload, readMessage(payload, how, made.parts), "the frame");
  });
}

function readHeaders(header: Region, parts: Part[]): void {
  const reader = new ByteReader(header.bytes, new ViewCache());
  const id = reader.u8();
  const protocol = protocolNames[id] ?? `protocol ${id}`;
  const transforms = Array.from({ length: reader.u8() }, () => reader.u8());
  const title = transforms.length === 0 ? protocol : `${protocol}, transformed by ${transforms.join(", ")}`;
  parts.push(part("protocol", offsetIn(header, 0), title, { protocol, transforms }));
  while (reader.offset < header.bytes.length) readInfo(header, reader, parts);
}

function readInfo(header: Region, reader: ByteReader, parts: Part[]): void {
  const kind = reader.u8();
  switch (kind) {
    case 0:
      return;
    case 0x01:
      return readPairs(header, reader, parts, () => text(reader));
    case 0x10:
      return readPairs(header, reader, parts, () => nameOf(u16(reader)));
    case 0x11:
      return void parts.push(headerPart("token", offsetIn(header, reader.offset - 1), "gdpr-token", text(reader)));
    default:
      reader.fail(`expected headers of kind 0x01, 0x10 or 0x11, got 0x${kind.toString(16).padStart(2, "0")}`);
  }
}

function readPairs(header: Region, reader: ByteReader, parts: Part[], name: () => string): void {
  const count = u16(reader);
  for (let i = 0; i < count; i++) {
    const offset = offsetIn(header, reader.offset);
    parts.push(headerPart("header", offset, name(), text(reader)));
  }
}

function nameOf(number: number): string {
  return numbered[number] ?? String(number);
}

function text(reader: ByteReader): string {
  return reader.text(u16(reader));
}

function u16(reader: ByteReader): number {
  return reader.view.getUint16(reader.take(2));
}
