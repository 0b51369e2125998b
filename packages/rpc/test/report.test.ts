import { ApplicationError } from "@seapink/core";
import { createClient, implement, local, reconnecting } from "@seapink/rpc";
import { afterEach, expect, test, vi } from "vitest";
import { callOf, replyOf } from "./calls.ts";
import { Echo, echo } from "./echo.ts";

afterEach(() => void vi.restoreAllMocks());

const broken = new Error("broken");

test.each([
  [
    "one of ours as a line",
    new ApplicationError("internal_error", "no disk"),
    "ApplicationError: no disk (internal_error)",
  ],
  ["any other whole", broken, broken],
])("an error that nobody is told goes to the console, %s", async (_, error, told) => {
  const write = vi.spyOn(console, "error").mockImplementation(() => undefined);
  await local(() => Promise.reject(error)).handle(callOf({ kind: "oneway" }));
  await vi.waitFor(() => expect(write.mock.calls).toEqual([["local:", told]]));
});

const wrong = { limits: { maxDepth: 0 } };
const handler = async (): Promise<ReturnType<typeof replyOf>> => replyOf();

test.each([
  ["createClient", () => createClient(Echo, local(handler), wrong)],
  ["implement", () => implement(Echo, echo, wrong)],
  ["local", () => local(handler, wrong)],
  ["reconnecting", () => reconnecting(async () => local(handler), wrong)],
])("%s takes some limits, and checks them", (_, make) => {
  expect(make).toThrow(new RangeError("maxDepth must be positive, got 0"));
});

test("the limits that are not given have their defaults", async () => {
  const depth = { limits: { maxDepth: 32 } };
  const client = createClient(Echo, local(implement(Echo, echo, depth), depth), depth);
  expect(await client.say({ text: "a" })).toBe(
    await createClient(Echo, local(implement(Echo, echo))).say({ text: "a" }),
  );
});
