import { ProtocolError, TransportError } from "@seapink/core";
import { expect, test } from "vitest";
import { outcome } from "../src/outcome.ts";

test("the outcome is a value, or a protocol error, and no other error", () => {
  const refused = new ProtocolError("invalid_data", "no");
  expect(outcome(() => 7)).toBe(7);
  expect(outcome(() => fail(refused))).toBe(refused);
  for (const other of [new RangeError("no"), new TransportError("closed", "no"), "no"]) {
    expect(() => outcome(() => fail(other))).toThrow(other);
  }
});

function fail(error: unknown): never {
  throw error;
}
