import { ByteWriter, defaultLimits, type Limits, limits, type Protocol } from "@seapink/core";
import { binary } from "@seapink/protocol-binary";
import { json } from "@seapink/protocol-json";
import { bytes, hex } from "@seapink/testing";
import { describe, expect, test } from "vitest";
import { passBytes } from "../src/pass-bytes.ts";

const struct = "0b 0001 00000001 61 00";

/** Another protocol by its name, whose bytes are the same, so that they show that they were read and written. */
const other: Protocol = { ...binary(), name: "other" };
const poor: Protocol = { ...binary(), name: "poor", isSelfDescribing: false };

interface Way {
  readonly from?: Protocol | undefined;
  readonly to?: Protocol;
  readonly isUndelimited?: boolean;
  readonly limits?: Limits;
}

function pass(text: string, way: Way): string {
  const { from = binary(), to = binary(), isUndelimited = false, limits = defaultLimits } = way;
  const out = new ByteWriter();
  passBytes(bytes(text), to.writer(out, limits), { from, to, isUndelimited, limits });
  return hex(out.take());
}

describe("in the same protocol", () => {
  test("takes any bytes where the message has a border", () => {
    for (const text of [struct, `${struct} ff`, "0b", ""]) expect(pass(text, {})).toBe(hex(bytes(text)));
  });

  test("takes one struct where it has none", () => {
    for (const text of [struct, "00"]) expect(pass(text, { isUndelimited: true })).toBe(hex(bytes(text)));
  });
});

describe("in another protocol", () => {
  test.each([
    ["text", struct],
    ["text that is no UTF-8", "0b 0001 00000001 ff 00"],
    ["nothing", "00"],
    ["containers", "0d 0001 0b 0f 00000001 00000001 61 02 00000002 01 00 00"],
    ["an empty map", "0d 0001 0b 08 00000000 00"],
  ])("writes %s anew", (_, text) => {
    expect(pass(text, { from: other })).toBe(hex(bytes(text)));
  });

  test("an empty list of a type that nobody knows becomes one of i8", () => {
    expect(pass("0f 0001 07 00000000 00", { from: other })).toBe(hex(bytes("0f 0001 03 00000000 00")));
  });
});

const notAStruct = "expected a body that is a struct, got";

// A part of any of these would be read as the next message, which no filter has seen.
const damaged: readonly (readonly [string, string, string])[] = [
  ["two more bytes", `${struct} 8001`, "one and 2 more bytes"],
  ["a struct that is cut", "0b 0001 00000001", "other bytes"],
  ["a struct without an end", "0b 0001 00000001 61", "other bytes"],
  ["a type that nobody knows", "07 0001 00", "other bytes"],
  ["nothing", "", "other bytes"],
];

describe.each([
  ["where nothing marks the end of the message", { isUndelimited: true }],
  ["in another protocol", { from: other }],
])("%s", (_, way) => {
  test.each(damaged)("refuses %s", (_, text, got) => {
    expect(() => pass(text, way)).toThrow(
      expect.objectContaining({ code: "invalid_data", mayHaveRun: false, message: `${notAStruct} ${got}` }),
    );
  });
});

test("knows damage that a protocol with another copy of core tells of", () => {
  const copy = Object.assign(new Error("expected other bytes"), { name: "ProtocolError", offset: 0 });
  Object.defineProperty(copy, Symbol.for("seapink.error"), { value: true });
  const skip = (): never => {
    throw copy;
  };
  const to: Protocol = {
    ...binary(),
    reader: (from, within) => Object.assign(binary().reader(from, within), { skip }),
  };
  expect(() => pass(struct, { to, isUndelimited: true })).toThrow(
    expect.objectContaining({ code: "invalid_data", message: `${notAStruct} other bytes`, cause: copy }),
  );
});

test.each<[string, Way]>([
  ["expected a body in binary, got poor", { from: poor }],
  ["expected a body in poor, got binary", { to: poor }],
  ["expected a body in json, got json-raw-keys", { from: json({ containerKeys: "raw" }), to: json() }],
])("refuses what only a schema could tell: %s", (message, way) => {
  expect(() => pass(struct, way)).toThrow(
    expect.objectContaining({ code: "not_implemented", mayHaveRun: false, message }),
  );
});

test("refuses bytes that are not Thrift", () => {
  const way = { from: undefined, to: binary(), isUndelimited: false, limits: defaultLimits };
  expect(() => passBytes(bytes(struct), binary().writer(new ByteWriter(), defaultLimits), way)).toThrow(
    expect.objectContaining({
      code: "not_implemented",
      mayHaveRun: false,
      message: "expected a body in binary, got bytes that are not Thrift",
    }),
  );
});

test("keeps the limits on both sides", () => {
  const two = limits({ maxDepth: 2 });
  const deep = "0c 0001 0c 0001 00 00 00";
  expect(() => pass(deep, { from: other, limits: two })).toThrow(expect.objectContaining({ mayHaveRun: false }));
});
