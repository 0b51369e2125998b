import { now } from "@seapink/core";
import { expect } from "vitest";
import { failure, settling } from "./failure.ts";
import { callOf, textOf } from "./message.ts";
import { playByClock, type Scenario } from "./scenario.ts";
import type { DialectSubject } from "./subject.ts";
import { toleranceMs } from "./with-clock.ts";

export function deadlineTests(subject: DialectSubject): void {
  playByClock(subject, scenarios);
}

const scenarios: readonly Scenario[] = [
  {
    name: "a call fails when its deadline has passed, and not before",
    async run(stage, advance) {
      const failed = failure(stage.send(callOf("get", "", { deadline: now() + 100 })));
      const watch = settling(failed);
      await stage.served.next();
      await advance(99);
      expect(watch.isSettled).toBe(false);
      await advance(1 + toleranceMs);
      expect(watch.isSettled).toBe(true);
      expect(await failed).toMatchObject({ name: "TransportError", code: "timed_out", mayHaveRun: true });
      await stage.roundTrip();
    },
  },
  {
    name: "an answer that comes too late is ignored",
    async run(stage, advance) {
      const failed = failure(stage.send(callOf("get", "", { deadline: now() + 10 })));
      const served = await stage.served.next();
      await advance(10 + toleranceMs);
      expect((await failed).code).toBe("timed_out");
      served.answer("too late");
      await stage.roundTrip();
    },
  },
  {
    name: "an answer in time is not disturbed by the deadline",
    async run(stage, advance) {
      const reply = stage.send(callOf("get", "", { deadline: now() + 10 }));
      (await stage.served.next()).answer("in time");
      expect(textOf(await reply)).toBe("0 in time");
      await advance(10 + toleranceMs);
      await stage.roundTrip();
    },
  },
  ...[0, 1000].map((ms): Scenario => ({
    name: `a call whose deadline passed ${ms} ms ago is not sent`,
    async run(stage) {
      const error = await failure(stage.send(callOf("get", "", { deadline: now() - ms })));
      expect(error).toMatchObject({ code: "timed_out", mayHaveRun: false });
      await stage.roundTrip();
      expect(stage.served.count).toBe(1);
    },
  })),
  {
    name: "each of many calls fails at its own deadline",
    async run(stage, advance) {
      const order: number[] = [];
      const calls = [300, 100, 200].map(async (ms) => {
        await failure(stage.send(callOf("get", "", { deadline: now() + ms })));
        order.push(ms);
      });
      for (const _ of calls) await stage.served.next();
      await advance(150);
      expect(order).toEqual([100]);
      await advance(200);
      await Promise.all(calls);
      expect(order).toEqual([100, 200, 300]);
    },
  },
  {
    name: "the server learns of the deadline",
    needs: "deadline",
    async run(stage) {
      const reply = stage.send(callOf("get", "", { deadline: now() + 5000 }));
      const { call, answer } = await stage.served.next();
      const left = (call.deadline ?? 0) - now();
      expect(left).toBeGreaterThan(4900);
      expect(left).toBeLessThanOrEqual(5001);
      answer("in time");
      await reply;
    },
  },
];
