import { ApplicationError } from "@seapink/core";
import { expect } from "vitest";
import { CountedSignal } from "./counted-signal.ts";
import { aborted, failure } from "./failure.ts";
import { callOf, textOf } from "./message.ts";
import { play, type Scenario } from "./scenario.ts";
import type { DialectSubject } from "./subject.ts";

const reason = new Error("changed my mind");

/** Calls that are given up. */
export function cancelTests(subject: DialectSubject): void {
  play(subject, scenarios);
}

const scenarios: readonly Scenario[] = [
  {
    name: "a call that is cancelled fails with the reason as its cause",
    async run(stage) {
      const abort = new CountedSignal();
      const failed = failure(stage.send(callOf("get", "", { signal: abort.signal })));
      const served = await stage.served.next();
      expect(abort.listeners).toBe(1);
      abort.abort(reason);
      const error = await failed;
      expect(error).toMatchObject({ name: "TransportError", code: "cancelled", mayHaveRun: true });
      expect(error.cause).toBe(reason);
      expect(abort.listeners).toBe(0);
      served.answer("too late");
      await stage.roundTrip();
    },
  },
  {
    name: "a call whose signal has aborted is not sent",
    async run(stage) {
      const error = await failure(stage.send(callOf("get", "", { signal: AbortSignal.abort(reason) })));
      expect(error).toMatchObject({ code: "cancelled", mayHaveRun: false, cause: reason });
      await stage.roundTrip();
      expect(stage.served.count).toBe(1);
    },
  },
  {
    name: "a call that is over leaves its signal alone",
    stage: { isBroken: true },
    async run(stage) {
      const abort = new CountedSignal();
      const changes = { signal: abort.signal };
      const calls = ["answered", "refused", "lost"].map((text) => stage.send(callOf("get", text, changes)));
      const [answered, refused, lost] = calls.map((call) => call.then(textOf, (error: unknown) => error));
      (await stage.served.next()).answer("yes");
      (await stage.served.next()).fail(new ApplicationError("declined", "no"));
      await answered;
      await refused;
      expect(abort.listeners).toBe(1);
      await stage.channel.close(reason);
      await lost;
      await failure(stage.send(callOf("get", "late", changes)));
      expect(abort.listeners).toBe(0);
    },
  },
  {
    name: "the server learns of a call that is cancelled",
    needs: "cancel",
    async run(stage) {
      const abort = new AbortController();
      const failed = failure(stage.send(callOf("get", "", { signal: abort.signal })));
      const { call, answer } = await stage.served.next();
      expect(call.signal?.aborted).toBe(false);
      abort.abort(reason);
      await aborted(call.signal as AbortSignal);
      answer("too late");
      expect((await failed).code).toBe("cancelled");
      await stage.roundTrip();
    },
  },
];
