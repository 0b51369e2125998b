import { listen } from "@seapink/transport-tcp";
import { describe, expect, test } from "vitest";
import { Errors } from "./errors.ts";
import { RawSocket } from "./raw-socket.ts";
import { echo, lines } from "./toy-dialect.ts";

const dialects = [lines("echo"), lines("echoes")];
const limits = { detectTimeoutMs: 20 };

describe("closes, with a reason,", () => {
  test.each([
    [
      "an HTTP request",
      "GET / HTTP/1.1\r\n\r\n",
      "corrupt",
      "47 45 54 20 2f 20 48 54 54 50 2f 31 2e 31 0d 0a … (an HTTP request)",
    ],
    ["a TLS hello", "\x16\x03\x01\x02", "corrupt", "16 03 01 02 (a TLS hello)"],
    ["noise", "\0\x01\xfe", "corrupt", "00 01 c3 be"],
    ["what goes wrong late", "echoing\n", "corrupt", "65 63 68 6f 69 6e 67 0a (text)"],
  ])("%s", async (_, bytes, code, seen) => {
    const errors = new Errors();
    await using server = await listen(echo, { port: 0, dialects, limits, onError: errors.onError });
    using raw = new RawSocket(server.port, bytes);
    await raw.closed();
    expect(await errors.texts(1)).toStrictEqual([`${code}: closed PEER: expected echo or echoes, got ${seen}`]);
  });

  test.each([
    ["nothing", "", "nothing"],
    ["one byte", "e", "65"],
    ["all but the last", "echoes", "65 63 68 6f 65 73 (text)"],
  ])("%s, when it takes too long", async (_, bytes, seen) => {
    const errors = new Errors();
    await using server = await listen(echo, { port: 0, dialects, limits, onError: errors.onError });
    using raw = new RawSocket(server.port, bytes);
    await raw.closed();
    const message = `timed_out: closed PEER: expected echo or echoes within 20 ms, got ${seen}`;
    expect(await errors.texts(1)).toStrictEqual([message]);
  });

  test("one byte where there is but one dialect", async () => {
    const errors = new Errors();
    await using server = await listen(echo, { port: 0, dialects: [lines("echo")], limits, onError: errors.onError });
    using raw = new RawSocket(server.port, "e");
    await raw.closed();
    expect(await errors.texts(1)).toStrictEqual(["timed_out: closed PEER: expected echo within 20 ms, got 65"]);
  });

  test("a beginning that breaks off", async () => {
    const errors = new Errors();
    const seen = Promise.withResolvers<void>();
    const detect = (): "more" => (seen.resolve(), "more");
    const broken = [{ ...lines("echo"), detect }];
    await using server = await listen(echo, { port: 0, dialects: broken, onError: errors.onError });
    using raw = new RawSocket(server.port, "e");
    await seen.promise;
    raw.socket.resetAndDestroy();
    expect(await errors.texts(1)).toStrictEqual(["end_of_data: closed PEER: expected echo, got 65 and the end"]);
  });

  test("a beginning that ends", async () => {
    const errors = new Errors();
    await using server = await listen(echo, { port: 0, dialects, onError: errors.onError });
    using raw = new RawSocket(server.port);
    raw.socket.end("ec");
    await raw.closed();
    expect(await errors.texts(1)).toStrictEqual([
      "end_of_data: closed PEER: expected echo or echoes, got 65 63 and the end",
    ]);
  });
});

test("says nothing about peers that leave without a word, as health checks do", async () => {
  const errors = new Errors();
  await using server = await listen(echo, { port: 0, dialects, onError: errors.onError });
  for (const leave of ["end", "resetAndDestroy"] as const) {
    using quiet = new RawSocket(server.port);
    quiet.socket.once("connect", () => void quiet.socket[leave]());
    await quiet.closed();
  }
  using loud = new RawSocket(server.port, "no");
  await loud.closed();
  expect((await errors.texts(1)).length).toBe(1);
  expect(errors.all.length).toBe(1);
});

test("holds no more than 64 bytes: a dialect that cannot decide by them is passed over", async () => {
  const seen: number[] = [];
  const undecided = {
    ...lines("never"),
    detect: (first: Uint8Array) => (seen.push(first.length), "more" as const),
  };
  await using server = await listen(echo, { port: 0, dialects: [undecided, ...dialects] });
  using raw = new RawSocket(server.port, `echo ${"a".repeat(200)}\n`);
  const answer = `echo ${"a".repeat(200)}\n`;
  expect(await raw.received(answer)).toBe(answer);
  expect(Math.max(...seen)).toBe(64);
});
