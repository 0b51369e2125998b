import { defaultLimits, type Lane, MessageType, type Writable } from "@seapink/core";
import { framed, unframed } from "@seapink/dialect-classic";
import { binary } from "@seapink/protocol-binary";
import { bytes, expectCode, hex } from "@seapink/testing";
import { memoryLanes } from "@seapink/transport-memory";
import { expect, test } from "vitest";
import { framedFraming, unframedFraming } from "../src/framing.ts";
import { MessageOutput } from "../src/message-output.ts";
import { callOf } from "./call.ts";
import { failure } from "./failure.ts";
import { clientSide } from "./peer.ts";

const empty: Writable = {
  write(writer) {
    writer.structBegin();
    writer.structEnd();
  },
};

function output(): { readonly lane: Lane; readonly out: MessageOutput } {
  const [lane] = memoryLanes();
  return { lane, out: new MessageOutput(lane, framedFraming, defaultLimits) };
}

test("counts what was written and what has left", () => {
  const { lane, out } = output();
  out.write(binary(), "ping", MessageType.call, 1, empty, undefined);
  expect([out.written, out.sent]).toEqual([21, 0]);
  lane.out.take();
  out.write(binary(), "ping", MessageType.call, 2, empty, undefined);
  expect([out.written, out.sent]).toEqual([42, 21]);
});

test("a value that fails leaves what was written before it", () => {
  const { lane, out } = output();
  const protocol = binary();
  const failing: Writable = {
    write(writer) {
      writer.structBegin();
      writer.i32(2 ** 40);
    },
  };
  out.write(protocol, "ping", MessageType.call, 1, empty, undefined);
  expectCode(() => out.write(protocol, "ping", MessageType.call, 2, failing, undefined), "invalid_data");
  out.write(protocol, "ping", MessageType.call, 3, empty, undefined);
  const [first, second] = ["00000001", "00000003"].map((id) => `00000011 80010001 00000004 70696e67 ${id} 00`);
  expect(hex(lane.out.take())).toBe(hex(bytes(`${first} ${second}`)));
});

test("tells what the lane says of its queue", () => {
  const [lane] = memoryLanes();
  const out = new MessageOutput(lane, unframedFraming, defaultLimits);
  expect(out.write(binary(), "ping", MessageType.call, 1, empty, undefined)).toBe(true);
  const large: Writable = { write: (writer) => writer.raw(new Uint8Array(1_000_000)) };
  expect(out.write(binary(), "ping", MessageType.call, 2, large, undefined)).toBe(false);
});

test("a value that makes a call while it is written is refused, and its call too", async () => {
  const { peer, channel } = await clientSide(framed({ protocols: [binary()] }));
  const inner: Promise<unknown>[] = [];
  const body: Writable = {
    write(writer) {
      inner.push(failure(channel.handle(callOf("inner"))));
      empty.write(writer);
    },
  };
  const outer = channel.handle(callOf("ping", { kind: "oneway", body }));
  expect(await inner[0]).toMatchObject({ code: "invalid_data", mayHaveRun: false });
  expect(await outer).toBeUndefined();
  expect(await peer.receives(21)).toBe(hex(bytes("00000011 80010004 00000004 70696e67 00000001 00")));
});

test("bytes behind a struct are not passed on where they would be read as another message", async () => {
  const protocol = binary();
  const body = bytes("00 80010001 00000004 65766965 00000001 00");
  const { channel } = await clientSide(unframed({ protocols: [protocol] }));
  const error = await failure(channel.handle(callOf("ping", { body, protocol })));
  expect(error).toMatchObject({ code: "invalid_data", mayHaveRun: false });
});
