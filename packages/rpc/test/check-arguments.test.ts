import { createClient, implement, local } from "@seapink/rpc";
import { expect, test } from "vitest";
import { Echo, echo } from "./echo.ts";

const channel = local(implement(Echo, echo));

test.each<[what: string, make: () => unknown, message: string]>([
  ["a service that is forgotten", () => implement(undefined as never, echo), "got undefined"],
  ["a struct for a service", () => implement({ kind: "struct" } as never, echo), "got object"],
  ["an implementation that is forgotten", () => implement(Echo, undefined as never), "Echo: expected an object with"],
  ["an implementation that is null", () => implement(Echo, null as never), "got null"],
  ["a client of no service", () => createClient(undefined as never, channel), "expected a service such as"],
  ["a client on no channel", () => createClient(Echo, undefined as never), "expected a channel, got undefined"],
  [
    "a client on a handler",
    () => createClient(Echo, implement(Echo, echo) as never),
    "expected a channel, got function",
  ],
])("%s is told at once", (_, make, message) => {
  expect(make).toThrow(TypeError);
  expect(make).toThrow(message);
});

test.each(["5", Number.NaN, null])("a client's timeout of %o is told at once", (timeoutMs) => {
  const options = { timeoutMs: timeoutMs as never };
  expect(() => createClient(Echo, channel, options)).toThrow(RangeError);
  expect(() => createClient(Echo, channel, options)).toThrow("timeoutMs: expected a number of milliseconds, got");
});
