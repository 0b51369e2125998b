import { ApplicationError, type Compression, limits, type Payload } from "@seapink/core";
import { binary } from "@seapink/protocol-binary";
import { bytes, hex } from "@seapink/testing";
import { describe, expect, test } from "vitest";
import { isChecksumRight } from "../../src/checksum/checksum.ts";
import { Compressions } from "../../src/compression/compressions.ts";
import { FrameOutput } from "../../src/frames/frame-output.ts";
import { readFrame } from "../../src/frames/read-frame.ts";
import { metadataProtocols } from "../../src/metadata/metadata-protocols.ts";
import { streamRpcError } from "../../src/metadata/rpc-error.ts";
import { streamMetadata } from "../../src/metadata/stream-metadata.ts";
import { Bodies, untreated } from "../../src/payloads/bodies.ts";
import { ItemOutput, type ItemWay } from "../../src/streams/item-output.ts";
import { Arrivals } from "../arrivals.ts";
import { decoded } from "../metadata/encoded.ts";
import { payloadOf, protocol } from "../served.ts";
import { result } from "../says.ts";

const reversed: Compression = {
  name: "zlib",
  compress: (plain) => plain.toReversed(),
  decompress: (packed) => packed.toReversed(),
};

interface Made {
  readonly items: ItemOutput;
  readonly arrivals: Arrivals;
  readonly broken: readonly Error[];
}

function make(): Made {
  const arrivals = new Arrivals("bytes", { maxUnsentBytes: 16_384 });
  const output = new FrameOutput(arrivals.lane, limits(), metadataProtocols.compact);
  const broken: Error[] = [];
  const bodies = new Bodies(limits(), new Compressions([reversed]));
  return { items: new ItemOutput(output, bodies, (error) => broken.push(error)), arrivals, broken };
}

const way: ItemWay = { streamId: 5, protocol, treatment: untreated };

const bodyHex = hex(result("x")).replaceAll(" ", "");
function withHeader(text: string): Payload {
  return { ...payloadOf(text), headers: new Map([["k", "v"]]) };
}

test.each<readonly [string, (items: ItemOutput) => unknown, string]>([
  ["an item", (items) => items.item(way, payloadOf("x"), protocol, false), `2920 000005 3c1c000000 ${bodyHex}`],
  ["the last item", (items) => items.item(way, payloadOf("x"), protocol, true), `2960 000005 3c1c000000 ${bodyHex}`],
  [
    "an item with a header",
    (items) => items.item(way, withHeader("x"), protocol, false),
    `2920 00000c 2b 01 88 016b 0176 1c 1c000000 ${bodyHex}`,
  ],
  [
    "a declared exception, which is the last",
    (items) => items.item(way, { ...payloadOf("x"), exception: { name: "E", message: "m" } }, protocol, false),
    `2960 00000f 3c 2c 18 0145 18 016d 1c 1c 00 00 00 00 00 ${bodyHex}`,
  ],
  [
    "a declared exception of which nothing is known",
    (items) => items.item(way, { ...payloadOf("x"), exception: noted() }, protocol, false),
    `2960 000009 3c 2c 3c 1c 00 00 00 00 00 ${bodyHex}`,
  ],
  ["the end", (items) => items.complete(5), "2840"],
  ["a wish for more", (items) => items.request(5, 50), "2000 00000032"],
  ["a cancel", (items) => items.cancel(5), "2400"],
  ["what a caller gives up", (items) => items.givenUp(5), "2c00 00000203 63616e63656c6c6564"],
])("writes %s", async (_, write, expected) => {
  const { items, arrivals } = make();
  write(items);
  expect(await arrivals.hex()).toEqual([hex(bytes(`00000005 ${expected}`))]);
});

function noted(): NonNullable<Payload["exception"]> {
  return { name: undefined, message: undefined };
}

test.each([
  ["credit", "stream", 0x201, { code: 1, name_utf8: "CREDIT_TIMEOUT", what_utf8: "why" }],
  ["chunk", "sink", 0x201, { code: 2, name_utf8: "CHUNK_TIMEOUT", what_utf8: "why" }],
  ["closing", "stream", 0x203, { code: 3, name_utf8: "SERVER_CLOSING_CONNECTION", what_utf8: "why" }],
  ["credit", "bidi", 0x203, { code: 1, name_utf8: "CREDIT_TIMEOUT", what_utf8: "why" }],
] as const)("tells why a stream is broken off: %s of a %s", async (name, kind, word, error) => {
  const { items, arrivals } = make();
  items.broken({ streamId: 5, kind }, name, "why");
  const [frame] = (await arrivals.frames()).map(readFrame);
  expect(frame).toMatchObject({ streamId: 5, type: 0x0b, word });
  expect(decoded(streamRpcError, frame?.data ?? bytes(""))).toEqual(error);
});

