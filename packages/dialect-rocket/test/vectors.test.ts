import { bytes, hex } from "@seapink/testing";
import { describe, expect, test } from "vitest";
import { FrameType } from "../src/frames/frame-type.ts";
import { readFrame } from "../src/frames/read-frame.ts";
import { clientPush, serverPush } from "../src/metadata/push-metadata.ts";
import { requestMetadata } from "../src/metadata/request-metadata.ts";
import { responseMetadata } from "../src/metadata/response-metadata.ts";
import { streamMetadata } from "../src/metadata/stream-metadata.ts";
import { frameBytes } from "./frames/frame-bytes.ts";
import { decoded, encoded } from "./metadata/encoded.ts";
import { type RocketVector, vectorNamed, vectors } from "./vectors.ts";

function frameOf({ hex: text }: RocketVector): Uint8Array {
  return bytes(text).subarray(3);
}

describe.each(vectors)("$name", (vector) => {
  test("tells its length", () => {
    const all = bytes(vector.hex);
    expect(new DataView(all.buffer).getUint32(0) >>> 8).toBe(all.length - 3);
  });

  test("is read, and written again", () => {
    const frame = frameOf(vector);
    expect(hex(frameBytes(readFrame(frame)))).toBe(hex(frame));
  });
});

const isResponse = { responseMetadata: {} };
const goHeaders = new Map([
  ["id_version", "1"],
  ["identity", ""],
]);
const goClassification = { errorClassification: { kind: 0, blame: 0, safety: 0 } };

const requests = {
  "a factory with a timeout and a header": {
    protocol: 2,
    name: "open",
    kind: 0,
    clientTimeoutMs: 1000,
    otherMetadata: new Map([["k", "v"]]),
    interactionCreate: { interactionId: 1n, interactionName: "FileAccess" },
  },
  "a method of an interaction": { protocol: 2, name: "FileAccess.seek", kind: 0, interactionId: 1n },
  "a stream is asked for": { protocol: 2, name: "FileAccess.read", kind: 4, interactionId: 1n },
  "a call with headers": { protocol: 2, name: "stat", kind: 0, otherMetadata: goHeaders, compression: 0 },
  "a factory": {
    protocol: 2,
    name: "open",
    kind: 0,
    otherMetadata: goHeaders,
    compression: 0,
    interactionCreate: { interactionId: 2n, interactionName: "FileAccess" },
  },
  "a method of an interaction, with headers": {
    protocol: 2,
    name: "FileAccess.seek",
    kind: 0,
    otherMetadata: new Map([...goHeaders].toReversed()),
    compression: 0,
    interactionId: 2n,
  },
  "a stream is asked for without flow control": {
    protocol: 2,
    name: "FileAccess.read",
    kind: 4,
    otherMetadata: goHeaders,
    compression: 0,
    interactionId: 2n,
  },
};

const goLoad = { otherMetadata: new Map([["load", "500"]]), compression: 0, payloadMetadata: isResponse };

const responses = {
  "a result without a value": { payloadMetadata: isResponse },
  "a result": { payloadMetadata: isResponse },
  "a declared exception": {
    payloadMetadata: {
      exceptionMetadata: { name_utf8: "NoSuchFile", what_utf8: "gone", metadata: { declaredException: {} } },
    },
  },
  "an undeclared exception": {
    payloadMetadata: {
      exceptionMetadata: {
        name_utf8: "Error",
        what_utf8: "boom",
        metadata: { appUnknownException: { errorClassification: { blame: 1 } } },
      },
    },
  },
  "a first response with its stream id": { payloadMetadata: isResponse, streamId: 5 },
  "a result with a load": goLoad,
  "the answer of a factory": goLoad,
  "the answer of a method of an interaction": goLoad,
  "a first response": { ...goLoad, otherMetadata: new Map([["load", "0"]]) },
  "an undeclared exception with its name in headers": {
    otherMetadata: new Map([
      ["uexw", "kaput"],
      ["load", "500"],
      ["uex", "errorString"],
    ]),
    compression: 0,
    payloadMetadata: {
      exceptionMetadata: {
        name_utf8: "ApplicationException",
        what_utf8: "kaput",
        metadata: { appUnknownException: goClassification },
      },
    },
  },
};

const goItem = { compression: 0, payloadMetadata: isResponse };

const items = {
  "an item": { payloadMetadata: isResponse },
  "the first item": goItem,
  "the second item": goItem,
  "a final response": goItem,
  "the first item of a sink": goItem,
  "the second item of a sink": goItem,
  "a declared exception of a stream": {
    compression: 0,
    payloadMetadata: {
      exceptionMetadata: {
        name_utf8: "NoSuchFile",
        what_utf8: "NoSuchFile({Path:13})",
        metadata: { declaredException: goClassification },
      },
    },
  },
};

const serverPushes = {
  "the answer to SETUP, with zstd and without lz4": {
    setupResponse: { version: 10, zstdSupported: true, lz4Supported: false },
  },
  "the answer of version 8": { setupResponse: { version: 8, zstdSupported: true } },
};

const clientPushes = {
  "the end of an interaction": { interactionTerminate: { interactionId: 1n } },
  "the end of another interaction": { interactionTerminate: { interactionId: 2n } },
};

describe.each([
  ["a request", requestMetadata, requests],
  ["a first response", responseMetadata, responses],
  ["an item", streamMetadata, items],
  ["a push of a server", serverPush, serverPushes],
  ["a push of a client", clientPush, clientPushes],
] as const)("metadata of %s", (_, codec, values: Readonly<Record<string, object>>) => {
  test.each(Object.entries(values))("%s", (name, value) => {
    const { metadata } = readFrame(frameOf(vectorNamed(name)));
    expect(decoded<object>(codec, metadata)).toStrictEqual(value);
    expect(hex(encoded<object>(codec, value))).toBe(hex(metadata));
  });
});

test("all vectors with metadata are among these, or are SETUP", () => {
  const known = new Set([requests, responses, items, serverPushes, clientPushes].flatMap(Object.keys));
  const others = vectors.filter((vector) => {
    const { type, metadata } = readFrame(frameOf(vector));
    return (type === FrameType.setup || metadata.length > 0) && !known.has(vector.name);
  });
  expect(others.map(({ name }) => name)).toEqual([
    "SETUP of versions 8 to 10",
    "SETUP of version 8, with another MIME type of data",
  ]);
});
