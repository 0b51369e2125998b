import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { type Channel } from "@seapink/core";
import { framed } from "@seapink/dialect-classic";
import { binary } from "@seapink/protocol-binary";
import { bytes, caseSettings, hex } from "@seapink/testing";
import { connect } from "@seapink/transport-tcp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Report } from "./hostile-server.ts";
import { RawSocket } from "./raw-socket.ts";
import { callOf } from "./toy-dialect.ts";

const { seed, cases } = caseSettings(process.env);
/** So many connections of each kind, a hundred unless the environment asks for more, */
const count = Math.max(1, Math.floor(cases / 1000));
/** of which so many are open at once. */
const atOnce = 200;

const protocol = binary();
const ping = "80010001 00000004 70696e67 00000001 00";

type Then = "stays" | "ends" | "resets";

/** What each connection sends, whether it goes on to keep silent or leaves, and the reason that must be reported. */
const kinds: readonly (readonly [what: string, hex: string, then: Then, code: string])[] = [
  ["silence", "", "stays", "timed_out"],
  ["one byte", "00", "stays", "timed_out"],
  ["one byte and the end", "00", "ends", "end_of_data"],
  ["a frame of 2 GiB", "7fffffff 80010001", "stays", "frame_too_large"],
  ["a frame one byte too large", "00fa0001 80010001", "stays", "frame_too_large"],
  ["a frame of -1 bytes", "ffffffff 80010001", "stays", "corrupt"],
  ["a frame of nothing", "00000000 80010001", "stays", "invalid_data"],
  ["a name of -1 bytes", "0000000c 80010001 ffffffff 00000001", "stays", "negative_size"],
  ["a name of 2 GiB", "0000000c 80010001 7fffffff 00000001", "stays", "size_limit"],
  ["an unframed name of 2 GiB", "80010001 7fffffff 00000001", "stays", "size_limit"],
  ["an HTTP request", hexOf("GET / HTTP/1.1\r\nHost: a\r\n\r\n"), "stays", "corrupt"],
  ["a TLS hello", "16030100 fa010000 f60303", "stays", "corrupt"],
  ["a frame half-sent", `00000015 ${ping.slice(0, 20)}`, "stays", "timed_out"],
  ["a frame half-sent and the end", `00000015 ${ping.slice(0, 20)}`, "ends", "end_of_data"],
  ["a frame half-sent and a reset", `00000011 ${ping} 00000015 ${ping.slice(0, 20)}`, "resets", "closed"],
  ["a call half-sent, unframed", ping.slice(0, 20), "stays", "timed_out"],
  ["a call and then noise", `00000011 ${ping} ${"ff".repeat(20)}`, "stays", "negative_size"],
];

let child: ChildProcess;
let port: number;
let channel: Channel;

beforeAll(async () => {
  const execArgv = ["--conditions=@seapink/source", "--expose-gc"];
  child = fork(join(import.meta.dirname, "hostile-server.ts"), { execArgv });
  [port] = (await once(child, "message")) as [number];
  channel = await connect({ port, dialect: framed({ protocols: [protocol] }) });
});

afterAll(async () => {
  await channel.close();
  child.disconnect();
  await once(child, "exit");
});

/** What the server says when it has this many reasons. */
async function report(reasonCount: number): Promise<Report> {
  child.send(reasonCount);
  const [answer] = (await once(child, "message")) as [Report];
  reports.push(answer);
  return answer;
}

async function attack(hex: string, then: Then): Promise<void> {
  using raw = new RawSocket(port, bytes(hex));
  await once(raw.socket, "connect");
  if (then === "ends") raw.socket.end();
  if (then === "resets") {
    // The server has answered the call before, so that it knows what the connection is.
    await raw.received("one byte");
    raw.socket.resetAndDestroy();
  }
  await raw.closed();
}

async function attackOften(hex: string, then: Then): Promise<void> {
  const attackers = Array.from({ length: Math.min(atOnce, count) }, async (_, i) => {
    for (let n = i; n < count; n += atOnce) await attack(hex, then);
  });
  await Promise.all(attackers);
}

/** Calls one after the other until it is told to stop. Each call is answered, or this rejects. */
async function callUntil(over: Promise<unknown>): Promise<number> {
  const settled = over.then(() => true);
  let calls = 0;
  for (; !(await Promise.race([settled, Promise.resolve(false)])); calls++) await callOnce();
  return calls;
}

async function callOnce(): Promise<void> {
  const answer = await channel.handle({ ...callOf("ping"), protocol, body: Uint8Array.of(0) });
  expect(answer?.body).toStrictEqual(Uint8Array.of(0));
}

const reports: Report[] = [];

// One server takes it all, and the last test looks at what that left: the order is part of the test.
describe("a server", { shuffle: false }, () => {
  test.each(kinds)(`${count} times %s`, async (_, hex, then, code) => {
    const attacks = attackOften(hex, then);
    const calls = await callUntil(attacks);
    await attacks;
    expect(calls).toBeGreaterThan(0);
    const { reasons, openConnections } = await report(count);
    expect(reasons).toStrictEqual({ [code]: count });
    expect(openConnections).toBe(1);
  });

  test(`${count} times random bytes (seed ${seed})`, async () => {
    let state = seed;
    const random = (): number => (state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0) >>> 16;
    const noise = Array.from({ length: count }, () => Uint8Array.from({ length: 1 + (random() % 200) }, random));
    const attacks = Promise.all(noise.map((some) => attack(hex(some), "ends")));
    expect(await callUntil(attacks)).toBeGreaterThan(0);
    const { reasons, openConnections } = await report(count);
    expect(Object.values(reasons).reduce((sum, times) => sum + times)).toBe(count);
    expect(openConnections).toBe(1);
  });

  test("a client that does not read its answers is read no further", async () => {
    using raw = new RawSocket(port);
    raw.socket.pause();
    const calls = bytes(`00010018 ${ping.slice(0, -2)} 0b 0001 00010000 ${"61".repeat(65_536)} 00`.repeat(16));
    let size = 0;
    while (size < 256 * calls.length && (raw.socket.write(calls) || (await drains(raw)))) size += calls.length;
    expect(size).toBeLessThan(256 * calls.length);
    const { reasons, openConnections } = await report(0);
    expect(reasons).toStrictEqual({});
    expect(openConnections).toBe(2);
    raw.socket.resetAndDestroy();
  });

  test("all that leaves the server no larger than it was", async () => {
    const [first] = reports as [Report];
    const last = await report(0);
    expect(reports.length).toBe(kinds.length + 3);
    expect(last.residentBytes - first.residentBytes).toBeLessThan(96 * 1_048_576);
    expect(last.heldBytes - first.heldBytes).toBeLessThan(8 * 1_048_576);
  });
});

/** Whether a socket can send what it holds while somebody else makes a hundred calls. */
async function drains({ socket }: RawSocket): Promise<boolean> {
  const drained = once(socket, "drain").then(() => true);
  for (let i = 0; i < 100; i++) {
    await callOnce();
    if (await Promise.race([drained, Promise.resolve(false)])) return true;
  }
  return false;
}

function hexOf(text: string): string {
  return hex(new TextEncoder().encode(text));
}
