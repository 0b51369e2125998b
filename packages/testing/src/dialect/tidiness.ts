import { now } from "@seapink/core";
import { expect, test, vi } from "vitest";
import { CountedSignal } from "./counted-signal.ts";
import { failure } from "./failure.ts";
import { callOf, textOf } from "./message.ts";
import { onStage } from "./stage.ts";
import type { DialectSubject } from "./subject.ts";
import { withClock } from "./with-clock.ts";

/** Nothing is left open. */
export function tidinessTests(subject: DialectSubject): void {
  test("no timer and no listener is left behind", () =>
    withClock(async (advance) => {
      const abort = new CountedSignal();
      await onStage(subject, { pieceBytes: 3 }, async (stage) => {
        await stage.roundTrip();
        // A dialect may have one that asks whether the other side is there.
        const timers = vi.getTimerCount();
        const changes = { signal: abort.signal, deadline: now() + 100 };
        const late = failure(stage.send(callOf("get", "late", changes)));
        const answered = stage.send(callOf("get", "answered", changes));
        const served = await stage.served.next();
        (await stage.served.next()).answer("in time");
        expect(textOf(await answered)).toBe("0 in time");
        await advance(120);
        expect((await late).code).toBe("timed_out");
        served.answer("too late");
        await stage.roundTrip();
        expect([abort.listeners, vi.getTimerCount()]).toEqual([0, timers]);
      });
      // A lane may need a moment more.
      await vi.waitFor(() => expect(vi.getTimerCount()).toBe(0));
    }));
}
