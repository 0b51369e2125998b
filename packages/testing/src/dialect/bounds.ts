import type { Reply } from "@seapink/core";
import { expect, test, vi } from "vitest";
import { failure } from "./failure.ts";
import { callOf, replyOf, textOf } from "./message.ts";
import { play, type Scenario } from "./scenario.ts";
import type { ServedCall } from "./served-calls.ts";
import { onStage } from "./stage.ts";
import type { DialectSubject } from "./subject.ts";
import { readTextStruct } from "./text-struct.ts";

/** Nothing grows without end: not what waits, not what runs, not what is sent to somebody who does not read. */
export function boundTests(subject: DialectSubject): void {
  play(subject, scenarios);

  test("a server stops reading where its answers are not read, and goes on when they are", () => {
    const counted = { calls: 0 };
    const handler = async (call: Parameters<typeof largeAnswer>[0]): Promise<Reply> => {
      counted.calls++;
      return largeAnswer(call);
    };
    const limits = { maxRunningCalls: 8 };
    return onStage(subject, { limits, handler }, async (stage) => {
      stage.clientLane.pause(true);
      const stopped = stage.heldBack();
      const numbers = Array.from({ length: 400 }, (_, i) => `0 1 ${i}`);
      const mostUnsent = { bytes: 0 };
      const replies = numbers.map(async (_, i) => {
        const reply = await stage.send(callOf("get", `${i} `));
        mostUnsent.bytes = Math.max(mostUnsent.bytes, stage.serverLane.out.length);
        return textOf(reply).trimEnd();
      });
      await stopped;
      expect(counted.calls).toBeLessThan(numbers.length);
      stage.clientLane.pause(false);
      expect(await Promise.all(replies)).toEqual(numbers);
      expect(mostUnsent.bytes).toBeLessThan(4_000_000);
    });
  });

  test("a client that reads gets all of its answers, however many more there are than may wait", () => {
    return onStage(subject, { limits: { maxUnsentBytes: 1_000_000 }, handler: answerLarge }, async (stage) => {
      const replies = Array.from({ length: 200 }, (_, i) => stage.send(callOf("get", `${i} `)));
      const texts = (await Promise.all(replies)).map((reply) => textOf(reply).trimEnd());
      expect(texts).toEqual(replies.map((_, i) => `0 1 ${i}`));
    });
  });

  test("a client that does not read is given so much time, and no more", () => {
    return onStage(subject, { limits: { writeTimeoutMs: 20 }, handler: answerLarge, isBroken: true }, async (stage) => {
      stage.clientLane.pause(true);
      const replies = Array.from({ length: 200 }, (_, i) => failure(stage.send(callOf("get", `${i} `))));
      await vi.waitFor(() => expect(stage.errors).toContainEqual(expect.objectContaining({ code: "timed_out" })));
      stage.clientLane.pause(false);
      expect(await replies.at(-1)).toMatchObject({ code: "closed", mayHaveRun: true });
    });
  });
}

const answerBytes = 100_000;

function largeAnswer({ body, protocol }: Pick<ServedCall["call"], "body" | "protocol">): Reply {
  return replyOf(readTextStruct(body, protocol).padEnd(answerBytes));
}

async function answerLarge(call: Parameters<typeof largeAnswer>[0]): Promise<Reply> {
  return largeAnswer(call);
}

const scenarios: readonly Scenario[] = [
  {
    name: "a client waits for so many calls, and no more",
    stage: { limits: { maxPendingCalls: 3 } },
    async run(stage) {
      const replies = [1, 2, 3].map((n) => stage.send(callOf("get", `${n}`)));
      expect(await failure(stage.send(callOf("get")))).toMatchObject({ code: "overloaded", mayHaveRun: false });
      (await stage.served.next()).answer("one");
      await replies[0];
      const another = stage.send(callOf("get", "4"));
      for (const _ of replies) (await stage.served.next()).answer("done");
      expect((await Promise.all([...replies, another])).map(textOf)).toEqual(["0 one", "0 done", "0 done", "0 done"]);
    },
  },
  {
    name: "a server runs so many calls, and reads on when one is done",
    stage: { limits: { maxRunningCalls: 4 } },
    async run(stage) {
      const paused = stage.heldBack();
      const texts = Array.from({ length: 20 }, (_, i) => `${i}`);
      const replies = texts.map((text) => stage.send(callOf("get", text)));
      await paused;
      const running: ServedCall[] = [];
      for (const text of texts) {
        if (running.length === 4) running.shift()?.answer("done");
        running.push(await stage.served.next());
        expect(running.at(-1)?.text).toBe(`1 ${text}`);
        expect(stage.served.count).toBe(Math.max(4, Number(text) + 1));
      }
      for (const { answer } of running) answer("done");
      await Promise.all(replies);
      await stage.roundTrip();
    },
  },
  {
    name: "a server runs calls of so many bytes, but always one, and reads on when there is room",
    stage: { limits: { maxRunningBytes: 10_000 } },
    async run(stage) {
      const paused = stage.heldBack();
      const sizes = [4000, 4000, 4000, 30_000, 1];
      const replies = sizes.map((size) => stage.send(callOf("get", "x".repeat(size))));
      await paused;
      expect(stage.served.count).toBe(3);
      (await stage.served.next()).answer("done");
      await replies[0];
      const running = [await stage.served.next(), await stage.served.next()];
      const large = await stage.served.next();
      for (const { answer } of running) answer("done");
      await Promise.all(replies.slice(0, 3));
      expect(stage.served.count).toBe(4);
      large.answer("done");
      (await stage.served.next()).answer("done");
      await Promise.all(replies);
    },
  },
  {
    name: "a client keeps so many bytes for a server that does not read, and no more",
    stage: { limits: { maxUnsentBytes: 1_000_000 }, isBroken: true },
    async run(stage) {
      await stage.roundTrip();
      stage.serverLane.pause(true);
      // More than a system keeps for a connection, too.
      const text = "x".repeat(50_000);
      const calls = Array.from({ length: 1000 }, () => failure(stage.send(callOf("get", text))));
      expect(stage.clientLane.out.length).toBeLessThanOrEqual(1_000_000);
      expect(await calls.at(-1)).toMatchObject({ code: "overloaded", mayHaveRun: false });
      await stage.channel.close(new Error("enough"));
      await Promise.all(calls);
      stage.serverLane.pause(false);
    },
  },
];
