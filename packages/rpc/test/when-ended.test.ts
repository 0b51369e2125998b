import { whenEnded } from "@seapink/rpc";
import { describe, expect, test, vi } from "vitest";
import { tracked } from "../src/when-ended.ts";
import { callOf, replyOf, scripted, TestItems } from "./calls.ts";

describe("a reply", () => {
  test("without items is over at once, and stays what it is", () => {
    const ended = vi.fn<() => void>();
    const reply = replyOf();
    expect(whenEnded(reply, ended)).toBe(reply);
    expect(ended).toHaveBeenCalledOnce();
  });

  test.each([0, 1, 3])("with %d items is over behind the last", async (count) => {
    const ended = vi.fn<() => void>();
    const { items } = whenEnded(replyOf(new TestItems(count)), ended);
    const iterator = items?.[Symbol.asyncIterator]();
    for (let i = 0; i < count; i++) expect(await iterator?.next()).toMatchObject({ done: false });
    expect(ended).not.toHaveBeenCalled();
    expect(await iterator?.next()).toMatchObject({ done: true });
    expect(await iterator?.next()).toMatchObject({ done: true });
    expect(ended).toHaveBeenCalledOnce();
  });

  test("is over when its items fail", async () => {
    const ended = vi.fn<() => void>();
    const items = new TestItems(1);
    items.next = () => Promise.reject(new Error("gone"));
    const iterator = whenEnded(replyOf(items), ended).items?.[Symbol.asyncIterator]();
    await expect(iterator?.next()).rejects.toThrow("gone");
    expect(ended).toHaveBeenCalledOnce();
  });

  test.each([0, 1])("is over when its items are returned after %d", async (taken) => {
    const ended = vi.fn<() => void>();
    const items = new TestItems(3);
    const iterator = whenEnded(replyOf(items), ended).items?.[Symbol.asyncIterator]();
    for (let i = 0; i < taken; i++) await iterator?.next();
    expect(await iterator?.return?.()).toEqual({ done: true, value: undefined });
    await iterator?.return?.();
    expect(items.returned).toHaveBeenCalled();
    expect(ended).toHaveBeenCalledOnce();
  });

  test("is not over while nobody takes its items", () => {
    const ended = vi.fn<() => void>();
    whenEnded(replyOf(new TestItems(0)), ended);
    expect(ended).not.toHaveBeenCalled();
  });

  test("keeps all that is in it", () => {
    const reply = {
      ...replyOf(new TestItems(0)),
      headers: new Map([["a", "b"]]),
      exception: { name: "E", message: "e" },
    };
    expect(whenEnded(reply, () => undefined)).toEqual({ ...reply, items: expect.anything() as unknown });
  });
});

test.each([
  ["answered", scripted(replyOf())],
  ["handed over", scripted(undefined)],
  ["failed", scripted(new Error("gone"))],
])("a call is over when it is %s", async (_, handler) => {
  const ended = vi.fn<() => void>();
  const answer = tracked(handler, callOf(), ended);
  expect(ended).not.toHaveBeenCalled();
  await answer.catch(() => undefined);
  expect(ended).toHaveBeenCalledOnce();
});

test("a call with items is not over when it is answered", async () => {
  const ended = vi.fn<() => void>();
  const reply = await tracked(scripted(replyOf(new TestItems(1))), callOf(), ended);
  expect(ended).not.toHaveBeenCalled();
  await reply?.items?.[Symbol.asyncIterator]().return?.();
  expect(ended).toHaveBeenCalledOnce();
});
