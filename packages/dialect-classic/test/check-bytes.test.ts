import { defaultLimits, type Protocol } from "@seapink/core";
import { binary } from "@seapink/protocol-binary";
import { bytes } from "@seapink/testing";
import { expect, test } from "vitest";
import { checkBytes } from "../src/check-bytes.ts";

const protocol = binary();
const other: Protocol = { ...protocol, name: "other" };
const struct = "0b 0001 00000001 61 00";

test.each([
  ["bytes that are not Thrift", undefined],
  ["other", other],
])("refuses %s", (got, from) => {
  expect(() => checkBytes(bytes(struct), from, protocol)).toThrow(
    expect.objectContaining({
      code: "not_implemented",
      mayHaveRun: false,
      message: `expected a body in binary, got ${got}`,
    }),
  );
});

test("takes any bytes of the protocol where the message has a border", () => {
  for (const text of [struct, `${struct} ff`, "0b", ""]) {
    expect(() => checkBytes(bytes(text), binary(), protocol)).not.toThrow();
  }
});

test("takes one struct where it has none", () => {
  for (const text of [struct, "00"])
    expect(() => checkBytes(bytes(text), protocol, protocol, defaultLimits)).not.toThrow();
});

// A part of any of these would be read as the next message, which no filter has seen.
test.each([
  ["two more bytes", `${struct} 8001`, "one and 2 more bytes"],
  ["a struct that is cut", "0b 0001 00000001", "other bytes"],
  ["a struct without an end", "0b 0001 00000001 61", "other bytes"],
  ["nothing", "", "other bytes"],
])("refuses %s where it has none", (_, text, got) => {
  expect(() => checkBytes(bytes(text), protocol, protocol, defaultLimits)).toThrow(
    expect.objectContaining({
      code: "invalid_data",
      mayHaveRun: false,
      message: `expected a body that is a struct, got ${got}`,
    }),
  );
});
