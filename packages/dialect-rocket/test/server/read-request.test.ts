import { isApplicationError, limits, noHeaders, now } from "@seapink/core";
import { binary } from "@seapink/protocol-binary";
import { memoryLanes } from "@seapink/transport-memory";
import { bytes, expectCode } from "@seapink/testing";
import { describe, expect, test } from "vitest";
import { checksumOf } from "../../src/checksum/checksum.ts";
import { Compressions } from "../../src/compression/compressions.ts";
import { Flag, FrameType } from "../../src/frames/frame-type.ts";
import type { Frame } from "../../src/frames/frame.ts";
import { readFrame } from "../../src/frames/read-frame.ts";
import { IncomingInteractions } from "../../src/interactions/incoming-interactions.ts";
import { metadataProtocols } from "../../src/metadata/metadata-protocols.ts";
import type { RequestMetadata } from "../../src/metadata/request-metadata.ts";
import { RequestReader } from "../../src/metadata/request-reader.ts";
import { Bodies, untreated } from "../../src/payloads/bodies.ts";
import { ProtocolIds } from "../../src/payloads/protocol-ids.ts";
import { readRequest, type RequestContext } from "../../src/server/read-request.ts";
import type { ReadRequest } from "../../src/server/server-call.ts";
import { frameOf } from "../frames/frame-of.ts";
import { argument, request } from "../says.ts";
import { protocol } from "../served.ts";
import { vectorNamed } from "../vectors.ts";

const reversed = {
  name: "zlib",
  compress: (plain: Uint8Array) => plain.toReversed(),
  decompress: (packed: Uint8Array) => packed.toReversed(),
};
const some = limits({ maxHeaders: 2, maxHeaderBytes: 100, maxMethodNameBytes: 20, maxInteractions: 2 });

function contextOf(changes: Partial<RequestContext> = {}): RequestContext {
  const reader = new RequestReader(metadataProtocols.compact, some);
  const compressions = new Compressions([reversed]);
  return {
    limits: some,
    scope: { peer: memoryLanes()[0].info, closed: new AbortController().signal, channel: undefined },
    protocols: new ProtocolIds([protocol, binary()]),
    bodies: new Bodies(some, compressions),
    compressions,
    interactions: new IncomingInteractions(some.maxInteractions),
    metadata: () => reader,
    ...changes,
  };
}

function read(frame: Partial<Frame>, context = contextOf()): ReadRequest {
  return readRequest(frameOf(frame), context);
}

function call(metadata: RequestMetadata = {}, frame: Partial<Frame> = {}): Partial<Frame> {
  return request(0, metadata, frame);
}

describe("a request", () => {
  test("that says no more than it must has nothing else", () => {
    const context = contextOf();
    const frame = call({}, { data: argument("x"), streamId: 9 });
    expect(read(frame, context)).toEqual({
      streamId: 9,
      kind: "call",
      initialN: 0,
      isComplete: false,
      metadata: { protocol: 2, name: "test", kind: 0 },
      protocol,
      headers: noHeaders,
      body: argument("x"),
      bytes: (frame.metadata?.length ?? 0) + argument("x").length,
      treatment: untreated,
      interaction: undefined,
      deadline: undefined,
      scope: context.scope,
    });
  });

  test.each([
    [0, "call", 0],
    [1, "oneway", 0],
    [4, "stream", 3],
    [6, "sink", 3],
    [7, "bidi", 3],
  ])("of kind %i is a %s", (kind, name, initialN) => {
    expect(read(request(kind))).toMatchObject({ kind: name, initialN, isComplete: false });
  });

  test("may say that it sends no items", () => {
    const flags = Flag.metadata | Flag.complete | Flag.next;
    expect(read(request(7, {}, { flags }))).toMatchObject({ isComplete: true });
  });

  test("is in the protocol that it says", () => {
    expect(read(call({ protocol: 0 })).protocol.name).toBe("binary");
  });

  test.each([
    [undefined, undefined],
    [0, undefined],
    [-5, undefined],
    [1000, 1000],
  ])("with a timeout of %s ms has as long from now on", (clientTimeoutMs, leftMs) => {
    const { deadline } = read(call(clientTimeoutMs === undefined ? {} : { clientTimeoutMs }));
    if (leftMs === undefined) expect(deadline).toBeUndefined();
    else expect(Math.abs((deadline ?? 0) - now() - leftMs)).toBeLessThan(500);
  });

  test("has headers, those of fields among them", () => {
    const { headers } = read(call({ otherMetadata: new Map([["k", "v"]]), clientId: "me" }));
    expect(headers).toEqual(
      new Map([
        ["k", "v"],
        ["client_id", "me"],
      ]),
    );
  });

  test("has its body as it was before it was compressed and summed up", () => {
    const body = argument("x");
    const metadata = { compression: 1, checksum: checksumOf("xxh3", body) };
    expect(read(call(metadata, { data: body.toReversed() })).body).toEqual(body);
  });

  test.each(["a call with headers", "a factory", "a stream is asked for without flow control"])(
    "is read as Go writes it: %s",
    (name) => {
      const context = contextOf();
      context.interactions.begin(name === "a factory" ? 9n : 2n, "FileAccess");
      const frame = readFrame(bytes(vectorNamed(name).hex).subarray(3));
      const { method, headers } = { method: read(frame, context).metadata.name, headers: frame.metadata.length };
      expect(headers).toBeGreaterThan(0);
      expect(["stat", "open", "FileAccess.read"]).toContain(method);
    },
  );
});

