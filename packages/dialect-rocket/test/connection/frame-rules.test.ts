import { describe, expect, test } from "vitest";
import { ErrorCode, Flag, FrameType } from "../../src/frames/frame-type.ts";
import { cancel, complete, first, item, request, requestN, response, result } from "../says.ts";
import { callOf, called, replyOf, served, Source, textOf, textsOf } from "../served.ts";
import { turn } from "../hand.ts";

const echo = () => Promise.resolve(replyOf("hello"));
const lowBits = 0x1f;

describe("the five low bits", () => {
  test("are ignored by a server", async () => {
    const { hand } = await served(echo);
    hand.send(request(0, {}, { flags: Flag.metadata | lowBits }));
    const answer = await hand.frame();
    expect(answer.data).toEqual(result("hello"));
    expect(answer.flags & lowBits).toBe(0);
  });

  test("are ignored by a client", async () => {
    const { channel, hand } = await called();
    const reply = channel.handle(callOf());
    expect((await hand.frame()).flags & lowBits).toBe(0);
    hand.send(response("hello", {}, { flags: Flag.metadata | Flag.next | Flag.complete | lowBits }));
    expect(textOf((await reply) ?? replyOf("nothing"))).toBe("hello");
  });
});

describe("metadata", () => {
  test("of no bytes may be there all the same", async () => {
    const { channel, hand } = await called();
    const reply = channel.handle(callOf());
    hand.send(response("hello", {}, { metadata: new Uint8Array(0) }));
    expect(textOf((await reply) ?? replyOf("nothing"))).toBe("hello");
  });

  test("is not looked for without its flag", async () => {
    const { hand } = await served(echo);
    hand.send(request(0, {}, { flags: 0 }));
    expect(await hand.frame()).toMatchObject({ type: FrameType.error, word: ErrorCode.invalid, streamId: 1 });
    expect(await hand.soFar()).toEqual([]);
  });

  test("with a byte behind it fails the call, not the connection", async () => {
    const { hand } = await served(echo);
    const said = request(0);
    hand.send({ ...said, metadata: Uint8Array.from([...(said.metadata ?? []), 0]) });
    expect(await hand.frame()).toMatchObject({ type: FrameType.error, word: ErrorCode.invalid, streamId: 1 });
    hand.send(request(0));
    expect((await hand.frame()).data).toEqual(result("hello"));
  });

  test("longer than its frame ends the connection", async () => {
    const { hand } = await served(echo);
    hand.send("00000a 00000001 1100 0000ff 00");
    expect(await hand.rest()).toMatchObject([{ streamId: 0, word: ErrorCode.connectionError }]);
  });

  test("without a name, a protocol or a kind that fits fails the call", async () => {
    const { hand } = await served(echo);
    const wrong = [{ name: undefined }, { protocol: undefined }, { kind: undefined }, { kind: 4 }, { kind: 2 }];
    wrong.forEach((metadata, i) => hand.send(request(0, metadata, { streamId: 2 * i + 1 })));
    const frames = await hand.soFar();
    expect(frames.map(({ streamId, word }) => [streamId, word])).toEqual(
      wrong.map((_, i) => [2 * i + 1, ErrorCode.invalid]),
    );
  });
});

const ext = { type: FrameType.ext, word: 77, data: Uint8Array.of(1, 2, 3) };

describe("an extension", () => {
  test.each([0, 1])("that may be ignored is, on stream %i", async (streamId) => {
    const server = await served(echo);
    server.hand.send({ ...ext, streamId, flags: Flag.ignore }, request(0));
    expect((await server.hand.frame()).data).toEqual(result("hello"));
    const client = await called();
    const reply = client.channel.handle(callOf());
    client.hand.send({ ...ext, streamId, flags: Flag.ignore }, response("hello"));
    expect(textOf((await reply) ?? replyOf("nothing"))).toBe("hello");
  });

  test.each([0, 1, 99])("that may not ends the connection, on stream %i", async (streamId) => {
    const server = await served(() => new Promise(() => undefined));
    server.hand.send(request(0), { ...ext, streamId });
    expect((await server.hand.rest()).at(-1)).toMatchObject({ streamId: 0, type: FrameType.error });
    const client = await called();
    const reply = client.channel.handle(callOf());
    client.hand.send({ ...ext, streamId });
    await expect(reply).rejects.toMatchObject({ code: "closed" });
  });
});

