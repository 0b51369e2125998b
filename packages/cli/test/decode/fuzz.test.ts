import { bytes } from "@seapink/testing";
import { assert, constantFrom, option, property, record, uint8Array } from "fast-check";
import { describe, expect, test } from "vitest";
import { decodeBytes } from "../../src/decode/decode-bytes.ts";
import { decodedJson } from "../../src/decode/json.ts";
import { kinds, protocolNames } from "../../src/decode/kinds.ts";
import { decodedText } from "../../src/decode/text.ts";
import { jsonText } from "../../src/json-text.ts";

const seed = 5;

const call = "80010001 00000003 676574 00000001 0c 0001 0f 0001 0b 00000002 00000001 61 00000001 62 00 00";
const request = "000019 00000001 1100 00000d 15 04 18 04 6f70656e 15 00 75 02 00 18 01 61 00";
const samples = [
  call,
  `${bytes(call).length.toString(16).padStart(8, "0")} ${call}`,
  "00000023 0fff 0000 00000001 0002 00 00 01 01 01 61 01 62 80010001 00000004 70696e67 00000001 00",
  "00000021 1000 0000 00000001 0002 00 00 01 0001 0001 61 00 80010001 00000004 70696e67 00000001 00",
  request,
  "1c 18 01 61 29 18 02 03 04 00 00",
].map((text) => bytes(text));

/** What is wrong with the bytes is told, and all else can be shown. */
function show(input: Uint8Array, options: Parameters<typeof decodeBytes>[1] = {}): void {
  const decoded = decodeBytes(input, options);
  const offset = decoded.error?.offset ?? 0;
  expect(offset).toBeLessThanOrEqual(input.length);
  expect(decodedText(decoded)).toContain(`${input.length} byte`);
  expect(() => JSON.parse(jsonText(decodedJson(decoded)))).not.toThrow();
}

test("any bytes are shown, or are wrong at some place", () => {
  assert(
    property(uint8Array({ minLength: 1, maxLength: 200 }), (input) => show(input)),
    { seed, numRuns: 500 },
  );
});

test("whatever they are taken for", () => {
  const options = record({
    as: constantFrom(...kinds),
    protocol: option(constantFrom(...protocolNames), { nil: undefined }),
  });
  assert(
    property(uint8Array({ minLength: 1, maxLength: 100 }), options, (input, taken) => show(input, taken)),
    { seed, numRuns: 1000 },
  );
});

describe.each(samples.map((sample, i) => [i, sample] as const))("sample %i", (_, sample) => {
  test("ends anywhere", () => {
    for (let end = 1; end < sample.length; end++) show(sample.subarray(0, end));
  });

  test("has any bit wrong", () => {
    for (let bit = 0; bit < sample.length * 8; bit++) {
      show(sample.map((byte, i) => (i === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte)));
    }
  });
});

test("tells the place of each end of a message", () => {
  const sample = bytes(call);
  for (let end = 20; end < sample.length; end++) {
    const { error } = decodeBytes(sample.subarray(0, end));
    expect(error?.message).toMatch(/^expected /);
    expect(error?.offset).toBeGreaterThan(0);
  }
});
