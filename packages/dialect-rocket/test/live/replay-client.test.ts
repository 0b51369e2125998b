// The server's column of the worked examples and captures (docs/wire/rocket.md, § 10), played by hand to our client.
import { type Call, type Channel, type Interaction, now, type Payload, type Reply } from "@seapink/core";
import { bytes, hex } from "@seapink/testing";
import { connect } from "@seapink/transport-tcp";
import { expect, onTestFinished, test } from "vitest";
import { FrameType } from "../../src/frames/frame-type.ts";
import type { Frame } from "../../src/frames/frame.ts";
import type { RocketOptions } from "../../src/options.ts";
import { type RequestMetadata, requestMetadata } from "../../src/metadata/request-metadata.ts";
import { rocket } from "../../src/rocket.ts";
import { decoded } from "../metadata/encoded.ts";
import type { Hand } from "../hand.ts";
import { callOf, protocol } from "../served.ts";
import { vectorNamed } from "../vectors.ts";
import { body, itemsOf } from "./file-server.ts";
import { accept, socketHand } from "./tcp.ts";

async function begin(options: Partial<RocketOptions> = {}): Promise<[Channel, Hand]> {
  const taken = Promise.withResolvers<Hand>();
  const port = await accept((socket) => taken.resolve(socketHand(socket)));
  const plain = {
    protocols: [protocol],
    keepAliveMs: Number.POSITIVE_INFINITY,
    agent: "ts",
    window: { initialItems: 100 },
  };
  const channel = await connect({ port, dialect: rocket({ ...plain, ...options }), onError: () => undefined });
  onTestFinished(() => channel.close(new Error("the test is over")));
  return [channel, await taken.promise];
}

async function expectVector(hand: Hand, name: string): Promise<void> {
  expect(hex(await hand.bytes()), name).toBe(hex(bytes(vectorNamed(name).hex).subarray(3)));
}

/** A vector on the stream that our client has for it: the captures have streams that ours does not count to. */
function onStream(streamId: number, ...names: readonly string[]): readonly Uint8Array[] {
  return names.map((name) => bytes(vectorNamed(name).hex).with(6, streamId));
}

async function bodiesOf(items: AsyncIterable<Payload> | undefined): Promise<readonly unknown[]> {
  const bodies: unknown[] = [];
  for await (const { body } of items ?? []) bodies.push(body);
  return bodies;
}

const ending = new AbortController();
const file: Interaction = { name: "FileAccess", ended: ending.signal };
const path = bytes("18 02 2f78 00");
const five = bytes("15 0a 00");
const two = bytes("15 04 00");

function seek(): Call {
  return callOf({ method: "FileAccess.seek", body: five, interaction: { of: file, create: false } });
}

function requestOf({ metadata }: Frame): RequestMetadata {
  return decoded(requestMetadata, metadata);
}

test("the worked session goes byte for byte", async () => {
  const [channel, hand] = await begin();
  await expectVector(hand, "SETUP of versions 8 to 10");
  hand.send(vectorNamed("the answer to SETUP, with zstd and without lz4").hex);
  const open = callOf({ method: "open", body: path, headers: new Map([["k", "v"]]), deadline: now() + 1000 });
  const opened = channel.handle({ ...open, interaction: { of: file, create: true } });
  // Of the timeout, a little may have passed.
  const asked = await hand.frame();
  const { clientTimeoutMs = 0, ...metadata } = requestOf(asked);
  expect(clientTimeoutMs).toBeGreaterThan(900);
  expect({ ...metadata, clientTimeoutMs: 1000 }).toEqual(
    requestOf(vectorFrame("a factory with a timeout and a header")),
  );
  expect(asked.data).toEqual(path);
  hand.send(vectorNamed("a result without a value").hex);
  expect((await opened)?.body).toEqual(body.nothing);
  const sought = channel.handle(seek());
  await expectVector(hand, "a method of an interaction");
  hand.send(vectorNamed("a result").hex);
  expect((await sought)?.body).toEqual(body.five);
  const read = channel.handle(
    callOf({ kind: "stream", method: "FileAccess.read", body: two, interaction: { of: file, create: false } }),
  );
  await expectVector(hand, "a stream is asked for");
  hand.send(vectorNamed("a first response with its stream id").hex, vectorNamed("an item").hex);
  const iterator = (await read)?.items?.[Symbol.asyncIterator]();
  expect((await iterator?.next())?.value).toMatchObject({ body: body.ee });
  await iterator?.return?.();
  await expectVector(hand, "a stream is cancelled");
  const failing = [
    channel.handle(callOf({ method: "gone" })),
    channel.handle(callOf({ method: "boom" })),
    channel.handle(seek()),
  ];
  for (const call of failing) call.catch(() => undefined);
  for (let i = 0; i < 3; i++) await hand.frame();
  const names = ["a declared exception", "an undeclared exception", "an unknown interaction"];
  hand.send(...names.map((name) => vectorNamed(name).hex));
  expect(await failing[0]).toMatchObject({ body: body.gone, exception: { name: "NoSuchFile", message: "gone" } });
  await expect(failing[1]).rejects.toMatchObject({ code: "unknown", message: "boom", details: { name: "Error" } });
  const lost = { code: "interaction_lost", message: "Invalid interaction id 9", mayHaveRun: false };
  await expect(failing[2]).rejects.toMatchObject(lost);
  hand.send(vectorNamed("a question").hex);
  await expectVector(hand, "its echo");
  ending.abort();
  await expectVector(hand, "the end of an interaction");
});

