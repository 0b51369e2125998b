import { ApplicationError } from "@seapink/core";
import { describe, expect } from "vitest";
import { callOf } from "./message.ts";
import { play, playOnWays, type Scenario } from "./scenario.ts";
import type { DialectSubject } from "./subject.ts";
import { written } from "./written.ts";

const note = callOf("note", "text", { kind: "oneway" });

/** Calls that nobody waits for. */
export function onewayTests(subject: DialectSubject): void {
  playOnWays(subject, "oneway calls", arriving);
  describe("oneway calls", () => play(subject, unanswered));
}

const arriving: readonly Scenario[] = [
  {
    name: "are over when they have been sent",
    async run(stage) {
      expect(await stage.send(note)).toBeUndefined();
      const { call, text, answer } = await stage.served.next();
      expect([call.method, call.kind, text]).toEqual(["note", "oneway", "1 text"]);
      answer(undefined);
      await stage.roundTrip();
    },
  },
  {
    name: "stay in order with others",
    async run(stage) {
      for (let i = 0; i < 5; i++) await stage.send(callOf("note", `${i}`, { kind: "oneway" }));
      for (let i = 0; i < 5; i++) {
        const { text, answer } = await stage.served.next();
        expect(text).toBe(`1 ${i}`);
        answer(undefined);
      }
      await stage.roundTrip();
    },
  },
];

const unanswered: readonly Scenario[] = [
  ...[new Error("a secret"), new ApplicationError("not_found", "for nobody")].map((thrown): Scenario => ({
    name: `are reported, not answered, when they fail with ${thrown.name}`,
    async run(stage) {
      await stage.send(note);
      (await stage.served.next()).fail(thrown);
      await stage.roundTrip();
      expect(stage.reported()).toEqual([thrown]);
    },
  })),
  {
    name: "are not answered, whatever the handler returns",
    async run(stage) {
      await stage.roundTrip();
      const before = written(stage.serverLane);
      await stage.roundTrip();
      const perAnswer = written(stage.serverLane) - before;
      await stage.send(note);
      (await stage.served.next()).answer("not asked for");
      await stage.roundTrip();
      expect(written(stage.serverLane) - before).toBe(2 * perAnswer);
    },
  },
  {
    name: "arrive when the client closes behind them, and are not aborted",
    async run(stage) {
      await stage.send(note);
      const closed = stage.channel.close();
      const served = await stage.served.next();
      expect(served.text).toBe("1 text");
      await closed;
      expect(served.call.signal?.aborted ?? false).toBe(false);
      served.answer(undefined);
    },
  },
  {
    name: "arrive when the client closes behind more of them than the server runs at once",
    stage: { limits: { maxRunningCalls: 2 } },
    async run(stage) {
      const paused = stage.heldBack();
      for (let i = 0; i < 10; i++) await stage.send(callOf("note", `${i}`, { kind: "oneway" }));
      const closed = stage.channel.close();
      await paused;
      for (let i = 0; i < 10; i++) {
        const { text, answer } = await stage.served.next();
        expect(text).toBe(`1 ${i}`);
        answer(undefined);
      }
      await closed;
    },
  },
];
