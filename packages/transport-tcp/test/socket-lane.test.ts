import { once } from "node:events";
import type { Lane, LaneListener, Limits, ThriftError } from "@seapink/core";
import { laneSuite, type MakeLanePair } from "@seapink/testing";
import { socketLane } from "@seapink/transport-tcp";
import { describe, expect, test, vi } from "vitest";
import { Errors } from "./errors.ts";
import { closing, type SocketPair, tcpPair, tlsPair, unixPair } from "./socket-pair.ts";

function pairOf(connect: () => Promise<SocketPair>, showsBreaks: boolean): MakeLanePair {
  return async (limits) => {
    const sockets = await connect();
    const [first, second] = sockets;
    const closed = Promise.all(sockets.map(closing));
    return {
      lanes: [laneOf(first, limits), laneOf(second, limits)],
      showsBreaks,
      vanish: () => void (showsBreaks ? second.resetAndDestroy() : second.destroy()),
      released: () => closed,
    };
  };
}

function laneOf(socket: SocketPair[0], limits: Partial<Limits> = {}): Lane {
  return socketLane(socket, { limits, onError: () => undefined });
}

laneSuite("a lane over a TCP socket", pairOf(tcpPair, true));
laneSuite("a lane over a unix socket", pairOf(unixPair, false));
for (const version of ["TLSv1.2", "TLSv1.3"] as const) {
  laneSuite(
    `a lane over ${version}`,
    pairOf(() => tlsPair(version), false),
  );
  laneSuite(
    `a lane over ${version}, the server's`,
    pairOf(async () => reversed(await tlsPair(version)), false),
  );
}

function reversed([first, second]: SocketPair): SocketPair {
  return [second, first];
}

/** A listener with some functions of its own. */
function listener(own: Partial<LaneListener>): LaneListener {
  return { data: () => undefined, drained: () => undefined, end: () => undefined, ...own };
}

/** Listens, and resolves with what the lane ends with. */
function ending(lane: Lane): Promise<ThriftError | undefined> {
  return new Promise((end) => lane.listen(listener({ end })));
}

function write(lane: Lane, size: number): boolean {
  lane.out.raw(new Uint8Array(size));
  return lane.commit();
}

/** The next so many bytes that a socket gets, slowly at first. */
async function receive(socket: SocketPair[0], size: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(size);
  let at = 0;
  for await (const chunk of socket as AsyncIterable<Uint8Array>) {
    bytes.set(chunk, at);
    at += chunk.length;
    if (at === size) break;
    await new Promise(setImmediate);
  }
  return bytes;
}

describe("a lane writes", () => {
  test("once for all that was committed in a turn", async () => {
    const [socket, other] = await tcpPair();
    const writes = vi.spyOn(socket, "write");
    const lane = laneOf(socket);
    other.resume();
    for (let i = 0; i < 10; i++) write(lane, 100);
    queueMicrotask(() => write(lane, 100));
    process.nextTick(() => write(lane, 100));
    await new Promise(setImmediate);
    await new Promise(setImmediate);
    expect(writes.mock.calls.map(([bytes]) => bytes.length)).toStrictEqual([1200]);
    expect(lane.out.taken).toBe(1200);
    lane.close();
    other.end();
    await closing(other);
  });

  test("at once when it is much", async () => {
    const [socket, other] = await tcpPair();
    const writes = vi.spyOn(socket, "write");
    const lane = laneOf(socket);
    write(lane, 12_287);
    expect(writes.mock.calls.length).toBe(0);
    write(lane, 1);
    expect(writes.mock.calls.length).toBe(1);
    other.destroy();
    await ending(lane);
  });

  test("and tells that there is room again to those whom it told to wait, once", async () => {
    const [socket, other] = await tcpPair();
    const room = vi.spyOn(socket, "write").mockReturnValue(false);
    Object.defineProperty(socket, "writableLength", { value: 10 });
    const lane = laneOf(socket);
    let drainCount = 0;
    lane.listen(listener({ drained: () => drainCount++ }));
    expect(write(lane, 10)).toBe(true);
    await new Promise(setImmediate);
    socket.emit("drain");
    expect(drainCount).toBe(0);
    write(lane, 10);
    await new Promise(setImmediate);
    expect(write(lane, 10)).toBe(false);
    room.mockReturnValue(true);
    socket.emit("drain");
    socket.emit("drain");
    expect(drainCount).toBe(1);
    socket.destroy();
    other.destroy();
  });

  test("and goes on where the system has taken all at once, whatever the stream says", async () => {
    const [socket, other] = await tcpPair();
    vi.spyOn(socket, "write").mockReturnValue(false);
    const lane = laneOf(socket);
    expect(write(lane, 10)).toBe(true);
    await new Promise(setImmediate);
    expect(write(lane, 10)).toBe(true);
    socket.destroy();
    other.destroy();
  });

  test.each([
    ["TCP", tcpPair],
    ["TLS", () => tlsPair("TLSv1.3")],
  ])("over %s what was committed, though its memory is written again", async (_, connect) => {
    const [socket, other] = await connect();
    const lane = laneOf(socket);
    lane.listen(listener({}));
    const sizes = Array.from({ length: 300 }, (_, i) => (i % 7 === 0 ? 40_000 : 1 + ((i * 37) % 900)));
    const all = sizes.reduce((sum, size) => sum + size, 0);
    const received = receive(other, all);
    for (const [i, size] of sizes.entries()) {
      lane.out.raw(new Uint8Array(size).fill(i));
      lane.commit();
      if (i % 3 === 0) await new Promise(setImmediate);
    }
    const bytes = await received;
    let at = 0;
    for (const [i, size] of sizes.entries()) {
      expect(bytes.subarray(at, at + size).every((byte) => byte === (i & 0xff))).toBe(true);
      at += size;
    }
    socket.destroy();
    other.destroy();
  });

  test("though an application's test has stopped the timers", async () => {
    const [socket, other] = await tcpPair();
    const lane = laneOf(socket);
    vi.useFakeTimers({ toFake: ["setImmediate", "setTimeout"] });
    write(lane, 10);
    const [bytes] = await once(other, "data");
    vi.useRealTimers();
    expect((bytes as Uint8Array).length).toBe(10);
    other.destroy();
    await ending(lane);
  });

  test("to a peer that has ended, though the socket was not made for it", async () => {
    const [client, server] = await tcpPair();
    server.allowHalfOpen = false;
    const lane = laneOf(server);
    const ended = ending(lane);
    client.end();
    expect(await ended).toBe(undefined);
    write(lane, 10);
    const [bytes] = await once(client, "data");
    expect((bytes as Uint8Array).length).toBe(10);
    lane.close();
    await closing(client);
  });
});

