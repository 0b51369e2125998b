import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Flag } from "../../src/frames/frame-type.ts";
import { complete, first, item, request, response, result } from "../says.ts";
import { callOf, called, replyOf, served, Source, textOf } from "../served.ts";

// What is left of an item whose sender was told of the end in the middle of it.
beforeEach(() => void vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] }));
afterEach(() => void vi.useRealTimers());

const begun = { ...item("half"), flags: Flag.metadata | Flag.next | Flag.follows };
const frameTimeoutMs = 1000;

test.each([
  ["before", true],
  ["behind", false],
])("does not end a client's connection: fragments %s CANCEL", async (_, isBefore) => {
  const { channel, hand } = await called({ limits: { frameTimeoutMs } });
  const reply = channel.handle(callOf({ kind: "stream" }));
  hand.send(first("hello"), ...(isBefore ? [begun] : []));
  const iterator = ((await reply)?.items ?? new Source([]))[Symbol.asyncIterator]();
  await hand.soFar();
  await iterator.return?.();
  await hand.soFar();
  hand.send(begun);
  await hand.soFar();
  await vi.advanceTimersByTimeAsync(2 * frameTimeoutMs);
  const next = channel.handle(callOf());
  await hand.frame();
  hand.send(response("alive", {}, { streamId: 3 }));
  expect(textOf((await next) ?? replyOf(""))).toBe("alive");
});

test.each([
  ["before", true],
  ["behind", false],
])("does not end a server's: fragments %s an early final response", async (_, isBefore) => {
  const gate = Promise.withResolvers<void>();
  const { hand } = await served(
    async ({ kind }) => {
      if (kind === "call") return replyOf("alive");
      const items = (async function* () {
        await gate.promise;
        yield replyOf("early");
      })();
      return replyOf("hello", items);
    },
    { limits: { frameTimeoutMs } },
  );
  hand.send(request(6));
  await hand.soFar();
  if (isBefore) hand.send(begun);
  await hand.soFar();
  gate.resolve();
  expect((await hand.frame()).data).toEqual(result("early"));
  if (!isBefore) hand.send(begun);
  await hand.soFar();
  await vi.advanceTimersByTimeAsync(2 * frameTimeoutMs);
  hand.send(complete, request(0, {}, { streamId: 3 }));
  expect((await hand.frame()).data).toEqual(result("alive"));
});

test("ends a server's where a request is never finished", async () => {
  const { hand } = await served(() => Promise.resolve(replyOf("hello")), { limits: { frameTimeoutMs } });
  hand.send({ ...request(0), flags: Flag.metadata | Flag.follows });
  await hand.soFar();
  await vi.advanceTimersByTimeAsync(2 * frameTimeoutMs);
  expect(await hand.rest()).toMatchObject([{ streamId: 0 }]);
});
