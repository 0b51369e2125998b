import { isThriftError, TransportError } from "@seapink/core";
import { describe, expect } from "vitest";
import { aborted, failure } from "./failure.ts";
import { callOf, replyOf } from "./message.ts";
import { play, type Scenario } from "./scenario.ts";
import type { Stage } from "./stage.ts";
import type { DialectSubject } from "./subject.ts";

const cable = new TransportError("closed", "the cable broke");

type End = (stage: Stage) => unknown;

const ends: readonly (readonly [name: string, end: End])[] = [
  ["when the client's lane breaks", (stage) => stage.clientLane.close(cable)],
  ["when the server's lane breaks", (stage) => stage.serverLane.close(cable)],
  ["when the server's lane ends", (stage) => stage.serverLane.close()],
  ["when the server cuts it off", (stage) => void stage.server.close(cable)],
  ["when the client cuts it off", (stage) => void stage.channel.close(cable)],
];

/** Connections that are lost while calls wait. */
export function lossTests(subject: DialectSubject): void {
  describe.each(ends)("%s", (_, end) => play(subject, lost(end), { isBroken: true }));
  play(subject, scenarios, { isBroken: true });
}

const lost = (end: End): readonly Scenario[] => [
  {
    name: "all pending calls fail at once, and may have run",
    async run(stage) {
      const failures = [1, 2, 3].map((n) => failure(stage.send(callOf("get", `${n}`))));
      for (const _ of failures) await stage.served.next();
      end(stage);
      for (const error of await Promise.all(failures)) {
        expect(error).toMatchObject({ name: "TransportError", code: "closed", mayHaveRun: true });
      }
    },
  },
  {
    name: "no further call is sent",
    async run(stage) {
      await stage.roundTrip();
      end(stage);
      await aborted(stage.channel.closing);
      expect(isThriftError(stage.channel.closing.reason)).toBe(true);
      expect(await failure(stage.send(callOf("get")))).toMatchObject({ code: "not_open", mayHaveRun: false });
      await stage.channel.close();
    },
  },
  {
    name: "the server's calls are aborted, and their answers go nowhere",
    async run(stage) {
      const failures = [1, 2, 3].map((n) => failure(stage.send(callOf("get", `${n}`))));
      const served = await Promise.all(failures.map(() => stage.served.next()));
      const { scope, signal } = served[0]?.call ?? {};
      if (scope === undefined || signal === undefined) throw new TypeError("expected a scope and a signal");
      end(stage);
      await Promise.all([aborted(scope.closed), aborted(signal)]);
      expect(isThriftError(scope.closed.reason)).toBe(true);
      expect(stage.server.closing.aborted).toBe(true);
      for (const { call } of served) expect(call.signal?.aborted).toBe(true);
      served[0]?.answer(replyOf("to nobody"));
      served[1]?.fail(signal.reason);
      served[2]?.answer(undefined);
      await Promise.all(failures);
    },
  },
];

const scenarios: readonly Scenario[] = [
  {
    name: "calls that were not sent whole cannot have run",
    async run(stage) {
      await stage.roundTrip();
      const failures = [1, 2].map((n) => failure(stage.send(callOf("get", `${n}`))));
      stage.clientLane.close(cable);
      for (const error of await Promise.all(failures)) {
        expect(error).toMatchObject({ code: "closed", mayHaveRun: false });
      }
      expect(stage.served.count).toBe(1);
    },
  },
  {
    name: "lost calls and those after them have the lane's error as their cause",
    async run(stage) {
      const failed = failure(stage.send(callOf("get")));
      await stage.served.next();
      stage.clientLane.close(cable);
      expect((await failed).cause).toBe(cable);
      expect((await failure(stage.send(callOf("get")))).cause).toBe(cable);
    },
  },
];
