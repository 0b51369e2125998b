import { ProtocolError, TransportError } from "@seapink/core";
import { expect, test } from "vitest";
import { isProtocolError, outcome } from "../src/outcome.ts";

test("the outcome is a value, or a protocol error, and no other error", () => {
  const refused = new ProtocolError("invalid_data", "no");
  expect(outcome(() => 7)).toBe(7);
  expect(outcome(() => fail(refused))).toBe(refused);
  for (const other of [new RangeError("no"), new TransportError("closed", "no"), "no"]) {
    expect(() => outcome(() => fail(other))).toThrow(other);
  }
});

test("a protocol error is known by its name, even another copy's", () => {
  const copy = Object.defineProperty(new Error("no"), Symbol.for("seapink.error"), { value: true });
  expect(isProtocolError(copy)).toBe(false);
  expect(isProtocolError(Object.defineProperty(copy, "name", { value: "ProtocolError" }))).toBe(true);
});

function fail(error: unknown): never {
  throw error;
}
