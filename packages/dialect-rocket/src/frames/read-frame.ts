import { ProtocolError } from "@seapink/core";
import { u16At, u24At, u32At } from "./big-endian.ts";
import { Flag, FrameType } from "./frame-type.ts";
import type { Frame } from "./frame.ts";
import { u24Bytes } from "./u24.ts";

/** Stream id, type and flags. */
export const headerBytes = 6;

const noBytes = new Uint8Array(0);

/** Types that have a word, the position of KEEPALIVE being a long one, and those that tell how long their metadata is. */
const wordBytes = new Uint8Array(64);
const mayHaveMetadata = new Uint8Array(64);
const { requestStream, requestChannel, requestN, error, ext, keepAlive, requestResponse, requestFnf, payload } =
  FrameType;
for (const type of [requestStream, requestChannel, requestN, error, ext]) wordBytes[type] = 4;
wordBytes[keepAlive] = 8;
for (const type of [requestResponse, requestFnf, requestStream, requestChannel, payload, ext])
  mayHaveMetadata[type] = 1;

/**
 * Reads a frame without its length. Bits that mean nothing are not looked at; of types that are not known, and of SETUP,
 * the data is whatever follows the header. Metadata and data are views of the bytes.
 * @throws ProtocolError for fewer bytes than the type and the flags claim
 */
export function readFrame(bytes: Uint8Array): Frame {
  if (bytes.length < headerBytes) cut(bytes, headerBytes, 0);
  const streamId = u32At(bytes, 0) & 0x7fff_ffff;
  const typeAndFlags = u16At(bytes, 4);
  const type = typeAndFlags >>> 10;
  const flags = typeAndFlags & 0x3ff;
  const word = wordBytes[type] as number;
  const at = headerBytes + word;
  if (bytes.length < at) cut(bytes, word, headerBytes);
  if (type === FrameType.metadataPush)
    return { streamId, type, flags, word: 0, metadata: rest(bytes, at), data: noBytes };
  const start = (flags & Flag.metadata) === 0 || mayHaveMetadata[type] === 0 ? at : metadataAt(bytes, at);
  const end = start === at ? at : start + u24At(bytes, at);
  return {
    streamId,
    type,
    flags,
    word: word === 4 ? u32At(bytes, headerBytes) : 0,
    metadata: start === end ? noBytes : bytes.subarray(start, end),
    data: rest(bytes, end),
  };
}

/** Where metadata begins behind its length, all of which is there. */
function metadataAt(bytes: Uint8Array, at: number): number {
  const start = at + u24Bytes;
  if (bytes.length < start) cut(bytes, u24Bytes, at);
  const size = u24At(bytes, at);
  if (size > bytes.length - start) cut(bytes, size, start);
  return start;
}

function rest(bytes: Uint8Array, at: number): Uint8Array {
  return at === bytes.length ? noBytes : bytes.subarray(at);
}

function cut(bytes: Uint8Array, wanted: number, offset: number): never {
  const message = `expected ${wanted} more bytes of a frame of ${bytes.length}, got ${bytes.length - offset}`;
  throw new ProtocolError("invalid_data", message, { offset });
}
