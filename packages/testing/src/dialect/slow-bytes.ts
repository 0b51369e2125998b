import { defaultLimits, isThriftError } from "@seapink/core";
import { describe, expect, test } from "vitest";
import { settling } from "./failure.ts";
import { rawClient, rawServer, record } from "./raw-stage.ts";
import type { DialectSubject } from "./subject.ts";
import { toleranceMs, withClock } from "./with-clock.ts";

const { frameTimeoutMs } = defaultLimits;

/** What others say first, on the wrong port. */
const strangers: readonly (readonly [name: string, bytes: string])[] = [
  ["HTTP", "GET / HTTP/1.1\r\nhost: localhost\r\n\r\n"],
  ["TLS", "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03"],
  ["SSH", "SSH-2.0-OpenSSH_9.6\r\n"],
  ["ones", "\xff".repeat(64)],
  ["one byte", "\x00"],
];

/** Connections on which nothing sensible comes, or not in time. */
export function slowTests(subject: DialectSubject): void {
  describe.each(strangers)("%s on the wrong port", (_, text) => {
    test("is closed in time, and reported", () => withClock((advance) => meetStranger(subject, text, advance)));
  });

  test("a call that is half sent is waited for so long, and no longer", () =>
    withClock(async (advance) => {
      const { client } = await record(subject);
      const { peer, server, errors } = await rawClient(subject);
      const watch = settling(peer.ended);
      await peer.send(client.slice(0, -1));
      await advance(frameTimeoutMs - 1);
      expect(watch.isSettled).toBe(false);
      await advance(1 + toleranceMs);
      await Promise.all([peer.ended, server.close()]);
      expect(errors).toMatchObject([{ code: "timed_out" }]);
    }));

  test("an answer that is half sent is waited for so long, and no longer", () =>
    withClock(async (advance) => {
      const { server } = await record(subject);
      const { peer, channel, reply, errors } = await rawServer(subject);
      reply.catch(() => undefined);
      await peer.send(server.slice(0, -1));
      await advance(frameTimeoutMs + toleranceMs);
      await Promise.all([peer.ended, channel.close()]);
      expect(errors).toMatchObject([{ code: "timed_out" }]);
      await expect(reply).rejects.toMatchObject({ code: "closed", mayHaveRun: true, cause: errors[0] });
    }));

  test("a call that comes slowly, but comes, is none of these", () =>
    withClock(async (advance) => {
      const { client } = await record(subject);
      const { peer, server, errors, called } = await rawClient(subject);
      for (const half of [client.slice(0, -1), client.slice(-1)]) {
        await peer.send(half);
        await advance(frameTimeoutMs - 100);
      }
      expect(called).toEqual(["roundTrip"]);
      await advance(frameTimeoutMs);
      expect(errors).toEqual([]);
      await Promise.all([peer.close(), server.close()]);
    }));
}

async function meetStranger(
  subject: DialectSubject,
  text: string,
  advance: (ms: number) => Promise<unknown>,
): Promise<void> {
  const { peer, server, errors, called } = await rawClient(subject);
  await peer.send(Uint8Array.from(text, (character) => character.charCodeAt(0)));
  await advance(frameTimeoutMs + toleranceMs);
  await Promise.all([peer.ended, server.close()]);
  expect(errors).toHaveLength(1);
  expect(errors.every(isThriftError)).toBe(true);
  expect(called).toEqual([]);
}
