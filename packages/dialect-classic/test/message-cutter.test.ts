import { defaultLimits, limits, type Protocol } from "@seapink/core";
import { binary } from "@seapink/protocol-binary";
import { bytes, expectCode, hex, pieces, splits } from "@seapink/testing";
import { expect, test } from "vitest";
import { MessageCutter } from "../src/message-cutter.ts";

const ping = "80010001 00000004 70696e67 00000001 00";
const messages = [
  ping,
  "80010001 00000003 676574 00000002 0b 0001 00000003 6b6579 00",
  "80010004 00000000 00000003 0f 0001 08 00000002 00000001 00000002 00",
];
const stream = bytes(messages.join(""));
const expected = messages.map((message) => hex(bytes(message)));

/** Messages that begin with `J` and are two bytes long. */
const other: Protocol = {
  ...binary(),
  name: "other",
  scanner: () => {
    let seen = 0;
    return {
      push(chunk) {
        const end = 2 - seen;
        seen = (seen + chunk.length) % 2;
        return chunk.length < end ? undefined : end;
      },
    };
  },
  detect: (first) => (first[0] === undefined ? "more" : first[0] === 0x4a ? "yes" : "no"),
};

function cut(cutter: MessageCutter, chunks: Iterable<Uint8Array>): string[] {
  const found: string[] = [];
  for (const chunk of chunks) {
    cutter.push(chunk);
    for (let message = cutter.next(); message !== undefined; message = cutter.next()) found.push(hex(message));
  }
  return found;
}

test.each([[[binary()]], [[binary(), other]], [[other, binary()]]])(
  "finds the same messages however the bytes are cut (%#)",
  (protocols) => {
    for (const chunks of splits(stream)) {
      const cutter = new MessageCutter(defaultLimits, protocols);
      expect(cut(cutter, chunks)).toEqual(expected);
      expect(cutter.isPartial).toBe(false);
    }
  },
);

test("keeps to the protocol of the first message", () => {
  const cutter = new MessageCutter(defaultLimits, [binary(), other]);
  expect(cut(cutter, [bytes("4a01 4a02")])).toEqual(["4a01", "4a02"]);
  expect(cut(cutter, [bytes("80010001")])).toEqual(["8001", "0001"]);
});

test("waits for as many bytes as it takes to know the protocol", () => {
  const cutter = new MessageCutter(defaultLimits, [binary(), other]);
  expect(cut(cutter, [bytes("80"), bytes("01")])).toEqual([]);
  expect(cutter.isPartial).toBe(true);
  expect(cut(cutter, [stream.subarray(2)])).toEqual(expected);
});

test("keeps what was not asked for, and finds it with what comes behind", () => {
  const cutter = new MessageCutter(defaultLimits, [binary()]);
  for (const chunk of pieces(stream, [7])) cutter.push(chunk);
  expect(cutter.isPartial).toBe(true);
  expect(cut(cutter, [new Uint8Array(0)])).toEqual(expected);
});

test.each([
  ["47455420", [binary()], "bad_version"],
  ["47455420", [binary(), other], "bad_version"],
  ["80010001 ffffffff", [binary()], "negative_size"],
  ["80010001 00000400", [binary()], "size_limit"],
] as const)("refuses %s (%#)", (text, protocols, code) => {
  for (const chunks of splits(bytes(text))) {
    expectCode(() => cut(new MessageCutter(limits({ maxMethodNameBytes: 100 }), protocols), chunks), code);
  }
});

test("hands over views of a chunk, and copies only what was cut", () => {
  const cutter = new MessageCutter(defaultLimits, [binary()]);
  cutter.push(stream.subarray(0, 20));
  expect(cutter.next()?.buffer).toBe(stream.buffer);
  expect(cutter.next()).toBeUndefined();
  cutter.push(stream.subarray(20));
  expect(cutter.next()?.buffer).not.toBe(stream.buffer);
  expect(cutter.next()?.buffer).toBe(stream.buffer);
});

test("takes a stream of small messages in one chunk in linear time", () => {
  const count = 100_000;
  const message = bytes(ping);
  const many = new Uint8Array(count * message.length);
  for (let i = 0; i < count; i++) many.set(message, i * message.length);
  expect(cut(new MessageCutter(defaultLimits, [binary()]), [many])).toHaveLength(count);
});
