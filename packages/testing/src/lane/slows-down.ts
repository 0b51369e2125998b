import type { Lane } from "@seapink/core";
import { expect } from "vitest";
import type { Register } from "./both.ts";
import { expectArrived, pattern, total, write } from "./bytes.ts";
import { fill } from "./fill.ts";

export function slowsDown(lane: Register): void {
  lane("says so when the peer does not read, and tells when it does again", async (both) => {
    const { b, earA, earB } = both;
    b.pause(true);
    const size = await fill(both);
    const drainCount = earA.drainCount;
    b.pause(false);
    await earB.bytes(size);
    await earA.until((ear) => ear.drainCount > drainCount);
    expect([earB.byteCount, earA.drainCount]).toStrictEqual([size, drainCount + 1]);
  });

  lane(
    "refuses bytes beyond the limit, and goes on when the peer reads",
    async ({ a, b, earA, earB }) => {
      b.pause(true);
      const sent: Uint8Array[] = [];
      const error = writeTooMuch(a, sent);
      expect(error).toMatchObject({ code: "overloaded", mayHaveRun: false });
      // Besides what waits in the lane, the system's buffers hold some.
      expect(total(sent)).toBeLessThan(16 * 1_048_576);
      b.pause(false);
      await earA.until((ear) => ear.drainCount > 0);
      sent.push(pattern(7));
      write(a, pattern(7));
      await earB.bytes(total(sent));
      expectArrived(b, earB, sent);
    },
    { maxUnsentBytes: 1_048_576 },
  );
}

export function pauses(lane: Register): void {
  lane("delivers nothing while it is paused, and all of it later", async ({ a, b, earB, settle }) => {
    b.pause(true);
    write(a, pattern(1000));
    write(a, pattern(10, 1));
    await settle();
    expect(earB.byteCount).toBe(0);
    b.pause(false);
    await earB.bytes(1010);
    expectArrived(b, earB, [pattern(1000), pattern(10, 1)]);
  });

  lane("can be paused by the piece that was too much", async ({ a, b, earB, settle }) => {
    earB.onData = () => b.pause(true);
    const sent = Array.from({ length: 20 }, (_, i) => pattern(100_000, i));
    for (const message of sent) write(a, message);
    await earB.bytes(1);
    await settle();
    expect(earB.pieces.length).toBe(1);
    earB.onData = () => undefined;
    b.pause(false);
    await earB.bytes(2_000_000);
    expectArrived(b, earB, sent);
  });

  lane("tells of the end behind what it was paused for", async ({ a, b, earB, settle }) => {
    b.pause(true);
    write(a, pattern(10));
    a.close();
    await settle();
    expect([earB.byteCount, earB.ends.length]).toStrictEqual([0, 0]);
    b.pause(false);
    await earB.ended();
    expect([earB.byteCount, ...earB.ends]).toStrictEqual([10, undefined]);
  });
}

function writeTooMuch(lane: Lane, sent: Uint8Array[]): unknown {
  for (let i = 0; i < 1000; i++) {
    const { length } = lane.out;
    try {
      write(lane, pattern(65_536, i));
      sent.push(pattern(65_536, i));
    } catch (error) {
      lane.out.truncate(length);
      return error;
    }
  }
  return undefined;
}
