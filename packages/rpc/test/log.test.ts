import { ApplicationError, TransportError } from "@seapink/core";
import { createClient, implement, local, log, type LogEntry } from "@seapink/rpc";
import { afterEach, expect, test, vi } from "vitest";
import { callOf, replyOf, scripted } from "./calls.ts";
import { Echo, echo } from "./echo.ts";
import { fakeTime, pass } from "./fake-time.ts";
import { Lab } from "./lab.ts";
import { labServer } from "./lab-server.ts";

fakeTime();
afterEach(() => void vi.restoreAllMocks());

const declared = { ...replyOf(), exception: { name: undefined, message: undefined } };

test.each([
  ["ok", replyOf()],
  ["ok", undefined],
  ["declared", declared],
  ["NotFoundError", { ...replyOf(), exception: { name: "NotFoundError", message: "not found" } }],
  ["overloaded", new ApplicationError("overloaded", "too much")],
  ["closed", new TransportError("closed", "gone")],
  ["error", new Error("a secret")],
])("says %s", async (outcome, step) => {
  const entries: LogEntry[] = [];
  const answer = log((entry) => entries.push(entry))(scripted(step))(callOf({ service: "Echo" }));
  if (step instanceof Error) await expect(answer).rejects.toBe(step);
  else expect(await answer).toBe(step);
  expect(entries).toEqual([{ service: "Echo", method: "say", peer: undefined, durationMs: 0, outcome }]);
});

test("says on both sides how long a call took, and on the server who called", async () => {
  const entries: LogEntry[] = [];
  const filters = [log((entry) => entries.push(entry))];
  const { promise, resolve } = Promise.withResolvers<string>();
  const client = createClient(Echo, local(implement(Echo, { ...echo, say: () => promise }, { filters })), { filters });
  const answer = client.say({ text: "" });
  await pass(25);
  resolve("done");
  expect(await answer).toBe("done");
  const entry = { service: "Echo", method: "say", durationMs: 25, outcome: "ok" };
  expect(entries).toEqual([
    { ...entry, peer: "local:" },
    { ...entry, peer: undefined },
  ]);
});

test("names the declared exception", async () => {
  const entries: LogEntry[] = [];
  const { handler } = labServer({ filters: [log((entry) => entries.push(entry))] });
  await expect(createClient(Lab, local(handler)).find({ key: "missing" })).rejects.toThrow("not found");
  expect(entries.map(({ outcome }) => outcome)).toEqual(["NotFoundError"]);
});

test.each([
  [callOf({ service: "Echo" }), "Echo.say ok 0.0 ms"],
  [callOf(), "say ok 0.0 ms"],
  [callOf({ method: "a\nb\u001b[31m" }), "a\\nb\\u001b[31m ok 0.0 ms"],
])("writes one line on the console by default", async (call, line) => {
  const write = vi.spyOn(console, "error").mockImplementation(() => undefined);
  await log()(scripted(replyOf()))(call);
  expect(write.mock.calls).toEqual([[line]]);
});

test("writes once even if writing fails", async () => {
  const write = vi.fn<() => never>(() => {
    throw new Error("the disk is full");
  });
  await expect(log(write)(scripted(replyOf()))(callOf())).rejects.toThrow("the disk is full");
  expect(write).toHaveBeenCalledOnce();
});
