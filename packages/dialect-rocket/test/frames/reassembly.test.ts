import { limits, type TransportError } from "@seapink/core";
import { expectCode, hex } from "@seapink/testing";
import { afterEach, describe, expect, test, vi } from "vitest";
import { Flag, FrameType } from "../../src/frames/frame-type.ts";
import type { Frame } from "../../src/frames/frame.ts";
import { Reassembly, TooLong } from "../../src/frames/reassembly.ts";
import { frameOf } from "./frame-of.ts";

const { follows, next, complete, metadata } = Flag;

function request(streamId: number, parts: Partial<Frame> = {}): Frame {
  return frameOf({ streamId, type: FrameType.requestResponse, flags: follows, ...parts });
}

function payload(streamId: number, flags: number, parts: Partial<Frame> = {}): Frame {
  return frameOf({ streamId, type: FrameType.payload, flags, ...parts });
}

function byteRun(...values: number[]): Uint8Array {
  return Uint8Array.from(values);
}

const open: Reassembly[] = [];
afterEach(() => {
  for (const reassembly of open.splice(0)) reassembly.close();
});

function make(changes: Parameters<typeof limits>[0] = {}, late: TransportError[] = []): Reassembly {
  const reassembly = new Reassembly(limits(changes), (error) => late.push(error));
  open.push(reassembly);
  return reassembly;
}

function shown(frame: Frame | TooLong | undefined): unknown {
  if (frame === undefined || frame instanceof TooLong) return frame;
  return { ...frame, metadata: hex(frame.metadata), data: hex(frame.data) };
}

describe("whole frames", () => {
  test.each([
    ["a request", request(1, { flags: metadata })],
    ["a PAYLOAD", payload(1, next | complete)],
    ["KEEPALIVE, whose bit means another thing", frameOf({ type: FrameType.keepAlive, flags: Flag.respond })],
    ["SETUP with a resume token", frameOf({ type: FrameType.setup, flags: Flag.resume })],
    ["CANCEL", frameOf({ streamId: 1, type: FrameType.cancel })],
  ])("hands out %s as it is", (_, frame) => {
    const reassembly = make();
    expect(reassembly.push(frame)).toBe(frame);
    reassembly.push(request(9));
    expect(reassembly.push(frame)).toBe(frame);
  });

  test("believes COMPLETE rather than FOLLOWS", () => {
    const reassembly = make();
    const frame = payload(1, follows | next | complete, { data: byteRun(1) });
    expect(reassembly.push(frame)).toStrictEqual({ ...frame, flags: next | complete });
    expect(reassembly.isPartial(1)).toBe(false);
  });
});

describe("fragments", () => {
  test("are joined, metadata and data apart, with the head of the first and the end of the last", () => {
    const reassembly = make();
    const type = FrameType.requestChannel;
    const first = { type, flags: metadata | follows | next, word: 7, metadata: byteRun(1, 2) };
    expect(reassembly.push(request(5, first))).toBeUndefined();
    expect(reassembly.isPartial(5)).toBe(true);
    const second = { metadata: byteRun(3), data: byteRun(0xa) };
    expect(reassembly.push(payload(5, metadata | follows | next, second))).toBeUndefined();
    expect(shown(reassembly.push(payload(5, complete, { data: byteRun(0xb, 0xc) })))).toEqual({
      streamId: 5,
      type,
      flags: metadata | complete,
      word: 7,
      metadata: "010203",
      data: "0a0b0c",
    });
    expect(reassembly.isPartial(5)).toBe(false);
  });

  test("of different streams may be mixed, and other frames come between them", () => {
    const reassembly = make();
    const cancel = frameOf({ streamId: 3, type: FrameType.cancel });
    reassembly.push(request(1, { data: byteRun(1) }));
    reassembly.push(payload(3, follows, { data: byteRun(3) }));
    expect(reassembly.push(cancel)).toBe(cancel);
    expect(shown(reassembly.push(payload(1, next, { data: byteRun(1) })))).toMatchObject({ streamId: 1, data: "0101" });
    expect(shown(reassembly.push(payload(3, next, { data: byteRun(3) })))).toMatchObject({
      type: FrameType.payload,
      flags: next,
      data: "0303",
    });
  });

  test("end at COMPLETE even if more are announced", () => {
    const reassembly = make();
    reassembly.push(payload(1, follows | next, { data: byteRun(1) }));
    const last = reassembly.push(payload(1, follows | next | complete, { data: byteRun(2) }));
    expect(shown(last)).toMatchObject({ flags: next | complete, data: "0102" });
    expect(reassembly.isPartial(1)).toBe(false);
  });

  test("may be empty", () => {
    const reassembly = make();
    reassembly.push(request(1));
    reassembly.push(payload(1, follows | next));
    expect(shown(reassembly.push(payload(1, next)))).toMatchObject({ flags: next, metadata: "", data: "" });
  });

  test("leave the bytes that they came in", () => {
    const chunk = byteRun(1, 2, 3, 4);
    const reassembly = make();
    reassembly.push(request(1, { data: chunk.subarray(0, 2) }));
    chunk.fill(9, 0, 2);
    expect(shown(reassembly.push(payload(1, next, { data: chunk.subarray(2) })))).toMatchObject({ data: "01020304" });
  });

  test("are refused where a message begins anew before it ended", () => {
    for (const flags of [follows, 0]) {
      const reassembly = make();
      reassembly.push(request(1));
      expectCode(() => reassembly.push(request(1, { flags })), "invalid_data");
    }
  });

  test("are forgotten when they are dropped", () => {
    const reassembly = make();
    reassembly.push(request(1, { data: byteRun(1) }));
    reassembly.drop(1);
    reassembly.drop(3);
    expect(reassembly.isPartial(1)).toBe(false);
    expect(shown(reassembly.push(payload(1, next, { data: byteRun(2) })))).toMatchObject({ data: "02" });
  });
});

