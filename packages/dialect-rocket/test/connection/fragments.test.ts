import type { Limits, Reply } from "@seapink/core";
import { describe, expect, test } from "vitest";
import { ErrorCode, Flag, FrameType } from "../../src/frames/frame-type.ts";
import type { Frame } from "../../src/frames/frame.ts";
import { argument, complete, first, item, request, response, result } from "../says.ts";
import { callOf, called, type Played, replyOf, served, Source, textOf, textsOf } from "../served.ts";
import { joined } from "../hand.ts";

const long = "0123456789".repeat(30);
/** Fragments of 88 bytes: ours leave 512 for headers. */
const small: Partial<Limits> = { maxFrameBytes: 600 };

/** A message in fragments of at most so many bytes: all metadata before any data, as C++ does it. */
function fragments(said: Partial<Frame>, most: number): Partial<Frame>[] {
  const { streamId = 0, flags = 0, metadata = new Uint8Array(0), data = new Uint8Array(0) } = said;
  const all = joined([metadata, data]);
  const parts: Partial<Frame>[] = [];
  for (let at = 0; at < all.length; at += most) {
    const end = Math.min(at + most, all.length);
    const ofMetadata = Math.max(0, Math.min(end, metadata.length) - at);
    const isLast = end === all.length;
    const own = isLast ? flags & Flag.complete : Flag.follows;
    const head = at === 0 ? { ...said, flags: 0 } : { streamId, type: FrameType.payload, flags: Flag.next };
    parts.push({
      ...head,
      flags: (head.flags ?? 0) | own | (ofMetadata > 0 ? Flag.metadata : 0) | (at === 0 ? flags & Flag.next : 0),
      metadata: all.slice(at, at + ofMetadata),
      data: all.slice(at + ofMetadata, end),
    });
  }
  return parts;
}

/** Takes the frames of one message, and checks how they are cut. */
async function gathered({ hand }: Played, complete: number): Promise<Frame> {
  const frames = [await hand.frame()];
  while (((frames.at(-1)?.flags ?? 0) & Flag.follows) !== 0) frames.push(await hand.frame());
  const [head] = frames;
  if (head === undefined) throw new RangeError("expected a frame");
  expect(frames.length).toBeGreaterThan(2);
  expect(frames.slice(1).every(({ type, flags }) => type === FrameType.payload && (flags & Flag.next) !== 0)).toBe(
    true,
  );
  expect(frames.map(({ flags }) => flags & Flag.complete)).toEqual([...frames.slice(1).map(() => 0), complete]);
  // No metadata behind data.
  const bare = frames.findIndex(({ data }) => data.length > 0);
  expect(frames.slice(bare + 1).every(({ flags }) => (flags & Flag.metadata) === 0)).toBe(true);
  return {
    ...head,
    metadata: joined(frames.map(({ metadata }) => metadata)),
    data: joined(frames.map(({ data }) => data)),
  };
}

const echo = ({ body }: { body: unknown }): Promise<Reply> => {
  if (!(body instanceof Uint8Array)) throw new TypeError("expected bytes");
  return Promise.resolve({ ...replyOf(""), body });
};

describe.each([1, 7, 100])("fragments of %i bytes", (most) => {
  test("of a request are joined by a server", async () => {
    const { hand } = await served(echo);
    const said = request(0, { otherMetadata: new Map([["name", long]]) }, { data: argument(long) });
    hand.send(...fragments(said, most));
    expect((await hand.frame()).data).toEqual(argument(long));
  });

  test("of a response and of items are joined by a client", async () => {
    const { channel, hand } = await called();
    const reply = channel.handle(callOf({ kind: "stream" }));
    hand.send(...fragments(first(long), most), ...fragments(item(long), most), ...fragments(item("z"), most), complete);
    const came = await reply;
    expect(textOf(came ?? replyOf(""))).toBe(long);
    expect(await textsOf(came?.items)).toEqual([long, "z"]);
  });

  test("of items are joined by a server, and COMPLETE counts on the last", async () => {
    const { hand } = await served(async ({ items }) => replyOf((await textsOf(items)).join(), new Source(["done"])));
    const last = { ...item(long), flags: Flag.metadata | Flag.next | Flag.complete };
    hand.send(request(6), ...fragments(item("a"), most), ...fragments(last, most));
    expect((await hand.frame()).data).toEqual(result(`a,${long}`));
  });
});

