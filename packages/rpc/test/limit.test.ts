import { createClient, implement, limit, local, whenEnded } from "@seapink/rpc";
import { expect, test } from "vitest";
import { callOf, replyOf, scripted, TestItems } from "./calls.ts";
import { Echo, echo } from "./echo.ts";
import { settle } from "./fake-time.ts";

const overloaded = {
  code: "overloaded",
  message: "expected at most 2 calls at once",
  mayHaveRun: false,
};

test("refuses what comes while as many as it lets run do, without running it", async () => {
  const gates = [Promise.withResolvers<string>(), Promise.withResolvers<string>()];
  let ran = 0;
  const say = async (): Promise<string> => (await gates[ran++]?.promise) ?? "third";
  const client = createClient(Echo, local(implement(Echo, { ...echo, say }, { filters: [limit(2)] })));
  const [first, second] = [client.say({ text: "" }), client.say({ text: "" })];
  await expect(client.say({ text: "" })).rejects.toMatchObject(overloaded);
  expect(ran).toBe(2);
  gates[0]?.resolve("first");
  gates[1]?.reject(new Error("failed"));
  expect(await first).toBe("first");
  await expect(second).rejects.toMatchObject({ code: "internal_error" });
  expect(await client.say({ text: "" })).toBe("third");
  expect(await client.say({ text: "" })).toBe("third");
});

test.each([
  ["has been taken to its end", (items: AsyncIterator<string>) => items.next()],
  ["was left early", (items: AsyncIterator<string>) => items.return?.()],
])("counts a stream until it %s", async (_, end) => {
  const client = createClient(Echo, local(implement(Echo, echo, { filters: [limit(2)] })));
  const streams = await Promise.all(["a", "b"].map((text) => client.spell({ text })));
  const [first] = streams.map((stream) => stream[Symbol.asyncIterator]());
  expect(await first?.next()).toEqual({ done: false, value: "a" });
  await expect(client.say({ text: "" })).rejects.toMatchObject(overloaded);
  expect(first && (await end(first))).toMatchObject({ done: true });
  await settle();
  expect(await client.say({ text: "now" })).toBe("now");
});

test("counts a stream until its caller has cancelled it, even if nobody reads it", async () => {
  const client = createClient(Echo, local(implement(Echo, echo, { filters: [limit(1)] })));
  const abort = new AbortController();
  await client.spell({ text: "ab" }, { signal: abort.signal });
  await expect(client.say({ text: "" })).rejects.toMatchObject({ code: "overloaded" });
  abort.abort();
  await settle();
  expect(await client.say({ text: "now" })).toBe("now");
});

test("counts oneway calls and handlers that throw before they return", async () => {
  const handler = limit(1)((call) => {
    if (call.method === "throw") throw new Error("at once");
    return Promise.resolve(undefined);
  });
  for (let i = 0; i < 3; i++) {
    await expect(handler(callOf({ method: "throw" }))).rejects.toThrow("at once");
    expect(await handler(callOf({ kind: "oneway" }))).toBeUndefined();
  }
});

test("counts for each handler that it stands before", async () => {
  const filter = limit(1);
  const [one, other] = [filter(scripted(replyOf(new TestItems(1)))), filter(scripted(replyOf()))];
  const reply = await one(callOf());
  await expect(one(callOf())).rejects.toMatchObject({ code: "overloaded" });
  expect(await other(callOf())).toBeDefined();
  expect(reply && whenEnded(reply, () => undefined).items).toBeDefined();
});

test.each([0, -1, Number.NaN])("cannot be %d", (maxRunning) => {
  expect(() => limit(maxRunning)).toThrow(new RangeError(`expected a positive limit, got ${maxRunning}`));
});
