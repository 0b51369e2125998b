import { isThriftError } from "@seapink/core";
import { describe, expect, test } from "vitest";
import { ErrorCode, Flag, FrameType } from "../../src/frames/frame-type.ts";
import { type ServerPush, serverPush } from "../../src/metadata/push-metadata.ts";
import { decoded } from "../metadata/encoded.ts";
import { failure, request, response, result, serverPushed, setup, setupAnswer } from "../says.ts";
import { bareServer, callOf, called, replyOf, served, textOf } from "../served.ts";
import { vectorNamed } from "../vectors.ts";

const echo = () => Promise.resolve(replyOf("hello"));
const key = "f09f9a80";

/** SETUP with something else in it. */
function altered(from: string, to: string): string {
  if (!setup.includes(from)) throw new RangeError(`expected ${from} in SETUP`);
  return setup.replace(from, to);
}

test.each([
  ["8 to 10", "35 10 15 14", 10],
  ["8 to 8", "35 10 15 10", 8],
  ["9 to 9", "35 12 15 12", 9],
  ["1 to 99", "35 02 15 c601", 10],
])("a client of versions %s is answered the highest of both", async (_, versions, version) => {
  const longer = versions.endsWith("c601");
  const { hand } = bareServer(echo);
  const said = altered("35 10 15 14", versions);
  hand.send(longer ? said.replace("000067", "000068").replace("00000f f0", "000010 f0") : said);
  const { metadata } = await hand.frame();
  expect(decoded<ServerPush>(serverPush, metadata).setupResponse?.version).toBe(version);
});

describe("a server refuses", () => {
  test.each([
    ["another frame than SETUP", request(0)],
    ["a keepalive", vectorNamed("a question").hex],
    ["METADATA_PUSH", vectorNamed("the end of an interaction").hex],
    ["a version that is too high", altered("35 10 15 14", "35 16 15 18")],
    ["a version that is too low", altered("35 10 15 14", "35 02 15 0e")],
    ["another key", altered(key, "f09f9a8f")],
    ["metadata of another type", altered("2b636f6d70616374", "2b636f6d70616374".replace("74", "75"))],
    ["another RSocket", altered("0001 0000 7fff", "0002 0000 7fff")],
    ["no keepalive at all", altered("7fffffff 7fffffff", "00000000 7fffffff")],
    ["a byte behind the metadata", altered("000067", "000068").replace("00000f f0", "000010 f0") + "00"],
    ["SETUP on a stream", altered("000067 00000000", "000067 00000001")],
  ])("%s, and closes", async (_, said) => {
    const { hand, errors } = bareServer(echo);
    hand.send(said, request(0));
    const [refusal, ...others] = await hand.rest();
    expect(refusal).toMatchObject({ streamId: 0, type: FrameType.error, word: ErrorCode.invalidSetup });
    expect(new TextDecoder().decode(refusal?.data)).toMatch(/^expected /);
    expect(others).toEqual([]);
    expect(errors.every(isThriftError)).toBe(true);
  });

  test("a second SETUP, and closes", async () => {
    const { hand } = await served(echo);
    hand.send(setup, request(0));
    const frames = await hand.rest();
    expect(frames).toMatchObject([{ streamId: 0, type: FrameType.error, word: ErrorCode.invalidSetup }]);
  });
});

test.each(["00000001", key])("a server knows the key %s", async (known) => {
  const { hand } = bareServer(echo);
  hand.send(altered(key, known));
  expect((await hand.frame()).type).toBe(FrameType.metadataPush);
});

test("a server does without a key where both MIME types are Rocket's", async () => {
  const { hand } = bareServer(echo);
  hand.send(altered(`00000f ${key}`, "00000b").replace("000067", "000063"));
  expect((await hand.frame()).type).toBe(FrameType.metadataPush);
});

test("a server skips a resume token", async () => {
  const { hand } = bareServer(echo);
  hand.send(altered("0500", "0580").replace("000067", "00006b").replace("7fffffff\n", "7fffffff 0002 abcd\n"));
  expect((await hand.frame()).type).toBe(FrameType.metadataPush);
});

test("a server takes requests that come with SETUP", async () => {
  const { hand } = bareServer(echo);
  hand.send(setup, request(0), request(0, {}, { streamId: 3 }));
  expect((await hand.frame()).type).toBe(FrameType.metadataPush);
  expect([(await hand.frame()).data, (await hand.frame()).data]).toEqual([result("hello"), result("hello")]);
});

test("a client sends requests right behind SETUP", async () => {
  const { channel, hand } = await called();
  const reply = channel.handle(callOf());
  expect(await hand.frame()).toMatchObject({ type: FrameType.requestResponse, streamId: 1 });
  hand.send(setupAnswer, response("hello"));
  expect(textOf((await reply) ?? replyOf("nothing"))).toBe("hello");
});

test.each([ErrorCode.invalidSetup, ErrorCode.rejectedSetup, ErrorCode.connectionError])(
  "a client fails its calls where the server refuses SETUP with %i",
  async (code) => {
    const { channel, hand } = await called();
    const reply = channel.handle(callOf());
    hand.send(failure(code, "no such key", 0));
    await expect(reply).rejects.toMatchObject({ code: "closed", cause: { code: "not_open" } });
    await expect(channel.handle(callOf())).rejects.toMatchObject({ code: "not_open" });
  },
);

test.each([7, 11])("a client refuses version %i, which it has not offered", async (version) => {
  const { channel, hand } = await called();
  const reply = channel.handle(callOf());
  hand.send(serverPushed({ setupResponse: { version } }));
  await expect(reply).rejects.toMatchObject({ cause: { code: "bad_version" } });
  await hand.ended;
});

test("metadata in binary is answered in binary, but for pushes", async () => {
  const { channel, hand } = await called({ rocket: { metadata: "binary" } });
  const reply = channel.handle(callOf());
  const { metadata } = await hand.frame();
  // A field i32, 1.
  expect([...metadata.subarray(0, 3)]).toEqual([8, 0, 1]);
  hand.send(setupAnswer, response("hello", {}, { flags: Flag.next | Flag.complete, metadata: new Uint8Array(0) }));
  expect(textOf((await reply) ?? replyOf("nothing"))).toBe("hello");
});
