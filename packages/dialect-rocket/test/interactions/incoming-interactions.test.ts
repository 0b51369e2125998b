import { expectCode } from "@seapink/testing";
import { describe, expect, test } from "vitest";
import { IncomingInteractions } from "../../src/interactions/incoming-interactions.ts";

test("finds each by the number that the client gave it", () => {
  const interactions = new IncomingInteractions(9);
  const [first, second] = [interactions.begin(1n, "A"), interactions.begin(-5n, "B")];
  expect([interactions.get(1n), interactions.get(-5n)]).toEqual([first, second]);
  expect([first.name, second.name]).toEqual(["A", "B"]);
  expect(first.ended.aborted).toBe(false);
});

test("knows nothing of a number that is not in use", () => {
  const interactions = new IncomingInteractions(9);
  expectCode(() => interactions.get(1n), "interaction_lost");
  expect(() => interactions.get(1n)).toThrow(expect.objectContaining({ mayHaveRun: false }));
  expect(interactions.release(1n)).toBeUndefined();
});

test("refuses more than may live at once, until one is released", () => {
  const interactions = new IncomingInteractions(2);
  interactions.begin(1n, "A");
  interactions.begin(2n, "A");
  expectCode(() => interactions.begin(3n, "A"), "overloaded");
  interactions.release(1n)?.();
  expect(interactions.begin(3n, "A").ended.aborted).toBe(false);
});

describe("one that is released", () => {
  test("is found no more at once, and ends when it is told to", () => {
    const interactions = new IncomingInteractions(9);
    const { ended } = interactions.begin(1n, "A");
    const end = interactions.release(1n);
    expectCode(() => interactions.get(1n), "interaction_lost");
    expect(ended.aborted).toBe(false);
    end?.();
    expect(ended.aborted).toBe(true);
    expect(interactions.release(1n)).toBeUndefined();
  });

  test("leaves its number to another, which does not end with it", () => {
    const interactions = new IncomingInteractions(9);
    interactions.begin(1n, "A");
    const end = interactions.release(1n);
    const young = interactions.begin(1n, "B");
    end?.();
    end?.();
    expect(young.ended.aborted).toBe(false);
    expect(interactions.get(1n)).toBe(young);
  });
});

test("ends the one that has a number which is given again, and refuses the other", () => {
  const interactions = new IncomingInteractions(9);
  const { ended } = interactions.begin(1n, "A");
  expectCode(() => interactions.begin(1n, "B"), "invalid_data");
  expect(ended.aborted).toBe(true);
  expectCode(() => interactions.get(1n), "interaction_lost");
});

test("ends all with the connection, also those whose end waits, for one reason and once", () => {
  const interactions = new IncomingInteractions(9);
  const all = [1n, 2n].map((id) => interactions.begin(id, "A"));
  const end = interactions.release(2n);
  const ends: unknown[] = [];
  for (const { ended } of all) ended.addEventListener("abort", () => ends.push(ended.reason));
  const reason = new Error("over");
  interactions.endAll(reason);
  end?.();
  interactions.endAll(new Error("again"));
  expect(ends).toEqual([reason, reason]);
  expectCode(() => interactions.get(1n), "interaction_lost");
});
