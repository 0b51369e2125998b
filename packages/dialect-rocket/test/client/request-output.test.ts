import { type Call, type Interaction, limits, now } from "@seapink/core";
import { binary } from "@seapink/protocol-binary";
import { bytes, expectCode, hex } from "@seapink/testing";
import { describe, expect, test } from "vitest";
import { RequestOutput } from "../../src/client/request-output.ts";
import { isChecksumRight } from "../../src/checksum/checksum.ts";
import { Flag, FrameType } from "../../src/frames/frame-type.ts";
import { type Frame } from "../../src/frames/frame.ts";
import { FrameOutput } from "../../src/frames/frame-output.ts";
import { readFrame } from "../../src/frames/read-frame.ts";
import { OutgoingInteractions } from "../../src/interactions/outgoing-interactions.ts";
import { metadataProtocols } from "../../src/metadata/metadata-protocols.ts";
import { type RequestMetadata, requestMetadata } from "../../src/metadata/request-metadata.ts";
import { type RocketOptions, settingsOf } from "../../src/options.ts";
import { Bodies } from "../../src/payloads/bodies.ts";
import { Arrivals } from "../arrivals.ts";
import { decoded } from "../metadata/encoded.ts";
import { argument } from "../says.ts";
import { callOf, protocol } from "../served.ts";
import { vectorNamed } from "../vectors.ts";

const zlib = {
  name: "zlib",
  compress: (plain: Uint8Array) => plain.toReversed(),
  decompress: (packed: Uint8Array) => packed.toReversed(),
};

interface Sent {
  readonly frame: Frame;
  readonly metadata: RequestMetadata;
}

class Client {
  readonly arrivals: Arrivals = new Arrivals();
  readonly terminated: bigint[] = [];
  readonly interactions: OutgoingInteractions = new OutgoingInteractions((id) => this.terminated.push(id));
  readonly output: RequestOutput;

  constructor(options: Partial<RocketOptions> = {}, knows: readonly string[] = []) {
    const settings = settingsOf({ protocols: [protocol], ...options });
    const frames = new FrameOutput(this.arrivals.lane, limits(), metadataProtocols.compact);
    this.output = new RequestOutput(frames, new Bodies(limits(), settings.compressions), this.interactions, settings);
    if (knows.length > 0) this.output.compressWith(settings.compressions, (name) => knows.includes(name));
  }

  async send(changes: Partial<Call>): Promise<Sent> {
    this.output.request(callOf(changes), 7);
    const [bytesOfFrame] = await this.arrivals.frames();
    const frame = readFrame(bytesOfFrame ?? bytes(""));
    return { frame, metadata: decoded(requestMetadata, frame.metadata) };
  }
}

const { requestResponse, requestFnf, requestStream, requestChannel } = FrameType;

test.each([
  ["call", requestResponse, 0, 0],
  ["oneway", requestFnf, 1, 0],
  ["stream", requestStream, 4, 11],
  ["sink", requestChannel, 6, 2],
  ["bidi", requestChannel, 7, 11],
] as const)("a %s has its frame, its kind and its initial n", async (kind, type, wireKind, word) => {
  const client = new Client({ window: { initialItems: 10 } });
  const { frame, metadata } = await client.send({ kind });
  expect(frame).toMatchObject({ streamId: 7, type, word, flags: Flag.metadata, data: argument("x") });
  expect(metadata).toEqual({ protocol: 2, name: "test", kind: wireKind });
});

test("asks for no more at first than may wait", async () => {
  const { frame } = await new Client({ window: { initialItems: 10, items: 4 } }).send({ kind: "stream" });
  expect(frame.word).toBe(5);
});

test("writes the worked examples byte for byte", async () => {
  const { arrivals, output, interactions } = new Client();
  const of: Interaction = { name: "FileAccess", ended: new AbortController().signal };
  interactions.began(of);
  output.request(callOf({ method: "FileAccess.seek", body: bytes("15 0a 00"), interaction: { of, create: false } }), 3);
  const [frame] = await arrivals.hex();
  expect(frame).toBe(hex(bytes(vectorNamed("a method of an interaction").hex).subarray(3)));
});

describe("a deadline", () => {
  test.each([
    [1000, 1000],
    [0.2, 1],
    [-500, 1],
    [1e12, 0x7fff_ffff],
  ])("in %d ms is told as a time that is left", async (leftMs, told) => {
    const { metadata } = await new Client().send({ deadline: now() + leftMs });
    expect(Math.abs((metadata.clientTimeoutMs ?? 0) - told)).toBeLessThan(told === 1000 ? 100 : 1);
  });
});

describe("an interaction", () => {
  const create: Call["interaction"] = { of: { name: "A", ended: new AbortController().signal }, create: true };

  test("is begun when its creation has been written, and not before", async () => {
    const client = new Client();
    expectCode(() => client.output.request(callOf({ interaction: create, body: bad }), 7), "invalid_data");
    expectCode(
      () => client.output.request(callOf({ interaction: { ...create, create: false } }), 7),
      "interaction_lost",
    );
    const { metadata } = await client.send({ interaction: create });
    expect(metadata.interactionCreate).toEqual({ interactionId: 1n, interactionName: "A" });
    expect((await client.send({ interaction: { ...create, create: false } })).metadata.interactionId).toBe(1n);
  });

  const bad: Call["body"] = { write: (writer) => writer.string("\ud800") };
});

describe("headers", () => {
  test("are metadata, and fields of it", async () => {
    const headers = new Map([
      ["k", "v"],
      ["queue_timeout", "5"],
      [":to", "x"],
    ]);
    const { metadata } = await new Client().send({ headers });
    expect(metadata).toMatchObject({ otherMetadata: new Map([["k", "v"]]), queueTimeoutMs: 5 });
  });
});

describe("a body", () => {
  test("in another protocol is put into the first", async () => {
    const body = bytes("0b 0001 00000001 78 00");
    const { frame } = await new Client().send({ protocol: binary(), body });
    expect(hex(frame.data)).toBe(hex(argument("x")));
  });

  test("is summed up where that is set, and so is the answer to be", async () => {
    const { metadata } = await new Client({ checksum: "xxh3" }).send({});
    expect(metadata.checksumResponse).toBe(true);
    expect(metadata.checksum?.algorithm).toBe(2);
    expect(isChecksumRight(argument("x"), undefined, metadata.checksum)).toBe(true);
  });

  test("is not compressed before it is known what the server can undo", async () => {
    const { frame, metadata } = await new Client({ compression: [zlib], compressFrom: 1 }).send({});
    expect(frame.data).toEqual(argument("x"));
    expect(metadata).toEqual({ protocol: 2, name: "test", kind: 0 });
  });

  test("is compressed from then on, and so is the answer to be", async () => {
    const client = new Client({ compression: [zlib], compressFrom: 2, checksum: "crc32c" }, ["zlib"]);
    const { frame, metadata } = await client.send({});
    expect(frame.data).toEqual(argument("x").toReversed());
    expect(metadata).toMatchObject({
      compression: 1,
      compressionConfig: { codecConfig: { zlibConfig: {} }, compressionSizeLimit: 2n },
      checksumResponse: true,
    });
    expect(isChecksumRight(argument("x"), undefined, metadata.checksum)).toBe(true);
  });

  test("is not compressed for a server that cannot undo it", async () => {
    const client = new Client({ compression: [zlib], compressFrom: 1 }, ["zstd"]);
    const { metadata } = await client.send({});
    expect(metadata).toEqual({ protocol: 2, name: "test", kind: 0 });
  });
});
