import { defaultLimits, TransportError } from "@seapink/core";
import { HandLane, bytes } from "@seapink/testing";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { LaneInput } from "../src/lane-input.ts";
import { LengthCutter } from "./length-cutter.ts";

const { drainTimeoutMs, frameTimeoutMs } = defaultLimits;
const ping = "00000011 80010001 00000004 70696e67 00000001 00";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] });
});

afterEach(() => {
  expect(vi.getTimerCount()).toBe(0);
  vi.useRealTimers();
});

/** An input with a listener that takes as many messages as the test lets it. */
class Listening {
  readonly lane = new HandLane();
  readonly log: string[] = [];
  room = Number.POSITIVE_INFINITY;
  onMessage: () => void = () => undefined;
  readonly input: LaneInput;

  constructor() {
    this.input = new LaneInput(this.lane, new LengthCutter(), defaultLimits, {
      message: (message) => {
        this.room--;
        this.log.push(String.fromCharCode(...message.subarray(8, 12)));
        this.onMessage();
      },
      mayGoOn: () => this.room > 0,
      drained: () => this.log.push("drained"),
      end: (error) => this.log.push(`end: ${error?.code}`),
    });
    this.input.start();
  }

  receive(text: string): void {
    this.lane.listener.data(bytes(text), false);
  }
}

test("pauses the lane while the listener has no room, and keeps what came", () => {
  const on = new Listening();
  on.room = 1;
  on.receive(`${ping} ${ping}`);
  expect([on.log, on.lane.isPaused]).toEqual([["ping"], true]);
  on.receive(ping);
  on.room = 5;
  on.input.resume();
  expect([on.log, on.lane.isPaused]).toEqual([["ping", "ping", "ping"], false]);
});

test("a message is not late while the lane is paused", () => {
  const on = new Listening();
  on.receive(ping.slice(0, 8));
  on.room = 0;
  vi.advanceTimersByTime(frameTimeoutMs - 100);
  on.receive(ping.slice(8, 17));
  vi.advanceTimersByTime(10 * frameTimeoutMs);
  expect([on.log, on.lane.isPaused]).toEqual([[], true]);
  on.room = 1;
  on.input.resume();
  vi.advanceTimersByTime(frameTimeoutMs - 100);
  on.receive(ping.slice(17));
  expect(on.log).toEqual(["ping"]);
});

test("each message has its own time", () => {
  const on = new Listening();
  for (let i = 0; i < 5; i++) {
    on.receive(i === 0 ? ping.slice(0, 26) : `${ping.slice(26)} ${ping.slice(0, 26)}`);
    vi.advanceTimersByTime(frameTimeoutMs - 100);
  }
  expect(on.log).toHaveLength(4);
  vi.advanceTimersByTime(200);
  expect(on.lane.closed).toMatchObject([{ code: "timed_out" }]);
});

test("an end behind messages that wait is told when they have been taken", () => {
  const on = new Listening();
  on.room = 1;
  on.receive(`${ping} ${ping}`);
  on.lane.listener.end(undefined);
  expect(on.log).toEqual(["ping"]);
  on.room = 5;
  on.input.resume();
  expect(on.log).toEqual(["ping", "ping", "end: undefined"]);
});

test("an end behind messages that nobody takes waits no longer than a drain", () => {
  const on = new Listening();
  on.room = 0;
  on.receive(ping);
  on.lane.listener.end(undefined);
  vi.advanceTimersByTime(drainTimeoutMs - 1);
  expect(on.log).toEqual([]);
  vi.advanceTimersByTime(20);
  expect(on.log).toEqual(["end: closed"]);
  on.room = 5;
  on.input.resume();
  expect(on.log).toEqual(["end: closed"]);
});

test("a lost lane drops the messages that wait", () => {
  const on = new Listening();
  on.room = 0;
  on.receive(ping);
  on.lane.listener.end(new TransportError("closed", "the cable broke"));
  on.room = 5;
  on.input.resume();
  expect(on.log).toEqual(["end: closed"]);
});

test.each([
  ["in a message", ping.slice(0, 20), "end_of_data"],
  ["in a length", ping.slice(0, 4), "end_of_data"],
  ["between messages", ping, "undefined"],
])("an end %s is told as what it is", (_, text, code) => {
  const on = new Listening();
  on.receive(text);
  on.lane.listener.end(undefined);
  expect(on.log.at(-1)).toBe(`end: ${code}`);
});

test("a listener that asks for more from inside a message gets it behind that", () => {
  const on = new Listening();
  let depth = 0;
  let deepest = 0;
  on.onMessage = () => {
    deepest = Math.max(deepest, ++depth);
    on.input.resume();
    depth--;
  };
  on.receive(ping.repeat(100));
  expect([on.log.length, deepest]).toEqual([100, 1]);
});

test("nothing is handed over once it has been stopped, not even of the same chunk", () => {
  const on = new Listening();
  const error = new TransportError("closed", "enough");
  on.onMessage = () => on.input.stop(error);
  on.receive(`${ping} ${ping}`);
  on.receive(ping);
  expect([on.log, on.lane.closed, on.input.error]).toEqual([["ping"], [error], error]);
  on.lane.listener.end(new TransportError("closed", "as a consequence"));
  expect(on.log).toEqual(["ping", "end: closed"]);
});

test("what comes behind its own end is dropped", () => {
  const on = new Listening();
  on.receive(ping.slice(0, 20));
  on.input.finish();
  on.receive(ping.slice(20));
  on.lane.listener.end(undefined);
  expect([on.log, on.lane.closed]).toEqual([["end: undefined"], [undefined]]);
});

test("an error that is not ours closes the lane as corrupt", () => {
  const on = new Listening();
  const cause = new TypeError("a listener's mistake");
  on.onMessage = () => {
    throw cause;
  };
  on.receive(ping);
  expect(on.lane.closed).toMatchObject([{ code: "corrupt", cause }]);
});

test("room in the lane is passed on", () => {
  const on = new Listening();
  on.lane.listener.drained();
  expect(on.log).toEqual(["drained"]);
});

/** An input whose messages take a tenth of a millisecond each, with 2000 of them. */
function flooded(): Listening {
  const on = new Listening();
  let spentMs = 0;
  vi.spyOn(performance, "now").mockImplementation(() => spentMs);
  on.onMessage = () => (spentMs += 0.1);
  on.receive(ping.repeat(2000));
  return on;
}

async function turns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn++) await vi.advanceTimersByTimeAsync(1);
}

describe("much that comes at once", () => {
  afterEach(() => {
    vi.restoreAllMocks();
  });

  test("is handed over in several turns, so that others have theirs", async () => {
    const on = flooded();
    // Whatever needs no time; the answers to those at the front, for instance.
    for (let i = 0; i < 100; i++) await Promise.resolve();
    expect(on.log.length).toBeGreaterThanOrEqual(200);
    expect(on.log.length).toBeLessThan(500);
    expect(on.lane.isPaused).toBe(true);
    await turns(30);
    expect([on.log.length, on.lane.isPaused]).toEqual([2000, false]);
  });

  test("is handed over to its end, though the peer has ended", async () => {
    const on = flooded();
    on.lane.listener.end(undefined);
    await turns(30);
    expect([on.log.length, on.log.at(-1)]).toEqual([2001, "end: undefined"]);
  });
});
