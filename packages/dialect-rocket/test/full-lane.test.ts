import { type Channel, type Conversation, type Handler, type Lane, limits } from "@seapink/core";
import { memoryLanes } from "@seapink/transport-memory";
import { bytes } from "@seapink/testing";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Frame } from "../src/frames/frame.ts";
import { rocket } from "../src/rocket.ts";
import { withLength } from "./hand.ts";
import { frameBytes } from "./frames/frame-bytes.ts";
import { request, setup } from "./says.ts";
import { callOf, protocol, replyOf, Source } from "./served.ts";

// Nobody reads what our side writes, and there is no room for more: what happens then in timers must not end the process.

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const room = { maxUnsentBytes: 16_384 };

/** Leaves no room in a lane for so much as a frame. */
function fill({ out }: Lane): void {
  out.raw(new Uint8Array(room.maxUnsentBytes - 1 - out.length));
}

function conversation(errors: unknown[] = []): Conversation {
  return { limits: limits(), handler: undefined, onError: (error) => errors.push(error) };
}

async function ended(channel: Channel): Promise<void> {
  await vi.advanceTimersByTimeAsync(0);
  await channel.close(new Error("the test is over"));
}

async function connected(keepAliveMs: number): Promise<{ readonly lane: Lane; readonly channel: Channel }> {
  const [lane] = memoryLanes({ limits: room });
  const channel = await rocket({ protocols: [protocol], keepAliveMs }).connect(lane, conversation());
  return { lane, channel };
}

describe("a client", () => {
  test("ends the connection when it cannot ask whether the server is there", async () => {
    const { lane, channel } = await connected(1000);
    const failed = expect(channel.handle(callOf())).rejects.toMatchObject({ code: "closed" });
    fill(lane);
    await vi.advanceTimersByTimeAsync(1010);
    await failed;
    expect(channel.closing.aborted).toBe(true);
    await ended(channel);
  });

  test.each(["call", "stream"] as const)("tells its caller of a deadline: of a %s", async (kind) => {
    const { lane, channel } = await connected(Number.POSITIVE_INFINITY);
    const call = callOf({ kind, deadline: performance.now() + 1000 });
    const failed = expect(channel.handle(call)).rejects.toMatchObject({ code: "timed_out" });
    fill(lane);
    await vi.advanceTimersByTimeAsync(1010);
    await failed;
    await ended(channel);
  });

  test("tells its caller of what the caller has aborted", async () => {
    const { lane, channel } = await connected(Number.POSITIVE_INFINITY);
    const controller = new AbortController();
    const failed = expect(channel.handle(callOf({ signal: controller.signal }))).rejects.toMatchObject({
      code: "cancelled",
    });
    fill(lane);
    controller.abort();
    await failed;
    await ended(channel);
  });
});

interface Serving {
  readonly channel: Channel;
  readonly errors: readonly unknown[];
}

/** A server that this was said to, and that has no room any more. */
async function serving(said: Partial<Frame>, handler: Handler): Promise<Serving> {
  const [lane, client] = memoryLanes({ limits: room });
  const errors: unknown[] = [];
  const dialect = rocket({ protocols: [protocol], creditTimeoutMs: 1000 });
  const channel = dialect.accept(lane, handler, conversation(errors));
  client.out.raw(bytes(setup.replace("7fffffff 7fffffff", "00001388 7fffffff")));
  client.out.raw(withLength(frameBytes(said)));
  client.commit();
  await vi.advanceTimersByTimeAsync(10);
  expect(lane.out.length).toBeGreaterThan(0);
  fill(lane);
  return { channel, errors };
}

describe("a server", () => {
  test("ends the connection when it cannot say that nobody asks for items", async () => {
    const source = new Source(["a"]);
    const { channel, errors } = await serving(request(4, {}, { word: 1 }), () =>
      Promise.resolve(replyOf("first", source)),
    );
    await vi.advanceTimersByTimeAsync(1010);
    expect(source.isReturned).toBe(true);
    expect(channel.closing.aborted).toBe(true);
    expect(errors).toMatchObject([{ code: "closed" }]);
    await ended(channel);
  });

  test("ends the connection of a silent client, though it cannot say so", async () => {
    const { channel, errors } = await serving(request(0), () => new Promise(() => undefined));
    await vi.advanceTimersByTimeAsync(12_000);
    expect(channel.closing.aborted).toBe(true);
    expect(errors).toMatchObject([{ code: "timed_out" }]);
    await ended(channel);
  });
});