describe("bounds", () => {
  test("a message that is too long is refused once, and its stream alone", () => {
    const reassembly = make({ maxMessageBytes: 4 });
    expect(reassembly.push(request(1, { metadata: byteRun(1, 2), data: byteRun(3, 4) }))).toBeUndefined();
    const refused = reassembly.push(payload(1, follows | next, { data: byteRun(5) }));
    expect(refused).toBeInstanceOf(TooLong);
    expect(refused).toMatchObject({ streamId: 1, type: FrameType.requestResponse, error: { code: "size_limit" } });
    expect(reassembly.isPartial(1)).toBe(true);
    expect(reassembly.push(payload(1, follows | next, { data: byteRun(6) }))).toBeUndefined();
    expect(reassembly.push(payload(1, next, { data: byteRun(7) }))).toBeUndefined();
    expect(reassembly.isPartial(1)).toBe(false);
    reassembly.push(request(3, { data: byteRun(1) }));
    expect(shown(reassembly.push(payload(3, next, { data: byteRun(2) })))).toMatchObject({ data: "0102" });
  });

  test("a message may be too long at its first and at its last fragment", () => {
    const reassembly = make({ maxMessageBytes: 4 });
    expect(reassembly.push(request(1, { data: new Uint8Array(5) }))).toBeInstanceOf(TooLong);
    expect(reassembly.push(payload(1, next))).toBeUndefined();
    expect(reassembly.push(request(3, { data: new Uint8Array(4) }))).toBeUndefined();
    expect(reassembly.push(payload(3, next, { data: new Uint8Array(1) }))).toBeInstanceOf(TooLong);
    expect([reassembly.isPartial(1), reassembly.isPartial(3)]).toEqual([false, false]);
  });

  test("all that is unfinished on a connection is bounded, and what is finished no longer counts", () => {
    const reassembly = make({ maxMessageBytes: 4, maxRunningBytes: 4 });
    reassembly.push(request(1, { data: new Uint8Array(4) }));
    reassembly.push(request(3, { data: new Uint8Array(4) }));
    const refused = reassembly.push(request(5, { data: new Uint8Array(1) }));
    expect(refused).toMatchObject({ streamId: 5, error: { code: "overloaded" } });
    reassembly.push(payload(1, next));
    expect(reassembly.push(request(7, { data: new Uint8Array(4) }))).toBeUndefined();
    reassembly.drop(3);
    expect(reassembly.push(request(9, { data: new Uint8Array(4) }))).toBeUndefined();
    expect(reassembly.push(request(11, { data: new Uint8Array(1) }))).toBeInstanceOf(TooLong);
  });

  test("what a refused message had no longer counts", () => {
    const reassembly = make({ maxMessageBytes: 4, maxRunningBytes: 1 });
    reassembly.push(request(1, { data: new Uint8Array(4) }));
    expect(reassembly.push(payload(1, follows, { data: new Uint8Array(1) }))).toBeInstanceOf(TooLong);
    expect(reassembly.push(request(3, { data: new Uint8Array(4) }))).toBeUndefined();
    reassembly.push(payload(1, next));
    expect(reassembly.push(request(5, { data: new Uint8Array(1) }))).toBeUndefined();
    expect(reassembly.push(request(7, { data: new Uint8Array(1) }))).toBeInstanceOf(TooLong);
  });

  test("no more messages may be begun than streams may be open", () => {
    const reassembly = make({ maxStreams: 2 });
    reassembly.push(request(1));
    reassembly.push(request(3));
    expectCode(() => reassembly.push(request(5)), "overloaded");
    reassembly.push(payload(1, next));
    expect(reassembly.push(request(5))).toBeUndefined();
  });
});

function clocked(changes: Parameters<typeof limits>[0] = {}): readonly [Reassembly, TransportError[]] {
  vi.useFakeTimers();
  const late: TransportError[] = [];
  return [make({ frameTimeoutMs: 1000, ...changes }, late), late];
}

describe("the clock", () => {
  afterEach(() => void vi.useRealTimers());

  test("says when the rest of a message does not come, however many fragments do", () => {
    const [reassembly, late] = clocked();
    reassembly.push(request(1));
    vi.advanceTimersByTime(900);
    reassembly.push(payload(1, follows));
    expect(late).toEqual([]);
    vi.advanceTimersByTime(200);
    expect(late).toMatchObject([{ name: "TransportError", code: "timed_out" }]);
    expect(reassembly.isPartial(1)).toBe(false);
  });

  test.each([
    ["ended", (reassembly: Reassembly) => void reassembly.push(payload(1, next))],
    ["was dropped", (reassembly: Reassembly) => reassembly.drop(1)],
    ["went with its connection", (reassembly: Reassembly) => reassembly.close()],
  ])("leaves alone what %s", (_, end) => {
    const [reassembly, late] = clocked();
    reassembly.push(request(1));
    end(reassembly);
    vi.advanceTimersByTime(5000);
    expect(late).toEqual([]);
    expect(vi.getTimerCount()).toBe(0);
  });

  test("forgets a refused message without a word: its peer may have given up", () => {
    const [reassembly, late] = clocked({ maxMessageBytes: 4 });
    reassembly.push(request(1, { data: new Uint8Array(5) }));
    vi.advanceTimersByTime(1100);
    expect(late).toEqual([]);
    expect(reassembly.isPartial(1)).toBe(false);
  });
});
