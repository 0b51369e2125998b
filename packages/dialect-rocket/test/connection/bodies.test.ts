import type { Call, Reply } from "@seapink/core";
import { zlib, zstd } from "@seapink/core/node";
import { describe, expect, test } from "vitest";
import { ErrorCode, Flag } from "../../src/frames/frame-type.ts";
import { type RequestMetadata, requestMetadata } from "../../src/metadata/request-metadata.ts";
import { type ResponseMetadata, responseMetadata } from "../../src/metadata/response-metadata.ts";
import { type ResponseRpcError, responseRpcError } from "../../src/metadata/rpc-error.ts";
import { type StreamMetadata, streamMetadata } from "../../src/metadata/stream-metadata.ts";
import { decoded } from "../metadata/encoded.ts";
import { argument, complete, first, item, request, response, result, serverPushed, setupAnswer } from "../says.ts";
import { callOf, called, payloadOf, protocol, replyOf, served, Source, textOf, textsOf } from "../served.ts";
import { bytes } from "@seapink/testing";

const long = "0123456789".repeat(200);
const echo = ({ body, kind }: Call): Promise<Reply> =>
  Promise.resolve({ ...replyOf(""), body, items: kind === "stream" ? new Source([long]) : undefined });

describe.each([
  ["zlib", 1, 100_001 - 1, zlib()],
  ["zstd", 2, 200_001, zstd()],
] as const)("%s", (name, number, preset, compression) => {
  const rocket = { compression: [compression] };
  const config = { compressionConfig: { codecConfig: { [`${name}Config`]: {} }, compressionSizeLimit: 100n } };

  test.each([number, preset])("a server reads it by number %i, and answers so where it is asked", async (algorithm) => {
    const { hand } = await served(echo, { rocket });
    const data = compression.compress(argument(long));
    hand.send(request(4, { compression: algorithm, ...config }, { data }));
    const [answer, first] = await hand.soFar();
    const metadata: ResponseMetadata = decoded(responseMetadata, answer?.metadata ?? new Uint8Array(0));
    expect(metadata.compression).toBe(number);
    expect(compression.decompress(answer?.data ?? data, 1e6)).toEqual(argument(long));
    const ofItem: StreamMetadata = decoded(streamMetadata, first?.metadata ?? new Uint8Array(0));
    expect(ofItem.compression).toBe(number);
    expect(compression.decompress(first?.data ?? data, 1e6)).toEqual(result(long));
  });

  test("a server does not compress for others, nor what is short", async () => {
    const { hand } = await served(echo, { rocket });
    hand.send(request(0, {}, { data: argument(long) }), request(0, config, { streamId: 3, data: argument("short") }));
    expect((await hand.soFar()).map(({ data }) => data)).toEqual([argument(long), argument("short")]);
  });

  test("a client compresses when the server has said that it can, and reads it", async () => {
    const { channel, hand } = await called({ rocket });
    hand.send(setupAnswer);
    await hand.soFar();
    const reply = channel.handle(callOf({ body: argument(long), kind: "bidi", items: new Source([long]) }));
    const asked = await hand.frame();
    expect(decoded<RequestMetadata>(requestMetadata, asked.metadata)).toMatchObject({ compression: number });
    expect(compression.decompress(asked.data, 1e6)).toEqual(argument(long));
    const data = compression.compress(result(long));
    hand.send({ ...first(""), ...response("", { compression: number }, { data, flags: Flag.metadata | Flag.next }) });
    hand.send(item("", { compression: number }, { data }), complete, { streamId: 1, type: 8, word: 5 });
    const came = await reply;
    expect(textOf(came ?? payloadOf(""))).toBe(long);
    expect(await textsOf(came?.items)).toEqual([long]);
    const sent = await hand.frame();
    expect(compression.decompress(sent.data, 1e6)).toEqual(result(long));
  });

  test("what cannot be decompressed fails the call, and the connection lives", async () => {
    const { hand } = await served(echo, { rocket });
    hand.send(request(0, { compression: number }, { data: bytes("deadbeef") }), request(0, {}, { streamId: 3 }));
    const [refusal, other] = await hand.soFar();
    expect(refusal).toMatchObject({ streamId: 1, word: ErrorCode.invalid });
    const told: ResponseRpcError = decoded(responseRpcError, refusal?.data ?? new Uint8Array(0));
    expect(told).toMatchObject({ code: 6, what_utf8: expect.stringMatching(/^decompression failure: /) });
    expect(other?.streamId).toBe(3);
  });

  test("what becomes too long fails the call", async () => {
    const { hand } = await served(echo, { rocket, limits: { maxMessageBytes: 1000 } });
    hand.send(request(0, { compression: number }, { data: compression.compress(argument(long)) }));
    expect(await hand.soFar()).toMatchObject([{ streamId: 1, word: ErrorCode.invalid }]);
  });

  test("an item that cannot be decompressed ends its stream alone", async () => {
    const { channel, hand } = await called({ rocket });
    const reply = channel.handle(callOf({ kind: "stream" }));
    await hand.frame();
    hand.send(first("hello"), item("", { compression: number }, { data: bytes("deadbeef") }));
    await expect(textsOf((await reply)?.items)).rejects.toMatchObject({ code: "protocol_error" });
    expect(await hand.soFar()).toMatchObject([{ streamId: 1, type: 9 }]);
  });
});

