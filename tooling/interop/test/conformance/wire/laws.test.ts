import { expect, test } from "vitest";
import { Flag, type LoggedFrame } from "../../../src/conformance/wire/frame-log.ts";
import { brokenLaws } from "../../../src/conformance/wire/laws.ts";
import { begun, client, server } from "./frames.ts";

const { follows, complete } = Flag;

test.each<[what: string, frames: readonly LoggedFrame[]]>([
  ["a call", [client.call(), server.item(complete)]],
  ["a stream", [client.stream(2), server.item(), server.item(), client.request(1), server.item(), server.complete()]],
  ["an item in fragments", [client.stream(2), server.item(), server.item(follows), server.item(), server.complete()]],
  ["a sink", [client.channel(2), server.item(), server.request(1), client.item(complete), server.item(complete)]],
])("%s keeps the laws", (_, frames) => {
  expect(brokenLaws([...begun, ...frames])).toEqual([]);
});

test.each<[what: string, frames: readonly LoggedFrame[], broken: string]>([
  [
    "more than was asked for of a server",
    [...begun, client.stream(1), server.item(), server.item()],
    "expected the server to send no more than it was asked for, got 1 more",
  ],
  [
    "items of a client that nobody has asked for",
    [...begun, client.channel(2), server.item(), client.item(), client.item(), server.request(5)],
    "expected the client to send no more than it was asked for, got 2 more",
  ],
  [
    "an item behind the end",
    [...begun, client.stream(9), server.item(), server.complete(), server.item()],
    "expected nothing of the server behind its end, got 1 frames",
  ],
  [
    "two items of bidi beyond what was asked for",
    [...begun, client.channel(1), server.item(), server.item(), server.item()],
    "expected the server to send no more than it was asked for, got 2 more",
  ],
  ["an even stream", [...begun, client.call({ streamId: 2 })], "expected requests of the client on odd streams"],
  ["flags that nobody knows", [...begun, client.call({ flags: 1 })], "expected no such flags on type 4"],
  ["no SETUP", begun.slice(1), "expected the client to begin with SETUP"],
  ["no answer to SETUP", begun.slice(0, 1), "expected the server to answer SETUP with METADATA_PUSH"],
])("%s breaks them", (_, frames, broken) => {
  expect(brokenLaws(frames)).toEqual([broken]);
});
