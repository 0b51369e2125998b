import type { Limits, Protocol } from "@seapink/core";
import type { PayloadMetadata } from "./payload-metadata.ts";
import { readMetadata } from "./read-metadata.ts";
import { type ResponseMetadata, responseMetadata } from "./response-metadata.ts";
import { type StreamMetadata, streamMetadata } from "./stream-metadata.ts";

// Most answers, and most items, say nothing but that they are none else: five bytes of compact, which are known by
// themselves in a tenth of the time.

/** The data is a result or an item. */
export const isResponse: PayloadMetadata = Object.freeze({ responseMetadata: Object.freeze({}) });
/** Of an answer that says nothing else, */
export const plainResponse: ResponseMetadata = Object.freeze({ payloadMetadata: isResponse });
/** and of such an item. */
export const plainItem: StreamMetadata = Object.freeze({ payloadMetadata: isResponse });

/** The field that holds an empty `responseMetadata`, in either struct. */
const fieldOfResponse = 0x7c;
const fieldOfItem = 0x3c;

/** @throws ProtocolError */
export function readResponseMetadata(protocol: Protocol, bytes: Uint8Array, limits: Limits): ResponseMetadata {
  if (isPlain(fieldOfResponse, protocol, bytes)) return plainResponse;
  return readMetadata(responseMetadata, protocol, bytes, limits);
}

/** @throws ProtocolError */
export function readStreamMetadata(protocol: Protocol, bytes: Uint8Array, limits: Limits): StreamMetadata {
  if (isPlain(fieldOfItem, protocol, bytes)) return plainItem;
  return readMetadata(streamMetadata, protocol, bytes, limits);
}

function isPlain(field: number, protocol: Protocol, bytes: Uint8Array): boolean {
  if (bytes.length !== 5 || bytes[0] !== field || bytes[1] !== 0x1c) return false;
  return bytes[2] === 0 && bytes[3] === 0 && bytes[4] === 0 && protocol.name === "compact-fbthrift";
}