test("a client does not use what the server does not have", async () => {
  const { channel, hand } = await called({ rocket: { compression: [zstd(), zlib()] } });
  hand.send(serverPushed({ setupResponse: { version: 10 } }));
  await hand.soFar();
  void channel.handle(callOf({ body: argument(long) })).catch(() => undefined);
  expect(decoded<RequestMetadata>(requestMetadata, (await hand.frame()).metadata).compression).toBe(1);
});

test.each([
  ["an algorithm that was not set up", { compression: 3 }],
  ["an algorithm that there is not", { compression: 77 }],
])("%s fails the call", async (_, metadata) => {
  const { hand } = await served(echo, { rocket: { compression: [zlib()] } });
  hand.send(request(0, metadata));
  expect(await hand.soFar()).toMatchObject([{ streamId: 1, word: ErrorCode.invalid }]);
});

test.each([
  ["crc32c", { crc32c: 5 }],
  ["crc32c with a salt", { checksum: { algorithm: 1, checksum: 5n, salt: 7n } }],
  ["xxh3", { checksum: { algorithm: 2, checksum: 5n, salt: 7n } }],
])("a checksum that is wrong fails the call: %s", async (_, metadata) => {
  const { hand } = await served(echo);
  hand.send(request(0, metadata), request(0, {}, { streamId: 3 }));
  const [refusal, other] = await hand.soFar();
  const told: ResponseRpcError = decoded(responseRpcError, refusal?.data ?? new Uint8Array(0));
  expect(told).toMatchObject({ code: 11, name_utf8: "CHECKSUM_MISMATCH" });
  expect(other?.streamId).toBe(3);
});

test("a client notices a response with a wrong checksum", async () => {
  const { channel, hand } = await called();
  const reply = channel.handle(callOf());
  await hand.frame();
  hand.send(response("hello", { crc32c: 5 }));
  await expect(reply).rejects.toMatchObject({ code: "checksum_mismatch" });
});

test.each(["crc32c", "xxh3"] as const)("a client and a server of ours agree on %s", async (checksum) => {
  const client = await called({ rocket: { checksum } });
  const server = await served(echo);
  const reply = client.channel.handle(callOf({ body: argument(long) }));
  server.hand.send(await client.hand.frame());
  const answer = await server.hand.frame();
  const metadata: ResponseMetadata = decoded(responseMetadata, answer.metadata);
  expect(metadata.checksum?.algorithm).toBe(checksum === "crc32c" ? 1 : 2);
  client.hand.send(answer);
  expect((await reply)?.body).toEqual(argument(long));
});

test("a server says its load to those who ask", async () => {
  const metrics: string[] = [];
  const load = (metric: string): number => metrics.push(metric) * 100;
  const { hand } = await served(echo, { rocket: { load } });
  hand.send(request(0, { loadMetric: "" }), request(0, {}, { streamId: 3 }));
  const loads = (await hand.soFar()).map(({ metadata }) => decoded<ResponseMetadata>(responseMetadata, metadata).load);
  expect(loads).toEqual([100n, undefined]);
  expect(metrics).toEqual([""]);
});

test("headers go with replies and with items, both ways", async () => {
  const headers = new Map([["a", "b"]]);
  const source = (async function* () {
    yield { ...payloadOf("x"), headers };
  })();
  const { hand } = await served(() => Promise.resolve({ ...replyOf("hello", source), headers }));
  hand.send(request(4));
  const [answer, sent] = await hand.soFar();
  expect(decoded<ResponseMetadata>(responseMetadata, answer?.metadata ?? new Uint8Array(0)).otherMetadata).toEqual(
    headers,
  );
  expect(decoded<StreamMetadata>(streamMetadata, sent?.metadata ?? new Uint8Array(0)).otherMetadata).toEqual(headers);
  const client = await called();
  const reply = client.channel.handle(callOf({ kind: "stream" }));
  await client.hand.frame();
  client.hand.send(...[answer, sent].map((frame) => frame ?? complete), complete);
  const came = await reply;
  expect(came?.headers).toEqual(headers);
  for await (const one of came?.items ?? []) expect(one.headers).toEqual(headers);
  expect(came?.protocol).toBe(protocol);
});