describe("what the answer is to be like", () => {
  test.each<readonly [string, RequestMetadata, object]>([
    [
      "compressed",
      { compressionConfig: { codecConfig: { zlibConfig: {} }, compressionSizeLimit: 500n } },
      { compression: reversed, compressFrom: 501, checksum: undefined },
    ],
    [
      "compressed whatever its length",
      { compressionConfig: { codecConfig: { zlibConfig: {} } } },
      { compression: reversed, compressFrom: 1, checksum: undefined },
    ],
    [
      "compressed with what nobody has",
      { compressionConfig: { codecConfig: { zstdConfig: {} } } },
      { compression: undefined, compressFrom: 1, checksum: undefined },
    ],
    ["summed up", { checksumResponse: true }, { compression: undefined, compressFrom: 1, checksum: "crc32c" }],
    ["not summed up", { checksumResponse: false }, untreated],
  ])("is %s", (_, metadata, treatment) => {
    expect(read(call(metadata)).treatment).toEqual(treatment);
  });

  test("is summed up as the request was", () => {
    const data = argument("x");
    const metadata = { checksumResponse: true, checksum: checksumOf("xxh3", data) };
    expect(read(call(metadata, { data })).treatment.checksum).toBe("xxh3");
  });
});

describe("an interaction", () => {
  test("is begun, and found by its number", () => {
    const context = contextOf();
    const create = { interactionId: 1n, interactionName: "FileAccess" };
    const { interaction } = read(call({ interactionCreate: create }), context);
    expect(interaction).toMatchObject({ create: true, of: { name: "FileAccess" } });
    expect(read(call({ interactionId: 1n }), context).interaction).toEqual({ create: false, of: interaction?.of });
  });

  test.each<readonly [string, RequestMetadata, string]>([
    ["that nobody began", { interactionId: 1n }, "interaction_lost"],
    [
      "that is created and there",
      { interactionId: 1n, interactionCreate: { interactionId: 2n, interactionName: "A" } },
      "protocol_error",
    ],
    [
      "with a long name",
      { interactionCreate: { interactionId: 1n, interactionName: "x".repeat(21) } },
      "protocol_error",
    ],
  ])("is refused %s, and none is begun", (_, metadata, code) => {
    const context = contextOf();
    expectCode(() => read(call(metadata), context), code);
    for (const id of [1n, 2n]) expectCode(() => context.interactions.get(id), "interaction_lost");
  });

  test("is not begun by a request that cannot be read", () => {
    const context = contextOf();
    const interactionCreate = { interactionId: 1n, interactionName: "A" };
    expectCode(() => read(call({ interactionCreate, compression: 99 }), context), "protocol_error");
    expectCode(() => context.interactions.get(1n), "interaction_lost");
  });

  test("of a number that is in use ends the connection", () => {
    const context = contextOf();
    const frame = call({ interactionCreate: { interactionId: 1n, interactionName: "A" } });
    read(frame, context);
    expectCode(() => read(frame, context), "invalid_data");
    expect(() => read(frame, contextOf())).not.toThrow();
  });
});

describe("what cannot be read concerns nobody but its caller", () => {
  const many = new Map(["a", "b", "c"].map((name) => [name, ""]));
  const { requestFnf } = FrameType;
  test.each<readonly [string, Partial<Frame>, string]>([
    ["no metadata", call({}, { metadata: new Uint8Array(0) }), "protocol_error"],
    ["other bytes", call({}, { metadata: bytes("ff") }), "protocol_error"],
    ["more bytes", call({}, { metadata: bytes("15041804746573741500 00 00") }), "protocol_error"],
    ["no name", call({ name: undefined }), "protocol_error"],
    ["no kind", call({ kind: undefined }), "protocol_error"],
    ["no protocol", call({ protocol: undefined }), "protocol_error"],
    ["an unknown kind", call({ kind: 3 }), "protocol_error"],
    ["another frame's kind", call({}, { type: requestFnf }), "protocol_error"],
    ["a long name", call({ name: "x".repeat(21) }), "protocol_error"],
    ["many headers", call({ otherMetadata: many }), "protocol_error"],
    ["long headers", call({ otherMetadata: new Map([["a", "x".repeat(100)]]) }), "protocol_error"],
    ["long headers in fields of their own", call({ clientId: "x".repeat(100) }), "protocol_error"],
    ["another protocol", call({ protocol: 1 }), "invalid_protocol"],
    ["an unknown compression", call({ compression: 2 }), "protocol_error"],
    ["another checksum", call({ crc32c: 5 }), "checksum_mismatch"],
  ])("%s", (_, frame, code) => {
    expectCode(() => read(frame), code);
    try {
      read(frame);
    } catch (error) {
      expect(isApplicationError(error) && !error.mayHaveRun).toBe(true);
    }
  });
});
