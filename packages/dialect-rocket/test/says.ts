import { Flag, FrameType } from "../src/frames/frame-type.ts";
import type { Frame } from "../src/frames/frame.ts";
import { type ClientPush, clientPush, type ServerPush, serverPush } from "../src/metadata/push-metadata.ts";
import { type RequestMetadata, requestMetadata } from "../src/metadata/request-metadata.ts";
import { type ResponseMetadata, responseMetadata } from "../src/metadata/response-metadata.ts";
import { type StreamMetadata, streamMetadata } from "../src/metadata/stream-metadata.ts";
import { bytes } from "@seapink/testing";
import { encoded } from "./metadata/encoded.ts";
import { vectorNamed } from "./vectors.ts";

/** What peers say, as frames for a hand to send. */
type Said = Partial<Frame>;

/** SETUP of C++, which promises no keepalive. */
export const setup = vectorNamed("SETUP of versions 8 to 10").hex;
export const setupAnswer = vectorNamed("the answer to SETUP, with zstd and without lz4").hex;

const types = [FrameType.requestResponse, FrameType.requestFnf, 0, 0, FrameType.requestStream, 0];

/** A struct without fields; `{1: "x"}`, an argument; `{0: "x"}`, a result or an item. */
export const empty: Uint8Array = Uint8Array.of(0);
export function argument(text: string): Uint8Array {
  return bytes(`18 ${textHex(text)} 00`);
}
export function result(text: string): Uint8Array {
  return bytes(`08 00 ${textHex(text)} 00`);
}

function textHex(text: string): string {
  const utf8 = new TextEncoder().encode(text);
  const digits = Array.from(utf8, (byte) => byte.toString(16).padStart(2, "0")).join("");
  let length = "";
  let left = utf8.length;
  for (; left > 0x7f; left >>>= 7) length += ((left & 0x7f) | 0x80).toString(16);
  return `${length}${left.toString(16).padStart(2, "0")}${digits}`;
}

/** A request of this kind (§ 3.1), on stream 1 unless `frame` says another. */
export function request(kind: number, metadata: RequestMetadata = {}, frame: Said = {}): Said {
  return {
    streamId: 1,
    type: types[kind] ?? FrameType.requestChannel,
    flags: Flag.metadata,
    word: kind < 4 ? 0 : 3,
    metadata: encoded(requestMetadata, { protocol: 2, name: "test", kind, ...metadata }),
    data: empty,
    ...frame,
  };
}

export const isResponse = { responseMetadata: {} };

export function response(text: string, metadata: ResponseMetadata = {}, frame: Said = {}): Said {
  return {
    streamId: 1,
    type: FrameType.payload,
    flags: Flag.metadata | Flag.next | Flag.complete,
    metadata: encoded(responseMetadata, { payloadMetadata: isResponse, ...metadata }),
    data: result(text),
    ...frame,
  };
}

/** A first response that more follows. */
export function first(text: string, metadata: ResponseMetadata = {}): Said {
  return response(text, metadata, { flags: Flag.metadata | Flag.next });
}

export function item(text: string, metadata: StreamMetadata = {}, frame: Said = {}): Said {
  return {
    streamId: 1,
    type: FrameType.payload,
    flags: Flag.metadata | Flag.next,
    metadata: encoded(streamMetadata, { payloadMetadata: isResponse, ...metadata }),
    data: result(text),
    ...frame,
  };
}

export const complete: Said = { streamId: 1, type: FrameType.payload, flags: Flag.complete };
export const cancel: Said = { streamId: 1, type: FrameType.cancel };

export function requestN(word: number): Said {
  return { streamId: 1, type: FrameType.requestN, word };
}

export function failure(word: number, data: Uint8Array | string, streamId = 1): Said {
  const text = typeof data === "string" ? new TextEncoder().encode(data) : data;
  return { streamId, type: FrameType.error, word, data: text };
}

export function clientPushed(push: ClientPush): Said {
  return { type: FrameType.metadataPush, flags: Flag.metadata, metadata: encoded(clientPush, push) };
}

export function serverPushed(push: ServerPush): Said {
  return { type: FrameType.metadataPush, flags: Flag.metadata, metadata: encoded(serverPush, push) };
}
