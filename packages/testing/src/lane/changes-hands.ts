import { expect } from "vitest";
import type { Register } from "./both.ts";
import { isSame, joined, pattern, total, write } from "./bytes.ts";
import { Ear } from "./ear.ts";

export function changesHands(lane: Register): void {
  lane("to a second listener, from the byte where the first one stopped", async ({ a, b, earB }) => {
    const second = new Ear(undefined);
    earB.onData = (bytes) => b.listen(second, bytes.subarray(3));
    const sent = [pattern(10), pattern(100_000, 1), pattern(5, 2)];
    for (const message of sent) write(a, message);
    await second.bytes(total(sent) - 3);
    expect(earB.pieces.length).toBe(1);
    expect(isSame(joined(second.pieces), joined(sent).subarray(3))).toBe(true);
    b.close();
    a.close();
    await second.ended();
    b.listen(earB);
  });

  lane("once more before the unread bytes were delivered: they go along", async ({ a, b, earB }) => {
    const passedBy = new Ear(undefined);
    b.listen(passedBy, pattern(4));
    b.listen(earB);
    write(a, pattern(5, 1));
    await earB.bytes(9);
    expect(passedBy.byteCount).toBe(0);
    expect(isSame(joined(earB.pieces), joined([pattern(4), pattern(5, 1)]))).toBe(true);
  });

  lane("while it is paused: the unread bytes wait, too", async ({ b, earB, settle }) => {
    b.pause(true);
    b.listen(earB, pattern(4));
    await settle();
    expect(earB.byteCount).toBe(0);
    b.pause(false);
    await earB.bytes(4);
  });

  lane("after its end: the unread bytes and the end are told again", async ({ a, b, earB }) => {
    a.close();
    await earB.ended();
    const second = new Ear(undefined);
    b.listen(second, pattern(4));
    await second.ended();
    expect([second.byteCount, ...second.ends]).toStrictEqual([4, undefined]);
  });
}
