import { type Lane, type LaneListener, TransportError } from "@seapink/core";
import { laneSuite, type MakeLanePair } from "@seapink/testing";
import { memoryLanes, type MemoryLanesOptions } from "@seapink/transport-memory";
import { expect, test } from "vitest";

function pairOf(options: MemoryLanesOptions): MakeLanePair {
  return async (limits) => {
    const lanes = memoryLanes({ ...options, limits });
    const vanish = (): void => lanes[1].close(new TransportError("closed", "gone"));
    return { lanes, showsBreaks: true, vanish, released: () => Promise.resolve() };
  };
}

laneSuite("a memory lane of bytes in pieces", pairOf({ chunkBytes: 999 }));
laneSuite("a memory lane of frames", pairOf({ kind: "frames" }));

function listener(data: (bytes: Uint8Array) => void): LaneListener {
  return { data, drained: () => undefined, end: () => undefined };
}

function write(lane: Lane, ...bytes: number[]): void {
  lane.out.raw(Uint8Array.from(bytes));
  lane.commit();
}

test("delivers together what was committed together, after the turn", async () => {
  const [a, b] = memoryLanes();
  const first = new Promise<Uint8Array>((resolve) => b.listen(listener(resolve)));
  write(a, 1, 2);
  write(a, 3);
  expect(a.out.length).toBe(3);
  expect(await first).toStrictEqual(Uint8Array.of(1, 2, 3));
});

test("cuts what it delivers into pieces as small as one byte", async () => {
  const [a, b] = memoryLanes({ chunkBytes: 1 });
  const pieces: Uint8Array[] = [];
  write(a, 1, 2, 3);
  await new Promise<void>((resolve) => b.listen(listener((bytes) => pieces.push(bytes) === 3 && resolve())));
  expect(pieces).toStrictEqual([Uint8Array.of(1), Uint8Array.of(2), Uint8Array.of(3)]);
});

test("leaves room for timers when two lanes answer each other without end", async () => {
  const [a, b] = memoryLanes();
  let isOver = false;
  a.listen(listener(() => !isOver && write(a, 1)));
  b.listen(listener(() => !isOver && write(b, 1)));
  write(a, 1);
  await new Promise<void>((resolve) => setTimeout(resolve, 1));
  isOver = true;
});

test.each([[{ chunkBytes: 0 }], [{ chunkBytes: Number.NaN }], [{ limits: { maxUnsentBytes: 0 } }]])(
  "rejects %o",
  (options) => {
    expect(() => memoryLanes(options)).toThrow(RangeError);
  },
);

test("breaks when its listener fails at the end", async () => {
  const [a, b] = memoryLanes();
  const told = new Promise<unknown>((resolve) => a.listen({ ...listener(() => undefined), end: resolve }));
  b.listen({
    ...listener(() => undefined),
    end: () => {
      throw new Error("a defect");
    },
  });
  a.close();
  expect(await told).toMatchObject({ code: "closed", message: "the peer broke the connection" });
});
