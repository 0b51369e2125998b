import { expect, test } from "vitest";
import { same, within } from "../../src/rsocket/checks.ts";
import { Received } from "../../src/rsocket/received.ts";

test("says what was expected where it is not the same", () => {
  expect(() => same("an answer", ["a"], ["a"])).not.toThrow();
  expect(() => same("an answer", ["a"], ["b"])).toThrow('an answer: expected ["b"], got ["a"]');
  expect(() => same("an end", new Error("lost"), "complete")).toThrow('an end: expected "complete", got Error: lost');
});

test("waits no longer than it may", async () => {
  await expect(within(1, "an answer", new Promise(() => undefined))).rejects.toThrow("expected an answer within 1 ms");
  await expect(within(1000, "an answer", Promise.resolve(5))).resolves.toBe(5);
});

test("keeps what a stream brings, and how it ends", async () => {
  const received = new Received();
  const both = received.count(2);
  received.onNext({ data: Buffer.from("a") }, false);
  received.request(3);
  received.onNext({ data: Buffer.from("b") }, true);
  await both;
  expect(await received.ended).toBe("complete");
  expect(received).toMatchObject({ asked: 3, isCancelled: false });
});
