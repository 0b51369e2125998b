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
  [callOf({ method: "\u009b31m\u202e\u2028\u007f" }), "\\u009b31m\\u202e\\u2028\\u007f ok 0.0 ms"],
  [callOf({ method: "\u{1f600}" }), "\\ud83d\\ude00 ok 0.0 ms"],
])("writes one line on the console by default", async (call, line) => {
  const write = vi.spyOn(console, "error").mockImplementation(() => undefined);
  await log()(scripted(replyOf()))(call);
  expect(write.mock.calls).toEqual([[line]]);
});

test.each([
  ["an answer", replyOf()],
  ["an error", new ApplicationError("overloaded", "too much")],
])("that fails to write changes nothing of %s, and says so on the console", async (_, step) => {
  const told = vi.spyOn(console, "error").mockImplementation(() => undefined);
  const full = new Error("the disk is full");
  const write = vi.fn<() => never>(() => {
    throw full;
  });
  const answer = log(write)(scripted(step))(callOf());
  if (step instanceof Error) await expect(answer).rejects.toBe(step);
  else expect(await answer).toBe(step);
  expect(write).toHaveBeenCalledOnce();
  expect(told.mock.calls).toEqual([[full]]);
});

test("does not mind a reply that cannot be asked for its exception", async () => {
  const told = vi.spyOn(console, "error").mockImplementation(() => undefined);
  const broken = new Error("broken");
  const reply = Object.defineProperty(replyOf(), "exception", {
    get() {
      throw broken;
    },
  });
  expect(await log(() => undefined)(scripted(reply))(callOf())).toBe(reply);
  expect(told.mock.calls).toEqual([[broken]]);
});
