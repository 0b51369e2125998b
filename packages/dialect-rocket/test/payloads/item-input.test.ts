import { limits, noHeaders } from "@seapink/core";
import { bytes, expectCode } from "@seapink/testing";
import { describe, expect, test } from "vitest";
import { Compressions } from "../../src/compression/compressions.ts";
import { Flag } from "../../src/frames/frame-type.ts";
import type { Frame } from "../../src/frames/frame.ts";
import { readFrame } from "../../src/frames/read-frame.ts";
import { metadataProtocols } from "../../src/metadata/metadata-protocols.ts";
import { streamMetadata } from "../../src/metadata/stream-metadata.ts";
import { Bodies } from "../../src/payloads/bodies.ts";
import { type ItemFrame, ItemInput } from "../../src/payloads/item-input.ts";
import { frameOf } from "../frames/frame-of.ts";
import { encoded } from "../metadata/encoded.ts";
import { complete, item, result } from "../says.ts";
import { vectorNamed } from "../vectors.ts";

const some = limits({ maxHeaders: 1 });
const input = new ItemInput(some, new Bodies(some, new Compressions([])));
const { next } = Flag;

function read(frame: Partial<Frame>): ItemFrame {
  return input.read(frameOf(frame), metadataProtocols.compact);
}

const none = { item: undefined, error: undefined };
function plain(text: string): NonNullable<ItemFrame["item"]> {
  return { headers: noHeaders, body: result(text), exception: undefined };
}

function exceptionOf(kind: object, flags = Flag.metadata | next): Partial<Frame> {
  const exceptionMetadata = { name_utf8: "E", what_utf8: "m", metadata: kind };
  return item("x", { payloadMetadata: { exceptionMetadata } }, { flags });
}

describe("a PAYLOAD", () => {
  test.each<readonly [string, Partial<Frame>, ItemFrame]>([
    ["an item", item("x"), { item: plain("x"), error: undefined, isLast: false }],
    [
      "the last item",
      item("x", {}, { flags: Flag.metadata | next | Flag.complete }),
      { item: plain("x"), error: undefined, isLast: true },
    ],
    [
      "an item without metadata",
      { flags: next, data: result("x") },
      { item: plain("x"), error: undefined, isLast: false },
    ],
    ["the end", complete, { ...none, isLast: true }],
    ["the end with metadata of nothing", { ...complete, metadata: Uint8Array.of(0) }, { ...none, isLast: true }],
    ["nothing", { flags: 0, data: result("x") }, { ...none, isLast: false }],
    [
      "a declared exception, with no end behind it",
      exceptionOf({ declaredException: {} }),
      { item: { ...plain("x"), exception: { name: "E", message: "m" } }, error: undefined, isLast: true },
    ],
  ])("is %s", (_, frame, expected) => {
    expect(read(frame)).toEqual(expected);
  });

  test.each([{ appUnknownException: {} }, {}, { anyException: {} }])("is an error that is not declared: %j", (kind) => {
    const { item: none, error, isLast } = read(exceptionOf(kind));
    expect(none).toBeUndefined();
    expect(error).toMatchObject({ code: "unknown", message: "m", details: { name: "E" } });
    expect(isLast).toBe(true);
  });

  test.each(["the first item", "a declared exception of a stream", "the end of a stream, alone"])(
    "is read as Go writes it: %s",
    (name) => {
      const frame = readFrame(bytes(vectorNamed(name).hex).subarray(3));
      const { item: one, error, isLast } = read(frame);
      expect({ hasItem: one !== undefined, name: one?.exception?.name, error, isLast }).toEqual({
        hasItem: name !== "the end of a stream, alone",
        name: name.startsWith("a declared") ? "NoSuchFile" : undefined,
        error: undefined,
        isLast: name !== "the first item",
      });
    },
  );

  test("has headers", () => {
    const otherMetadata = new Map([["k", "v"]]);
    expect(read(item("x", { otherMetadata })).item?.headers).toEqual(otherMetadata);
  });

  test("has metadata in what the connection says", () => {
    const metadata = encoded(streamMetadata, { otherMetadata: new Map([["k", "v"]]) }, "binary");
    const frame = frameOf(item("x", {}, { metadata }));
    expect(input.read(frame, metadataProtocols.binary).item?.headers).toEqual(new Map([["k", "v"]]));
  });
});

describe("what cannot be read", () => {
  test.each<readonly [string, Partial<Frame>, string]>([
    ["metadata", item("x", {}, { metadata: Uint8Array.of(0xff) }), "invalid_data"],
    [
      "headers",
      item("x", {
        otherMetadata: new Map([
          ["a", ""],
          ["b", ""],
        ]),
      }),
      "size_limit",
    ],
    ["a compression", item("x", { compression: 2 }), "protocol_error"],
    ["a checksum", item("x", { checksum: { algorithm: 1, checksum: 5n, salt: 0n } }), "checksum_mismatch"],
  ])("is thrown: %s", (_, frame, code) => {
    expectCode(() => read(frame), code);
  });

  test("does not say that the call has not run", () => {
    const frame = item("x", { checksum: { algorithm: 1, checksum: 5n, salt: 0n } });
    expect(() => read(frame)).toThrow(expect.objectContaining({ mayHaveRun: true }));
  });
});