test("a client cuts requests and items", async () => {
  const client = await called({ limits: small });
  const reply = client.channel.handle(
    callOf({ kind: "sink", body: argument(long), headers: new Map([["name", long]]), items: new Source([long]) }),
  );
  const asked = await gathered(client, 0);
  expect(asked).toMatchObject({ type: FrameType.requestChannel, data: argument(long) });
  client.hand.send(first("hello"), { streamId: 1, type: FrameType.requestN, word: 5 });
  expect((await gathered(client, 0)).data).toEqual(result(long));
  expect(await client.hand.frame()).toMatchObject({ flags: Flag.complete, type: FrameType.payload });
  client.hand.send({ ...item("final"), flags: Flag.metadata | Flag.next | Flag.complete });
  expect(await textsOf((await reply)?.items)).toEqual(["final"]);
});

test("a server cuts responses and items, and COMPLETE stands on the last", async () => {
  const server = await served(
    ({ kind }) => Promise.resolve(replyOf(long, kind === "call" ? undefined : new Source([long]))),
    { limits: small },
  );
  server.hand.send(request(0));
  expect((await gathered(server, Flag.complete)).data).toEqual(result(long));
  server.hand.send(request(4, {}, { streamId: 3 }));
  expect((await gathered(server, 0)).data).toEqual(result(long));
  expect((await gathered(server, 0)).data).toEqual(result(long));
  expect((await server.hand.frame()).flags).toBe(Flag.complete);
});

test("fragments of several streams come mixed, and with others in between", async () => {
  const server = await served(echo);
  const all = [1, 3, 5].map((streamId) =>
    fragments(request(0, {}, { streamId, data: argument(`${long}${streamId}`) }), 50),
  );
  const mixed = (all[0] ?? []).flatMap((_, i) => all.flatMap((parts) => parts.slice(i, i + 1)));
  server.hand.send(
    ...mixed.slice(0, 5),
    request(0, {}, { streamId: 99, data: argument("between") }),
    ...mixed.slice(5),
  );
  const frames = await server.hand.soFar();
  expect(frames.map(({ streamId }) => streamId)).toEqual([99, 1, 3, 5]);
  expect(frames.slice(1).map(({ data }) => data)).toEqual([1, 3, 5].map((id) => argument(`${long}${id}`)));
});

test("an item in fragments spends one credit", async () => {
  const { hand } = await served(() => Promise.resolve(replyOf("hello", new Source([long, long, long], "wait"))), {
    limits: small,
  });
  hand.send(request(4, {}, { word: 3 }));
  const ends = (await hand.soFar()).filter(({ flags }) => (flags & Flag.follows) === 0);
  expect(ends).toHaveLength(3);
});

test("FOLLOWS with COMPLETE is the last fragment", async () => {
  const { channel, hand } = await called();
  const reply = channel.handle(callOf());
  const flags = Flag.metadata | Flag.next | Flag.complete | Flag.follows;
  hand.send(response("hello", {}, { flags }));
  expect(textOf((await reply) ?? replyOf(""))).toBe("hello");
});

test("a request beyond the limit is refused, the rest of it dropped, and the connection lives", async () => {
  const { hand } = await served(echo, { limits: { maxMessageBytes: 400 } });
  hand.send(...fragments(request(0, {}, { data: argument(long.repeat(2)) }), 60), request(0, {}, { streamId: 3 }));
  const frames = await hand.soFar();
  expect(frames).toMatchObject([{ streamId: 1, type: FrameType.error, word: ErrorCode.invalid }, { streamId: 3 }]);
});

test("another request on a stream whose fragments are not all there ends the connection", async () => {
  const { hand } = await served(echo);
  const [begun = {}] = fragments(request(0, {}, { data: argument(long) }), 60);
  hand.send(begun, request(0));
  expect(await hand.rest()).toMatchObject([{ streamId: 0, word: ErrorCode.connectionError }]);
});
