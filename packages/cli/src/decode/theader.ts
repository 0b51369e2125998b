import { ByteReader, ViewCache } from "@seapink/core";
import { BrokenBytes, expectEnd, reading } from "./broken-bytes.ts";
import { readFrames } from "./framed.ts";
import { inflated } from "./inflated.ts";
import { type Reading, readMessage } from "./message.ts";
import { offsetIn, type Part, part, type Region, slice } from "./tree.ts";
import { hex, shownHex, shownText } from "./text-scalar.ts";

/** What both kinds of header have behind the length: magic, flags, sequence id and the header's size in words. */
const fixedBytes = 10;
export const magicOf = { theader: 0x0fff, ttheader: 0x1000 } as const;

const protocolNames: readonly (string | undefined)[] = ["binary", "json", "compact"];
const transformNames: Readonly<Record<number, string>> = { 1: "zlib", 2: "hmac", 3: "snappy", 5: "zstd" };
/** Of the connection, and of this message. */
const headerKinds: Readonly<Record<number, string>> = { 1: "header", 2: "persistent header" };

/** Reads frames of THeader (Apache Thrift, doc/specs/HeaderFormat.md). */
export function readTheader(region: Region, how: Reading, parts: Part[]): void {
  readFrames(region, parts, (frame, made) => {
    const { header, payload } = readFixed(frame, "theader", made.parts);
    const transforms = reading(header, () => readHeaders(header, made.parts));
    readPayload(payload, transforms, how, made.parts);
  });
}

/** Reads what stands before the headers proper. */
export function readFixed(
  frame: Region,
  kind: keyof typeof magicOf,
  parts: Part[],
): { readonly header: Region; readonly payload: Region } {
  const reader = new ByteReader(frame.bytes, new ViewCache());
  const words = reading(frame, () => {
    const { view } = reader;
    const magic = view.getUint16(reader.take(2));
    if (magic !== magicOf[kind]) {
      const expected = `expected the magic ${hexWord(magicOf[kind])} of ${kind}`;
      throw new BrokenBytes(`${expected}, got ${hexWord(magic)}`, offsetIn(frame, 0));
    }
    const flags = view.getUint16(reader.take(2));
    const seqid = view.getInt32(reader.take(4));
    const words = view.getUint16(reader.take(2));
    const title = `${kind}, sequence id ${seqid}, flags ${hexWord(flags)}, ${words * 4} bytes of headers`;
    parts.push(part(kind, offsetIn(frame, 0), title, { seqid, flags, headerBytes: words * 4 }));
    return words;
  });
  const end = fixedBytes + words * 4;
  return { header: slice(frame, fixedBytes, end), payload: slice(frame, end) };
}

/** Returns the transforms that the payload went through, in order. */
function readHeaders(header: Region, parts: Part[]): readonly string[] {
  const reader = new ByteReader(header.bytes, new ViewCache());
  const at = offsetIn(header, 0);
  const protocol = varint(reader);
  const count = varint(reader);
  if (count > header.bytes.length) reader.fail(`expected as many transforms as there are bytes for, got ${count}`);
  const transforms = Array.from({ length: count }, () => varint(reader)).map((id) => transformNames[id] ?? String(id));
  const inside = protocolNames[protocol] ?? `protocol ${protocol}`;
  const title = `${inside}${count === 0 ? "" : `, transformed by ${transforms.join(", ")}`}`;
  parts.push(part("protocol", at, title, { protocol: inside, transforms }));
  while (reader.offset < header.bytes.length) {
    const infoAt = reader.offset;
    const kind = headerKinds[varint(reader)];
    if (kind === undefined) {
      checkPadding(header, infoAt, parts);
      break;
    }
    const headers = varint(reader);
    for (let i = 0; i < headers; i++) {
      const offset = offsetIn(header, reader.offset);
      parts.push(headerPart(kind, offset, text(reader), text(reader)));
    }
  }
  return transforms;
}

/** Headers of a kind that is not known cannot be stepped over: they are shown as they stand. */
function checkPadding(header: Region, at: number, parts: Part[]): void {
  const { bytes, base } = slice(header, at);
  if (bytes.some((byte) => byte !== 0)) parts.push(bytesPart("unknown headers", { bytes, base }));
}

function readPayload(payload: Region, transforms: readonly string[], how: Reading, parts: Part[]): void {
  let region = payload;
  for (const transform of transforms.toReversed()) region = inflated(region, transform);
  if (region.bytes.length === 0) return;
  expectEnd(region, readMessage(region, how, parts), "the frame");
}

export function headerPart(kind: string, offset: number | undefined, name: string, value: string): Part {
  return part("header", offset, `${kind} ${shownText(name)} = ${shownText(value)}`, { name, value });
}

/** Bytes of which nothing is known. */
export function bytesPart(title: string, region: Region): Part {
  const { bytes } = region;
  return part("bytes", offsetIn(region, 0), `${title}: ${shownHex(bytes)}`, { hex: hex(bytes) });
}

function text(reader: ByteReader): string {
  return reader.text(varint(reader));
}

function varint(reader: ByteReader): number {
  let value = 0;
  for (let shift = 0; shift < 35; shift += 7) {
    const byte = reader.u8();
    value += (byte & 0x7f) * 2 ** shift;
    if (byte < 0x80) return value;
  }
  return reader.fail("expected a varint of at most 5 bytes, got a longer one");
}

function hexWord(value: number): string {
  return `0x${value.toString(16).padStart(4, "0")}`;
}
