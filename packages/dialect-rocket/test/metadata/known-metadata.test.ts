import { defaultLimits } from "@seapink/core";
import { bytes, expectCode } from "@seapink/testing";
import { describe, expect, test } from "vitest";
import { readResponseMetadata, readStreamMetadata } from "../../src/metadata/known-metadata.ts";
import { metadataProtocols } from "../../src/metadata/metadata-protocols.ts";
import { responseMetadata } from "../../src/metadata/response-metadata.ts";
import { encoded } from "./encoded.ts";

const { compact, binary } = metadataProtocols;
const isResponse = { responseMetadata: {} };

describe.each([
  ["a response", readResponseMetadata, "7c"],
  ["an item", readStreamMetadata, "3c"],
] as const)("%s", (_, read, field) => {
  test("that says no more than that is always the same object, which nobody can change", () => {
    const first = read(compact, bytes(`${field} 1c 00 00 00`), defaultLimits);
    expect(first).toEqual({ payloadMetadata: isResponse });
    expect(read(compact, bytes(`${field} 1c 00 00 00`), defaultLimits)).toBe(first);
    expect(Object.isFrozen(first) && Object.isFrozen(first.payloadMetadata)).toBe(true);
  });

  test.each([
    ["00", {}],
    [`${field} 00 00`, { payloadMetadata: {} }],
    [`${field} 3c 00 00 00`, { payloadMetadata: {} }],
    [`${field} 1c 15 00 00 00 00`, { payloadMetadata: isResponse }],
    [`${field} 1c 00 00 15 00 00`, { payloadMetadata: isResponse }],
  ])("is otherwise what the codec reads: %s", (text, value) => {
    expect(read(compact, bytes(text), defaultLimits)).toStrictEqual(value);
  });

  test.each([`${field} 1c 00 00`, `${field} 1c 00 00 00 00`, `${field} 1c 00 00 01`])("is refused: %s", (text) => {
    expectCode(() => read(compact, bytes(text), defaultLimits), "invalid_data");
  });

  test("is not known by these bytes in binary", () => {
    expectCode(() => read(binary, bytes(`${field} 1c 00 00 00`), defaultLimits), "invalid_data");
  });
});

test("a plain response is read in binary as well", () => {
  const value = { payloadMetadata: isResponse };
  const metadata = encoded(responseMetadata, value, "binary");
  expect(readResponseMetadata(binary, metadata, defaultLimits)).toStrictEqual(value);
});
