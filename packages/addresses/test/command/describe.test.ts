import { TransportError } from "@seapink/core";
import { expect, test } from "vitest";
import { describe } from "../../src/command/describe.ts";

test.each([
  [new TransportError("closed", "gone"), "TransportError: gone (closed)"],
  [
    new TransportError("closed", "gone", { cause: new Error("read\nECONNRESET") }),
    "TransportError: gone (closed), caused by read\\u000aECONNRESET",
  ],
  [new Error("a defect"), "Error: a defect"],
  ["a text", "a text"],
])("describes %s", (error, line) => expect(describe(error)).toBe(line));

test("describes the beginning of what is long", () => {
  expect(describe("x".repeat(3_000))).toBe(`${"x".repeat(2_000)}…`);
});
