import { expect } from "vitest";
import type { Register } from "./both.ts";
import { expectArrived, isSame, joined, largeMessage, pattern, sendAll, total, write } from "./bytes.ts";

export function carries(lane: Register): void {
  const messages: Record<string, readonly number[]> = {
    "many small messages": Array.from({ length: 5000 }, (_, i) => 1 + (i % 50)),
    "one message of 10 MB": [largeMessage],
    "messages of all sizes": [1, 2, 3, 1000, 65_535, 1, 65_536, 65_537, 1_000_000, 5],
  };
  for (const [what, sizes] of Object.entries(messages)) {
    lane(`${what} in order, both ways at once`, async ({ a, b, earA, earB }) => {
      const [there, back] = [sizes.map((size, i) => pattern(size, i)), sizes.map((size, i) => pattern(size, i + 1))];
      await Promise.all([sendAll(a, earA, there), sendAll(b, earB, back)]);
      await Promise.all([earA.bytes(total(back)), earB.bytes(total(there))]);
      expectArrived(b, earB, there);
      expectArrived(a, earA, back);
    });
  }

  lane("frames with their borders and kinds, empty ones too; bytes without", async ({ a, b, earB }) => {
    a.out.raw(pattern(1));
    a.commit(true);
    a.commit();
    write(a, pattern(2));
    await earB.bytes(3);
    if (b.kind === "frames") expect(earB.pieces.map((piece) => piece.length)).toStrictEqual([1, 0, 2]);
    expect(earB.texts).toStrictEqual(b.kind === "frames" ? [true, false, false] : earB.pieces.map(() => false));
  });
}

export function carriesNoMore(lane: Register): void {
  lane("what is committed, and nothing that is still being written", async ({ a, b, earB, settle }) => {
    write(a, pattern(3));
    a.out.raw(pattern(2, 1));
    await earB.bytes(3);
    await settle();
    expect(earB.byteCount).toBe(3);
    a.out.raw(pattern(4, 2));
    a.commit();
    await earB.bytes(9);
    expectArrived(b, earB, [pattern(3), joined([pattern(2, 1), pattern(4, 2)])]);
  });

  lane("nothing of what was taken back", async ({ a, b, earB }) => {
    write(a, pattern(3));
    const { length } = a.out;
    a.out.raw(pattern(100_000, 1));
    a.out.truncate(length);
    write(a, pattern(4, 2));
    await earB.bytes(7);
    expectArrived(b, earB, [pattern(3), pattern(4, 2)]);
  });

  lane("bytes that it never reuses, and that are plain", async ({ a, earA, earB }) => {
    await sendAll(
      a,
      earA,
      Array.from({ length: 200 }, (_, i) => pattern(20_000, i)),
    );
    await earB.bytes(4_000_000);
    expect(earB.pieces.every((piece, i) => isSame(piece, earB.copies[i] as Uint8Array))).toBe(true);
    expect(earB.pieces.every((piece) => Object.getPrototypeOf(piece) === Uint8Array.prototype)).toBe(true);
  });

  lane("nothing from inside a call to it", async ({ a, b, earA, earB }) => {
    let isInside = false;
    const fromInside: string[] = [];
    const note = (what: string) => () => void (isInside && fromInside.push(what));
    for (const lane of [a, b])
      lane.listen({ data: note("data"), drained: note("drained"), end: note("end") }, pattern(1));
    isInside = true;
    for (let i = 0; i < 20; i++) write(a, pattern(65_536));
    a.listen(earA);
    b.listen(earB, pattern(10));
    b.pause(true);
    b.pause(false);
    b.close();
    a.close();
    isInside = false;
    await Promise.all([earA.ended(), earB.ended()]);
    expect(fromInside).toStrictEqual([]);
  });

  lane("the address of its peer", async ({ a, b }) => {
    for (const { info } of [a, b]) expect(info.address).toMatch(/^[a-z-]+:/);
    await Promise.resolve();
  });
}
