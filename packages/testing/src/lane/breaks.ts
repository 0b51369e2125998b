import { TransportError } from "@seapink/core";
import { expect } from "vitest";
import type { Register } from "./both.ts";
import { pattern, write } from "./bytes.ts";
import { fill } from "./fill.ts";

const reason = new TransportError("corrupt", "expected a frame, got noise");

export function breaks(lane: Register): void {
  lane("with an error: ours for our listener, `closed` for the peer", async (both) => {
    const { a, b, earA, earB, expectBroken, released } = both;
    a.close(reason);
    a.close();
    await earB.ended();
    expectBroken(earB.ends[0]);
    b.close();
    await released();
    expect(earA.ends).toStrictEqual([reason]);
  });

  lane("from inside its listener, which hears nothing more", async (both) => {
    const { a, b, earA, earB, expectBroken, released } = both;
    earB.onData = () => b.close(reason);
    for (let i = 0; i < 20; i++) write(a, pattern(100_000));
    await earA.ended();
    expectBroken(earA.ends[0]);
    a.close();
    await released();
    expect(earB.ends).toStrictEqual([reason]);
    expect(earB.pieces.length).toBe(1);
  });

  lane("from inside its listener, though more has arrived already", async ({ a, b, earB, settle }) => {
    b.pause(true);
    for (let i = 0; i < 3; i++) {
      write(a, pattern(10, i));
      await settle();
    }
    earB.onData = () => b.close(reason);
    b.pause(false);
    await earB.ended();
    expect([earB.pieces.length, ...earB.ends]).toStrictEqual([1, reason]);
  });
}

export function breaksAtOnce(lane: Register): void {
  lane("at once, though the peer does not read", async (both) => {
    const { a, b, earA, earB, expectBroken } = both;
    b.pause(true);
    await fill(both);
    a.close(reason);
    await earA.ended();
    expect(earA.ends).toStrictEqual([reason]);
    b.pause(false);
    await earB.ended();
    expectBroken(earB.ends[0]);
  });

  lane("while it still sends what was committed before it was closed in order", async (both) => {
    const { a, b, earA, released } = both;
    b.pause(true);
    await fill(both);
    a.close();
    a.close(reason);
    await earA.ended();
    expect(earA.ends).toStrictEqual([reason]);
    b.close(reason);
    await released();
  });

  lane("after it was closed in order, as long as the peer has not ended", async ({ a, b, earA, earB }) => {
    a.close();
    await earB.ended();
    a.close(reason);
    await earA.ended();
    expect(earA.ends).toStrictEqual([reason]);
    expect(earB.ends).toStrictEqual([undefined]);
    b.close(reason);
  });
}

export function breaksOnDefects(lane: Register): void {
  lane("when the peer vanishes", async ({ a, earA, vanish, expectBroken, released }) => {
    write(a, pattern(10));
    vanish();
    await earA.ended();
    expectBroken(earA.ends[0]);
    write(a, pattern(10));
    a.close();
    await released();
    expect(earA.ends.length).toBe(1);
  });

  lane("when the peer vanishes without having read", async (both) => {
    const { b, earA, vanish, expectBroken } = both;
    b.pause(true);
    await fill(both);
    vanish();
    await earA.ended();
    expectBroken(earA.ends[0]);
  });

  lane("when its listener fails, with that as the cause", async ({ a, earA, earB, expectBroken, released }) => {
    const defect = new Error("a defect");
    earB.onData = () => {
      throw defect;
    };
    write(a, pattern(10));
    await earA.ended();
    expectBroken(earA.ends[0]);
    a.close();
    await released();
    expect(earB.ends[0]).toMatchObject({ code: "closed", cause: defect });
  });
}
