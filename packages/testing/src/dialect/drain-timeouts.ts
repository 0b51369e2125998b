import { defaultLimits } from "@seapink/core";
import { expect } from "vitest";
import { aborted, failure, settling } from "./failure.ts";
import { callOf } from "./message.ts";
import { playByClock, type Scenario } from "./scenario.ts";
import type { DialectSubject } from "./subject.ts";
import { toleranceMs } from "./with-clock.ts";

/** A drain that does not come to its end by itself. */
export function drainTimeoutTests(subject: DialectSubject): void {
  playByClock(subject, [cutOff("channel"), cutOff("server"), cutOffBehindEnd]);
}

const { drainTimeoutMs } = defaultLimits;

function cutOff(side: "channel" | "server"): Scenario {
  return {
    name: `what still runs when the ${side} has drained for too long is cut off`,
    stage: { isBroken: true },
    async run(stage, advance) {
      const failed = failure(stage.send(callOf("get")));
      const { call, answer } = await stage.served.next();
      const signal = call.signal as AbortSignal;
      const closed = stage[side].close();
      const watch = settling(closed);
      await advance(drainTimeoutMs - 1);
      expect([watch.isSettled, signal.aborted]).toEqual([false, false]);
      await advance(1 + toleranceMs);
      await closed;
      expect(await failed).toMatchObject({ code: "closed", mayHaveRun: true });
      await aborted(signal);
      answer("too late");
      expect(stage.reported()).not.toEqual([]);
    },
  };
}

const cutOffBehindEnd: Scenario = {
  name: "what still runs long after the client has ended is cut off",
  stage: { isBroken: true },
  async run(stage, advance) {
    const failed = failure(stage.send(callOf("get")));
    const served = await stage.served.next();
    const { scope } = served.call;
    stage.clientLane.close();
    await aborted(scope?.closed as AbortSignal);
    const closed = stage.server.close();
    await advance(drainTimeoutMs + toleranceMs);
    await closed;
    await stage.channel.close();
    expect((await failed).code).toBe("closed");
    served.answer("too late");
  },
};
