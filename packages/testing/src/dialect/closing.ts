import { expect } from "vitest";
import { aborted, failure, settling } from "./failure.ts";
import { callOf, replyOf, textOf } from "./message.ts";
import { play, type Scenario } from "./scenario.ts";
import type { DialectSubject } from "./subject.ts";

const reason = new Error("enough");

/** Ends that somebody meant. */
export function closingTests(subject: DialectSubject): void {
  play(subject, drains);
  play(subject, cuts, { isBroken: true });
}

const drains: readonly Scenario[] = [
  {
    name: "a client that closes waits for what is pending, and takes no more",
    async run(stage) {
      const reply = stage.send(callOf("get"));
      const served = await stage.served.next();
      const closed = stage.channel.close();
      const watch = settling(closed);
      expect(stage.channel.closing.aborted).toBe(true);
      expect(await failure(stage.send(callOf("get")))).toMatchObject({ code: "not_open", mayHaveRun: false });
      expect(watch.isSettled).toBe(false);
      served.answer("still answered");
      expect(textOf(await reply)).toBe("0 still answered");
      await closed;
      expect(stage.served.count).toBe(1);
    },
  },
  {
    name: "a server that closes answers what runs, and refuses what comes",
    async run(stage) {
      const reply = stage.send(callOf("get"));
      const served = await stage.served.next();
      const closed = stage.server.close();
      const watch = settling(closed);
      expect(stage.server.closing.aborted).toBe(true);
      expect((await failure(stage.send(callOf("get", "too late")))).mayHaveRun).toBe(false);
      expect(watch.isSettled).toBe(false);
      served.answer("still answered");
      expect(textOf(await reply)).toBe("0 still answered");
      await closed;
      await aborted(stage.channel.closing);
      expect(stage.served.count).toBe(1);
    },
  },
  {
    name: "a server that closes refuses what waits for its turn",
    stage: { limits: { maxRunningCalls: 1 } },
    async run(stage) {
      const paused = stage.heldBack();
      const reply = stage.send(callOf("get"));
      const waiting = failure(stage.send(callOf("get", "in line")));
      const served = await stage.served.next();
      await paused;
      const closed = stage.server.close();
      expect((await waiting).mayHaveRun).toBe(false);
      served.answer("still answered");
      expect(textOf(await reply)).toBe("0 still answered");
      await closed;
    },
  },
  {
    name: "both sides may close at once",
    async run(stage) {
      await stage.roundTrip();
      await Promise.all([stage.server.close(), stage.channel.close()]);
    },
  },
  {
    name: "closing twice awaits the same end",
    async run(stage) {
      const reply = stage.send(callOf("get"));
      const served = await stage.served.next();
      const closed = [stage.channel.close(), stage.channel[Symbol.asyncDispose](), stage.channel.close()];
      const watches = closed.map((end) => settling(Promise.resolve(end)));
      await Promise.resolve();
      expect(watches.some(({ isSettled }) => isSettled)).toBe(false);
      served.answer("done");
      await reply;
      await Promise.all(closed);
      await stage.channel.close(reason);
      await Promise.all([stage.server.close(), stage.server[Symbol.asyncDispose]()]);
      await stage.server.close(reason);
    },
  },
];

const cuts: readonly Scenario[] = [
  {
    name: "pending calls have the reason that the client closes with as their cause",
    async run(stage) {
      const failed = failure(stage.send(callOf("get")));
      await stage.served.next();
      await stage.channel.close(reason);
      expect(await failed).toMatchObject({ name: "TransportError", code: "closed" });
      expect((await failed).cause).toBe(reason);
    },
  },
  {
    name: "a client that closes with a reason ends a drain, too",
    async run(stage) {
      const failed = failure(stage.send(callOf("get")));
      await stage.served.next();
      const closed = stage.channel.close();
      await stage.channel.close(reason);
      await closed;
      expect((await failed).cause).toBe(reason);
    },
  },
  {
    name: "a server that closes with a reason aborts what runs",
    async run(stage) {
      const failed = failure(stage.send(callOf("get")));
      const { call, answer } = await stage.served.next();
      await stage.server.close(reason);
      expect(call.signal?.aborted).toBe(true);
      answer(replyOf("to nobody"));
      expect(await failed).toMatchObject({ code: "closed", mayHaveRun: true });
    },
  },
];
