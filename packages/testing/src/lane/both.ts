import { isThriftError, type Lane, type Limits, limits, type ThriftError, TransportError } from "@seapink/core";
import { expect } from "vitest";
import { pattern, write } from "./bytes.ts";
import { Ear } from "./ear.ts";
import type { LanePair, MakeLanePair } from "./pair.ts";

/** Both lanes with a listener each. */
export interface Both {
  readonly a: Lane;
  readonly b: Lane;
  readonly earA: Ear;
  readonly earB: Ear;
  readonly vanish: () => void;
  /** Checks that this is what a lane ends with when its peer broke the connection. */
  readonly expectBroken: (error: ThriftError | undefined) => void;
  /** Resolves when both lanes have told their end and hold nothing any more. */
  readonly released: () => Promise<unknown>;
  /** After this everything that was sent before and can arrive has arrived. */
  readonly settle: () => Promise<void>;
}

/** How the groups of the suite register a test. */
export type Register = (what: string, run: (both: Both) => Promise<void>, changes?: Partial<Limits>) => void;

/** Opens two pairs, runs a test with the first, and sees to it that both are given back. */
export async function withPair(
  makePair: MakeLanePair,
  changes: Partial<Limits>,
  run: (both: Both) => Promise<void>,
): Promise<void> {
  const [pair, clock] = [await makePair(limits(changes)), await makePair(limits())];
  const [a, b] = pair.lanes;
  const [earA, earB] = [new Ear(a), new Ear(b)];
  const released = (): Promise<unknown> => Promise.all([earA.ended(), earB.ended(), pair.released()]);
  try {
    const expectBroken = pair.showsBreaks ? expectClosed : expectClosedOrNone;
    await run({ a, b, earA, earB, vanish: pair.vanish, expectBroken, released, settle: ticks(clock) });
  } finally {
    for (const lane of [a, b, ...clock.lanes]) lane.close(new TransportError("closed", "the test is over"));
    await Promise.all([released(), clock.released()]);
  }
  expect([earA.ends.length, earB.ends.length]).toStrictEqual([1, 1]);
}

function expectClosed(error: ThriftError | undefined): void {
  expect(error).toMatchObject({ code: "closed" });
  expect(isThriftError(error)).toBe(true);
}

function expectClosedOrNone(error: ThriftError | undefined): void {
  if (error !== undefined) expectClosed(error);
}

/** Time is told by another pair of the same kind: what can arrive has arrived after some of its round trips. */
function ticks({ lanes: [here, there] }: LanePair): () => Promise<void> {
  const ear = new Ear(here);
  there.listen({ data: (bytes) => void write(there, bytes), drained: () => undefined, end: () => undefined });
  return async () => {
    for (let i = 0; i < 10; i++) {
      write(here, pattern(1));
      await ear.bytes(ear.byteCount + 1);
    }
  };
}
