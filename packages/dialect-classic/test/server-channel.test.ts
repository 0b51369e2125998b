import { type Call, type Lane, type LaneListener, type Protocol } from "@seapink/core";
import { type ClassicOptions, framed, unframed } from "@seapink/dialect-classic";
import { binary } from "@seapink/protocol-binary";
import { bytes, hex } from "@seapink/testing";
import { memoryLanes } from "@seapink/transport-memory";
import { expect, test } from "vitest";
import { callOf } from "./call.ts";
import { failure } from "./failure.ts";
import { conversation, pong, serverSide } from "./peer.ts";

const failing = (): never => {
  throw new Error("at once");
};
const options: ClassicOptions = { protocols: [binary()] };
const dialect = framed(options);
const ping = "00000011 80010001 00000004 70696e67 00000001 00";
const answer = "0000001c 80010002 00000004 70696e67 00000001 0b 0000 00000004 706f6e67 00";

test.each([
  ["a frame of 2 GiB", "7fffffff", "frame_too_large"],
  ["a negative length", "ffffffff", "negative_size"],
  ["an empty frame", "00000000", "invalid_data"],
  ["a frame shorter than its message", "00000008 80010001 00000004", "invalid_data"],
  ["an answer", "00000011 80010002 00000004 70696e67 00000001 00", "invalid_data"],
  ["an error", "00000011 80010003 00000004 70696e67 00000001 00", "invalid_data"],
  ["a message type that is none", "00000011 80010000 00000004 70696e67 00000001 00", "invalid_data"],
  ["a name of a negative length", "0000000c 80010001 ffffffff 00000001", "negative_size"],
  ["a name that is longer than its frame", "0000000c 80010001 00000100 00000001", "invalid_data"],
  ["a name that is longer than the limit", "0000000c 80010001 000f4240 00000001", "size_limit"],
  ["a name that is no text", "0000000e 80010001 00000001 ff 00000001 00", "invalid_data"],
])("%s closes the lane, and is reported", async (_, text, code) => {
  const { peer, channel, errors } = serverSide(dialect, pong);
  peer.send(bytes(ping));
  expect(await peer.receives(bytes(answer).length)).toBe(hex(bytes(answer)));
  peer.send(bytes(text));
  await peer.ended;
  await channel.close();
  expect(errors).toMatchObject([{ code }]);
  expect(peer.unread).toBe("");
});

test("nothing behind bytes that are refused is run", async () => {
  const called: string[] = [];
  const { peer, channel } = serverSide(dialect, (call) => {
    called.push(call.method);
    return pong(call);
  });
  peer.send(bytes(`${ping} 00000008 80010001 00000004 ${ping}`));
  await peer.ended;
  await channel.close();
  expect(called).toEqual(["ping"]);
});

test.each(["00000000", "ffffffff", "80000000", "7fffffff"])("answers with the sequence id %s", async (seqid) => {
  const { peer } = serverSide(dialect, pong);
  peer.send(bytes(ping.replace("00000001 00", `${seqid} 00`)));
  const expected = bytes(answer.replace("00000001 0b", `${seqid} 0b`));
  expect(await peer.receives(expected.length)).toBe(hex(expected));
});

test("calls with the same sequence id are answered each", async () => {
  const { peer } = serverSide(dialect, pong);
  peer.send(bytes(`${ping} ${ping}`));
  expect(await peer.receives(2 * bytes(answer).length)).toBe(hex(bytes(`${answer} ${answer}`)));
});

test.each([1, 2, 1024])("many calls that fail at once do no harm where %i may run", async (maxRunningCalls) => {
  const count = 20_000;
  const { peer, errors } = serverSide(dialect, failing, { maxRunningCalls });
  const one = bytes(ping);
  const many = new Uint8Array(count * one.length);
  for (let i = 0; i < count; i++) many.set(one, i * one.length);
  peer.send(many);
  const error = "80010003 00000004 70696e67 00000001 0b 0001 0000000e 696e7465726e616c206572726f72 08 0002 00000006 00";
  await peer.receives(count * (4 + bytes(error).length));
  expect(errors).toHaveLength(count);
});

test("a lane may deliver while it is listened to", async () => {
  const [near, far] = memoryLanes();
  const eager: Lane = {
    kind: far.kind,
    info: far.info,
    out: far.out,
    commit: () => far.commit(),
    pause: (paused) => far.pause(paused),
    close: (error) => far.close(error),
    listen(to: LaneListener) {
      far.listen(to);
      to.data(bytes(ping), false);
      to.data(bytes("00000001"), false);
      to.data(bytes("ff"), false);
    },
  };
  const errors: unknown[] = [];
  const called: Call[] = [];
  const handler = (call: Call): never => {
    called.push(call);
    return failing();
  };
  const channel = dialect.accept(eager, handler, conversation(errors, { maxRunningCalls: 1 }));
  near.listen({ data: () => undefined, drained: () => undefined, end: () => near.close() });
  await channel.close();
  expect(called).toHaveLength(1);
  expect(errors).toMatchObject([{ message: "at once" }, { code: "invalid_data" }]);
});

/** Another protocol of the same bytes but for the first, as far as this test goes. */
const other: Protocol = { ...binary(), name: "other", detect: (first) => (first[0] === 0x81 ? "yes" : "no") };

test("several protocols are accepted, and others refused", async () => {
  const { peer, channel, errors } = serverSide(framed({ protocols: [other, binary()] }), pong);
  peer.send(bytes(ping));
  expect(await peer.receives(bytes(answer).length)).toBe(hex(bytes(answer)));
  peer.send(bytes("00000004 82210100"));
  await peer.ended;
  await channel.close();
  expect(errors).toMatchObject([{ code: "bad_version" }]);
});

test("a dialect without protocols is a mistake", () => {
  expect(() => framed({ protocols: [] })).toThrow(RangeError);
  expect(() => unframed({ protocols: [] })).toThrow("protocols: expected at least one, got none");
});

test("a server cannot call its client", async () => {
  const { channel } = serverSide(dialect, pong);
  expect(await failure(channel.handle(callOf("ping")))).toMatchObject({ code: "not_implemented", mayHaveRun: false });
});

test("a frame that holds more than its message is read as if it ended there", async () => {
  const { peer } = serverSide(dialect, pong);
  peer.send(bytes("00000013 80010001 00000004 70696e67 00000001 00 ffff"));
  expect(await peer.receives(bytes(answer).length)).toBe(hex(bytes(answer)));
});