describe("a lane ends", () => {
  test("a peer that does not end after it did", async () => {
    const [socket, other] = await tcpPair();
    other.on("error", () => undefined);
    other.resume();
    const lane = laneOf(socket, { drainTimeoutMs: 10 });
    const ended = ending(lane);
    lane.close();
    expect(await ended).toMatchObject({ code: "timed_out", message: "expected the peer to end within 10 ms after us" });
    other.destroy();
  });

  test("when somebody destroys its socket", async () => {
    const [socket, other] = await tcpPair();
    const lane = laneOf(socket);
    socket.destroy();
    expect(await ending(lane)).toMatchObject({
      code: "closed",
      message: `lost the connection to ${lane.info.address}`,
    });
    other.destroy();
  });

  test("with the system's error as the cause", async () => {
    const [socket, other] = await tcpPair();
    const lane = laneOf(socket);
    const ended = ending(lane);
    other.resetAndDestroy();
    expect(await ended).toMatchObject({
      code: "closed",
      message: `lost the connection to ${lane.info.address}: ECONNRESET`,
      cause: { code: "ECONNRESET" },
    });
  });

  test("though nobody listened when it was closed", async () => {
    const [socket, other] = await tcpPair();
    const lane = laneOf(socket);
    lane.close();
    other.end("not for anybody");
    other.resume();
    await closing(other);
    expect(await ending(lane)).toBe(undefined);
  });
});

function fail(what: string): never {
  throw new Error(what);
}

describe("a lane reports", () => {
  test("what its listener throws, each function of it", async () => {
    const errors = new Errors();
    for (const what of ["data", "end"] as const) {
      const [socket, other] = await tcpPair();
      other.on("error", () => undefined);
      socketLane(socket, { onError: errors.onError }).listen(listener({ [what]: () => fail(what) }));
      other.end("hello");
      other.resume();
      await closing(socket);
      other.destroy();
    }
    const [socket, other] = await tcpPair();
    const lane = socketLane(socket, { onError: errors.onError });
    lane.listen(listener({ drained: () => fail("drained") }));
    while (write(lane, 1_000_000));
    other.on("error", () => undefined).resume();
    await closing(socket);
    expect(await errors.texts(3)).toStrictEqual(["Error: data", "Error: end", "Error: drained"]);
  });

  test("what it could not send to a peer that had ended in order", async () => {
    const errors = new Errors();
    const [socket, other] = await tcpPair();
    const lane = socketLane(socket, { onError: errors.onError });
    const ended = ending(lane);
    other.end();
    expect(await ended).toBe(undefined);
    other.resetAndDestroy();
    await closing(other);
    write(lane, 10);
    expect((await errors.texts(1))[0]).toMatch(/^closed: lost the connection to PEER: E/);
  });
});