describe.each([
  ["LEASE", 0x02],
  ["RESUME", 0x0d],
  ["RESUME_OK", 0x0e],
  ["no type at all", 0x20],
])("%s", (_, type) => {
  test.each([0, 1, 99])("ends the connection, on stream %i", async (streamId) => {
    const server = await served(() => new Promise(() => undefined));
    server.hand.send(request(0), { type, streamId, data: new Uint8Array(8) });
    expect((await server.hand.rest()).at(-1)).toMatchObject({ streamId: 0, type: FrameType.error });
    const client = await called();
    const reply = client.channel.handle(callOf());
    client.hand.send({ type, streamId, data: new Uint8Array(8) });
    await expect(reply).rejects.toMatchObject({ code: "closed" });
  });
});

describe("a stream that nobody knows", () => {
  test.each([
    ["an item", item("x", {}, { streamId: 7 })],
    ["an end", { ...complete, streamId: 7 }],
    ["CANCEL", { ...cancel, streamId: 7 }],
    ["REQUEST_N", { ...requestN(1), streamId: 7 }],
    ["ERROR", { type: FrameType.error, streamId: 7, word: 0x201 }],
  ])("of it %s is ignored", async (_, frame) => {
    const server = await served(echo);
    server.hand.send(frame, request(0));
    expect((await server.hand.soFar()).map(({ data }) => data)).toEqual([result("hello")]);
    const client = await called();
    client.hand.send(frame);
    expect(await client.hand.soFar()).toEqual([]);
  });
});

describe("a stream id", () => {
  test.each([
    ["that lives", 1],
    ["that is even", 2],
  ])("%s ends the connection", async (_, streamId) => {
    const source = new Source(["a"], "wait");
    const { hand } = await served(() => Promise.resolve(replyOf("hello", source)));
    hand.send(request(4), request(4, {}, { streamId }));
    expect((await hand.rest()).at(-1)).toMatchObject({ streamId: 0, word: ErrorCode.connectionError });
    await turn();
    expect(source.isReturned || source.taken === 0).toBe(true);
  });

  test("may be used again when its stream is over", async () => {
    const { hand } = await served(echo);
    for (let i = 0; i < 3; i++) {
      hand.send(request(0));
      expect((await hand.frame()).data).toEqual(result("hello"));
    }
  });
});

test("a keepalive is echoed with its data, by both sides", async () => {
  const question = { type: FrameType.keepAlive, flags: Flag.respond, data: Uint8Array.of(1, 2, 3) };
  for (const { hand } of [await served(echo), await called()]) {
    hand.send(question, { ...question, flags: 0 });
    const [answer, ...others] = await hand.soFar();
    expect(answer).toMatchObject({ streamId: 0, type: FrameType.keepAlive, flags: 0, data: question.data });
    expect(others).toEqual([]);
  }
});

test("an initial n of 0 ends the connection, and REQUEST_N of 0 is ignored", async () => {
  const { hand } = await served(() => Promise.resolve(replyOf("hello", new Source(["a"]))));
  hand.send(request(4, {}, { word: 1 }), requestN(0));
  expect(await hand.soFar()).toHaveLength(1);
  hand.send(requestN(1));
  expect(await hand.soFar()).toHaveLength(1);
  hand.send(request(4, {}, { streamId: 3, word: 0 }));
  expect((await hand.rest()).at(-1)).toMatchObject({ streamId: 0, word: ErrorCode.connectionError });
});

test("a client asks for more only behind the first response", async () => {
  const { channel, hand } = await called({ rocket: { window: { initialItems: 2, items: 2 } } });
  const reply = channel.handle(callOf({ kind: "stream" }));
  expect((await hand.frame()).word).toBe(3);
  expect(await hand.soFar()).toEqual([]);
  hand.send(first("hello"), item("a"), item("b"));
  const texts = textsOf((await reply)?.items);
  expect(await hand.frame()).toMatchObject({ type: FrameType.requestN, streamId: 1 });
  hand.send(complete);
  expect(await texts).toEqual(["a", "b"]);
});
