import { defaultLimits, isProtocolError } from "@seapink/core";
import { bytes, expectCode } from "@seapink/testing";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { metadataProtocols } from "../../src/metadata/metadata-protocols.ts";
import { type RequestMetadata, requestMetadata } from "../../src/metadata/request-metadata.ts";
import { RequestReader } from "../../src/metadata/request-reader.ts";
import { decoded, encoded } from "./encoded.ts";

const { compact, binary } = metadataProtocols;
const plain: RequestMetadata = { protocol: 2, name: "ping", kind: 0 };

/** What a codec makes of these bytes: a value, or the refusal. */
function outcome(read: () => unknown): unknown {
  try {
    return read();
  } catch (error) {
    if (isProtocolError(error)) return error.code;
    throw error;
  }
}

function compare(reader: RequestReader, metadata: Uint8Array): void {
  expect(outcome(() => reader.read(metadata))).toStrictEqual(outcome(() => decoded(requestMetadata, metadata)));
}

describe("reads the same as the codec", () => {
  const rows: readonly (readonly [name: string, value: RequestMetadata])[] = [
    ["a plain call", plain],
    ["other numbers", { protocol: 0, name: "p", kind: 7 }],
    ["numbers below zero", { protocol: -1, name: "p", kind: -64, clientTimeoutMs: -1, interactionId: -1n }],
    ["numbers of two bytes", { protocol: 64, name: "p", kind: 64 }],
    ["a time", { ...plain, clientTimeoutMs: 1000 }],
    ["no time at all", { ...plain, clientTimeoutMs: 0 }],
    ["the longest time", { ...plain, clientTimeoutMs: 0x7fff_ffff }],
    ["a time of four bytes", { ...plain, clientTimeoutMs: 0x07ff_ffff }],
    ["an interaction", { ...plain, interactionId: 5n }],
    ["a time and an interaction", { ...plain, clientTimeoutMs: 5, interactionId: 0x1234n }],
    ["a large interaction", { ...plain, interactionId: 2n ** 62n }],
    ["the largest that is short", { ...plain, interactionId: -(2n ** 27n) }],
    ["the smallest that is long", { ...plain, interactionId: 2n ** 27n }],
    ["no name", { ...plain, name: "" }],
    ["a name that is not ASCII", { ...plain, name: "pîng" }],
    ["the longest name that is kept", { ...plain, name: "n".repeat(63) }],
    ["a longer name", { ...plain, name: "n".repeat(64) }],
    ["a name whose length takes two bytes", { ...plain, name: "n".repeat(200) }],
    ["headers", { ...plain, otherMetadata: new Map([["k", "v"]]) }],
    ["headers and an interaction", { ...plain, clientTimeoutMs: 1, otherMetadata: new Map(), interactionId: 1n }],
    ["a field behind an interaction", { ...plain, interactionId: 1n, clientId: "c" }],
    ["a name alone", { name: "ping" }],
    ["nothing", {}],
  ];

  test.each(rows)("%s", (_, value) => {
    const reader = new RequestReader(compact, defaultLimits);
    const metadata = encoded(requestMetadata, value);
    for (let again = 0; again < 2; again++) {
      expect(reader.read(metadata)).toStrictEqual(value);
      compare(reader, metadata);
    }
  });

  test("wherever it is cut, and with anything behind it", () => {
    const reader = new RequestReader(compact, defaultLimits);
    const whole = encoded(requestMetadata, { ...plain, clientTimeoutMs: 1000, interactionId: 300n });
    for (let size = 0; size < whole.length; size++) compare(reader, whole.subarray(0, size));
    for (const more of [0, 0x15, 0x80]) compare(reader, Uint8Array.of(...whole, more));
  });

  test("whatever byte is changed", () => {
    const reader = new RequestReader(compact, defaultLimits);
    for (const value of [plain, { ...plain, clientTimeoutMs: 1000, interactionId: 300n }]) {
      const whole = encoded(requestMetadata, value);
      for (let at = 0; at < whole.length; at++) {
        for (let byte = 0; byte < 256; byte++) compare(reader, whole.with(at, byte));
      }
    }
  });

  test("of bytes that are hostile", () => {
    const reader = new RequestReader(compact, defaultLimits);
    const varint = fc.uint8Array({ maxLength: 12 });
    const parts = fc.tuple(varint, fc.constantFrom(0x00, 0x25, 0xb6, 0xd6), varint, fc.constantFrom(0x00, 0x25, 0xb6));
    fc.assert(
      fc.property(parts, ([first, head, second, last]) => {
        compare(reader, Uint8Array.of(...bytes("15 04 18 01 70 15 00"), ...first, head, ...second, last, 0));
      }),
      { seed: 1, numRuns: 2000 },
    );
  });
});

test("of a name that came before there is no second string, and others do not disturb it", () => {
  const reader = new RequestReader(compact, defaultLimits);
  for (let round = 0; round < 2; round++) {
    for (let i = 0; i < 500; i++) {
      const name = `method${i}`;
      expect(reader.read(encoded(requestMetadata, { ...plain, name }))).toStrictEqual({ ...plain, name });
    }
  }
});

test("a name stays what it was when the bytes that it came in are used again", () => {
  const reader = new RequestReader(compact, defaultLimits);
  const metadata = encoded(requestMetadata, plain);
  const first = reader.read(metadata);
  metadata.set(bytes("70 6f"), 4);
  expect([first.name, reader.read(metadata).name]).toEqual(["ping", "pong"]);
});

test("in binary the codec reads", () => {
  const reader = new RequestReader(binary, defaultLimits);
  expect(reader.read(encoded(requestMetadata, plain, "binary"))).toStrictEqual(plain);
  expectCode(() => reader.read(encoded(requestMetadata, plain)), "invalid_data");
});
