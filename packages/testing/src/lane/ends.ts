import { TransportError } from "@seapink/core";
import { expect } from "vitest";
import type { Register } from "./both.ts";
import { expectArrived, largeMessage, pattern, sendAll, write } from "./bytes.ts";

export function ends(lane: Register): void {
  lane("one way, while the other goes on", async ({ a, b, earA, earB }) => {
    write(a, pattern(10));
    a.close();
    await earB.ended();
    expect([earB.byteCount, ...earB.ends]).toStrictEqual([10, undefined]);
    await sendAll(b, earB, [pattern(100_000), pattern(5)]);
    b.close();
    await earA.ended();
    expect([earA.byteCount, ...earA.ends]).toStrictEqual([100_005, undefined]);
  });

  lane("both ways at once", async ({ a, b, earA, earB, released }) => {
    a.close();
    b.close();
    await released();
    expect([...earA.ends, ...earB.ends]).toStrictEqual([undefined, undefined]);
  });

  lane("after all that was committed, however much", async ({ a, b, earA, earB, released }) => {
    const sent = [pattern(largeMessage), pattern(10, 1)];
    for (const message of sent) write(a, message);
    a.out.raw(pattern(5));
    a.close();
    await earB.ended();
    expectArrived(b, earB, sent);
    b.close();
    await released();
    expect([...earA.ends, ...earB.ends]).toStrictEqual([undefined, undefined]);
  });
}

export function endsOnce(lane: Register): void {
  lane("from inside its listener", async ({ a, b, earA, earB, released }) => {
    earB.onData = () => {
      write(b, pattern(3));
      b.close();
    };
    write(a, pattern(10));
    await earA.ended();
    a.close();
    await released();
    expect([earA.byteCount, ...earA.ends, ...earB.ends]).toStrictEqual([3, undefined, undefined]);
  });

  lane(
    "once: what is committed later is dropped, and closing again does nothing",
    async ({ a, b, earA, earB, released }) => {
      write(a, pattern(3));
      a.close();
      for (let i = 0; i < 100; i++) expect(write(a, pattern(65_536))).toBe(true);
      a.close();
      await earB.ended();
      b.close();
      await released();
      write(a, pattern(10));
      a.close();
      a.close(new TransportError("closed", "too late"));
      expect([earB.byteCount, ...earA.ends, ...earB.ends]).toStrictEqual([3, undefined, undefined]);
    },
    { maxUnsentBytes: 1_048_576 },
  );

  lane("though it is paused, before or after", async ({ a, b, earA, earB, released }) => {
    a.pause(true);
    write(b, pattern(10));
    a.close();
    a.pause(true);
    await earB.ended();
    b.close();
    await released();
    expect(earA.ends).toStrictEqual([undefined]);
  });
}
