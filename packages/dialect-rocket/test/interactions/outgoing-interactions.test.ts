import { getEventListeners } from "node:events";
import type { Interaction } from "@seapink/core";
import { expectCode, expectLinear } from "@seapink/testing";
import { describe, expect, test } from "vitest";
import { OutgoingInteractions } from "../../src/interactions/outgoing-interactions.ts";

interface Living {
  readonly of: Interaction;
  readonly end: () => void;
}

function living(name = "A"): Living {
  const controller = new AbortController();
  return { of: { name, ended: controller.signal }, end: () => controller.abort() };
}

function make(): { readonly interactions: OutgoingInteractions; readonly terminated: bigint[] } {
  const terminated: bigint[] = [];
  return { interactions: new OutgoingInteractions((id) => terminated.push(id)), terminated };
}

test("numbers interactions from 1, as their creations are written", () => {
  const { interactions } = make();
  for (const id of [1n, 2n]) {
    const { of } = living();
    expect(interactions.metadataOf({ of, create: true }, "m")).toEqual({
      interactionCreate: { interactionId: id, interactionName: "A" },
    });
    interactions.began(of);
    expect(interactions.metadataOf({ of, create: false }, "m")).toEqual({ interactionId: id });
  }
});

test("gives a number anew whose creation could not be written", () => {
  const { interactions } = make();
  for (const of of [living().of, living().of]) {
    expect(interactions.metadataOf({ of, create: true }, "m").interactionCreate?.interactionId).toBe(1n);
  }
});

describe("an interaction", () => {
  test("is terminated when it ends, once", () => {
    const { interactions, terminated } = make();
    const { of, end } = living();
    interactions.began(of);
    expect(terminated).toEqual([]);
    end();
    end();
    expect(terminated).toEqual([1n]);
    expectCode(() => interactions.metadataOf({ of, create: false }, "m"), "interaction_lost");
  });

  test("that has ended before its creation is written is terminated at once", () => {
    const { interactions, terminated } = make();
    const { of, end } = living();
    end();
    interactions.began(of);
    expect(terminated).toEqual([1n]);
  });

  test("that is created again is another one: the first is terminated, and each once", () => {
    const { interactions, terminated } = make();
    const { of, end } = living();
    interactions.began(of);
    interactions.began(of);
    expect(terminated).toEqual([1n]);
    expect(interactions.metadataOf({ of, create: false }, "m")).toEqual({ interactionId: 2n });
    end();
    expect(terminated).toEqual([1n, 2n]);
  });

  test("that was not begun here is lost, before anything is sent", () => {
    const { interactions } = make();
    const attempt = (): unknown => interactions.metadataOf({ of: living().of, create: false }, "m");
    expectCode(attempt, "interaction_lost");
    expect(attempt).toThrow(expect.objectContaining({ mayHaveRun: false }));
  });

  test("means nothing any more when the connection is over", () => {
    const { interactions, terminated } = make();
    const { of, end } = living();
    interactions.began(of);
    interactions.close();
    expect(getEventListeners(of.ended, "abort")).toEqual([]);
    end();
    expect(terminated).toEqual([]);
    expectCode(() => interactions.metadataOf({ of, create: false }, "m"), "interaction_lost");
  });
});

test("takes as long for each, however many live or have lived", () => {
  expectLinear(2000, (size) => {
    const { interactions } = make();
    const all = Array.from({ length: size }, () => living());
    for (const { of } of all) interactions.began(of);
    for (const { end } of all) end();
  });
});
