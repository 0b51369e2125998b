import type { Interaction } from "@seapink/core";
import { expect } from "vitest";
import { aborted } from "./failure.ts";
import { callOf, textOf } from "./message.ts";
import { playOnWays, type Scenario } from "./scenario.ts";
import type { DialectSubject } from "./subject.ts";

/** Server objects with a life. */
export function interactionTests(subject: DialectSubject): void {
  playOnWays(subject, "interactions", scenarios);
}

function newInteraction(): readonly [of: Interaction, end: () => void] {
  const ended = new AbortController();
  return [{ name: "FileAccess", ended: ended.signal }, () => ended.abort()];
}

const scenarios: readonly Scenario[] = [
  {
    name: "a call sent behind the creation belongs to the same interaction",
    needs: "interaction",
    async run(stage) {
      const [of] = newInteraction();
      const created = stage.send(callOf("open", "", { interaction: { of, create: true } }));
      const behind = stage.send(callOf("FileAccess.seek", "", { interaction: { of, create: false } }));
      const [first, second] = [await stage.served.next(), await stage.served.next()];
      expect([first.call.method, second.call.method]).toEqual(["open", "FileAccess.seek"]);
      expect([first.call.interaction?.create, second.call.interaction?.create]).toEqual([true, false]);
      expect(second.call.interaction?.of).toBe(first.call.interaction?.of);
      expect(first.call.interaction?.of.name).toBe("FileAccess");
      first.answer("opened");
      second.answer("sought");
      expect([textOf(await created), textOf(await behind)]).toEqual(["0 opened", "0 sought"]);
    },
  },
  {
    name: "two interactions are two",
    needs: "interaction",
    async run(stage) {
      const calls = [newInteraction(), newInteraction()].map(([of]) =>
        stage.send(callOf("open", "", { interaction: { of, create: true } })),
      );
      const [first, second] = [await stage.served.next(), await stage.served.next()];
      expect(first.call.interaction?.of).not.toBe(second.call.interaction?.of);
      first.answer("first");
      second.answer("second");
      expect((await Promise.all(calls)).map(textOf)).toEqual(["0 first", "0 second"]);
    },
  },
  {
    name: "its end reaches the server",
    needs: "interaction",
    async run(stage) {
      const [of, end] = newInteraction();
      const created = stage.send(callOf("open", "", { interaction: { of, create: true } }));
      const { call, answer } = await stage.served.next();
      answer("opened");
      await created;
      const ended = call.interaction?.of.ended as AbortSignal;
      expect(ended.aborted).toBe(false);
      end();
      await aborted(ended);
      await stage.roundTrip();
    },
  },
];