function vectorFrame(name: string): Frame {
  const all = bytes(vectorNamed(name).hex);
  const size = new DataView(all.buffer).getUint32(9) >>> 8;
  const [metadata, data] = [all.subarray(12, 12 + size), all.subarray(12 + size)];
  return { streamId: 0, type: FrameType.requestResponse, flags: 0, word: 0, metadata, data };
}

test("a keepalive is asked byte for byte", async () => {
  const [, hand] = await begin({ keepAliveMs: 20 });
  await hand.frame();
  await expectVector(hand, "a question");
  hand.send(vectorNamed("its echo").hex);
  await expectVector(hand, "a question");
});

test("half of the items that were asked for are asked for again", async () => {
  const [channel, hand] = await begin({ window: { initialItems: 100, items: 100 } });
  await hand.frame();
  const read = channel.handle(callOf({ kind: "stream" }));
  expect((await hand.frame()).word).toBe(101);
  hand.send(...onStream(1, "a first response with its stream id"));
  const iterator = (await read)?.items?.[Symbol.asyncIterator]();
  for (let i = 0; i < 50; i++) {
    hand.send(...onStream(1, "an item"));
    await iterator?.next();
  }
  expect(hex(await hand.bytes())).toBe(hex(bytes("00000001 2000 00000032")));
});

test("what Go's server was seen to send is understood", async () => {
  const [channel, hand] = await begin();
  await hand.frame();
  hand.send(vectorNamed("the answer of version 8").hex);
  const answer = async (call: Call, ...names: readonly string[]): Promise<Reply | undefined> => {
    const reply = channel.handle(call);
    reply.catch(() => undefined);
    const { streamId } = await hand.frame();
    hand.send(...onStream(streamId, ...names));
    return reply;
  };
  expect(await answer(callOf(), "a result with a load")).toMatchObject({
    body: body.info,
    headers: new Map([["load", "500"]]),
  });
  const kaput = answer(callOf(), "an undeclared exception with its name in headers");
  await expect(kaput).rejects.toMatchObject({ message: "kaput", details: { name: "ApplicationException" } });
  expect(await answer(callOf(), "the answer of a factory")).toMatchObject({ body: body.nothing });
  expect(await answer(callOf(), "the answer of a method of an interaction")).toMatchObject({ body: body.five });
  const read = await answer(
    callOf({ kind: "stream" }),
    "a first response",
    "the first item",
    "the second item",
    "the end of a stream, alone",
  );
  expect(await bodiesOf(read?.items)).toEqual([body.ee, body.ee1]);
  const broken = await answer(
    callOf({ kind: "stream" }),
    "a first response",
    "a declared exception of a stream",
    "the end behind a declared exception",
  );
  const [thrown] = await bodiesOf(broken?.items);
  expect(hex(thrown as Uint8Array)).toBe("1c180231 330000");
  await expect(answer(callOf(), "an unknown interaction as text")).rejects.toMatchObject({ code: "interaction_lost" });
});

test("a sink is sent as Go's server wants it", async () => {
  const [channel, hand] = await begin();
  await hand.frame();
  const write = channel.handle(callOf({ kind: "sink", items: itemsOf([body.abc, body.de]) }));
  expect(await hand.frame()).toMatchObject({ type: FrameType.requestChannel, word: 2, streamId: 1 });
  hand.send(...onStream(1, "a first response", "a sink's items are asked for"));
  // Ours has no compression 0.
  expect(await hand.frame()).toMatchObject({ type: FrameType.payload, data: body.abc });
  expect(await hand.frame()).toMatchObject({ type: FrameType.payload, data: body.de });
  expect(hex(await hand.bytes())).toBe(hex(bytes("00000001 2840")));
  hand.send(...onStream(1, "a final response"));
  expect(await bodiesOf((await write)?.items)).toEqual([body.five]);
});