describe("an error", () => {
  test("that is not declared ends the stream", async () => {
    const { items, arrivals } = make();
    items.error(way, new ApplicationError("not_found", "gone", { headers: new Map([["k", "v"]]) }));
    const [frame] = (await arrivals.frames()).map(readFrame);
    expect(frame).toMatchObject({ flags: 0x160, data: bytes("") });
    expect(decoded(streamMetadata, frame?.metadata ?? bytes(""))).toEqual({
      otherMetadata: new Map([["k", "v"]]),
      payloadMetadata: {
        exceptionMetadata: {
          name_utf8: "not_found",
          what_utf8: "gone",
          metadata: { appUnknownException: { errorClassification: { blame: 1 } } },
        },
      },
    });
  });
});

describe("what cannot be written", () => {
  test("of an error is said without its text", async () => {
    const { items, arrivals, broken } = make();
    items.error(way, new ApplicationError("not_found", "gone", { headers: new Map([["k", "\ud800"]]) }));
    const [frame] = (await arrivals.frames()).map(readFrame);
    expect(frame?.flags).toBe(0x160);
    expect(decoded(streamMetadata, frame?.metadata ?? bytes("")).payloadMetadata).toMatchObject({
      exceptionMetadata: { name_utf8: "internal_error", what_utf8: "internal error" },
    });
    expect(broken).toEqual([]);
  });

  test.each<readonly [string, (items: ItemOutput) => void]>([
    ["an error", (items) => items.error(way, new ApplicationError("not_found", "gone"))],
    ["the end", (items) => items.complete(5)],
    ["a wish for more", (items) => items.request(5, 50)],
    ["a cancel", (items) => items.cancel(5)],
    ["what a caller gives up", (items) => items.givenUp(5)],
    ["why it is broken off", (items) => items.broken({ streamId: 5, kind: "stream" }, "credit", "why")],
  ])("for want of room breaks the connection, and is thrown at nobody: %s", (_, write) => {
    const { items, arrivals, broken } = make();
    arrivals.lane.out.raw(new Uint8Array(16_380));
    write(items);
    expect(broken).toMatchObject([{ code: "closed", cause: { code: "overloaded" } }]);
  });

  test("of an item is thrown", () => {
    const { items, broken } = make();
    expect(() => items.item(way, { ...payloadOf("x"), headers: new Map([["k", "\ud800"]]) }, protocol, false)).toThrow(
      expect.objectContaining({ code: "invalid_data" }),
    );
    expect(broken).toEqual([]);
  });
});

describe("a body", () => {
  test("that is bytes of another protocol is put into the stream's", async () => {
    const { items, arrivals } = make();
    items.item(way, { ...payloadOf(""), body: bytes("0a 0000 0000000000000005 00") }, binary(), false);
    const [frame] = (await arrivals.frames()).map(readFrame);
    expect(hex(frame?.data ?? bytes(""))).toBe(hex(bytes("0600 0a 00")));
  });

  test("is compressed and summed up where the stream is", async () => {
    const { items, arrivals } = make();
    const treatment = { compression: reversed, compressFrom: 1, checksum: "crc32c" } as const;
    items.item({ ...way, treatment }, payloadOf("x"), protocol, false);
    const [frame] = (await arrivals.frames()).map(readFrame);
    const metadata = decoded(streamMetadata, frame?.metadata ?? bytes(""));
    expect(metadata).toMatchObject({ compression: 1, payloadMetadata: { responseMetadata: {} } });
    expect(isChecksumRight(result("x"), undefined, metadata.checksum)).toBe(true);
    expect(metadata.checksum).toBeDefined();
    expect(frame?.data).toEqual(result("x").toReversed());
  });
});

test("hears that the lane has no more room", () => {
  const output = new FrameOutput(new Arrivals().lane, limits(), metadataProtocols.compact);
  const items = new ItemOutput(output, new Bodies(limits(), new Compressions([])), () => undefined);
  const long = { ...payloadOf(""), body: new Uint8Array(100_000) };
  expect(items.item(way, long, protocol, false)).toBe(false);
});
