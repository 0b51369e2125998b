import { type Lane, type Limits, limits, type Protocol, WireType } from "@seapink/core";
import { binary } from "@seapink/protocol-binary";
import { bytes, expectCode, hex } from "@seapink/testing";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type FrameBody, type FrameHead, FrameOutput } from "../../src/frames/frame-output.ts";
import { Flag, FrameType } from "../../src/frames/frame-type.ts";
import type { Frame } from "../../src/frames/frame.ts";
import { readFrame } from "../../src/frames/read-frame.ts";
import { Reassembly, TooLong } from "../../src/frames/reassembly.ts";
import { readSetup, readSetupMetadata } from "../../src/frames/setup.ts";
import { metadataProtocols } from "../../src/metadata/metadata-protocols.ts";
import { plainResponse } from "../../src/metadata/known-metadata.ts";
import { clientPush, serverPush } from "../../src/metadata/push-metadata.ts";
import { requestMetadata } from "../../src/metadata/request-metadata.ts";
import { responseMetadata } from "../../src/metadata/response-metadata.ts";
import { streamMetadata } from "../../src/metadata/stream-metadata.ts";
import { Arrivals } from "../arrivals.ts";
import { decoded } from "../metadata/encoded.ts";
import { protocol } from "../served.ts";
import { type RocketVector, vectors } from "../vectors.ts";

interface Made {
  readonly output: FrameOutput;
  readonly arrivals: Arrivals;
  readonly lane: Lane;
}

function make(kind: Lane["kind"] = "bytes", changes: Partial<Limits> = {}): Made {
  const arrivals = new Arrivals(kind, changes);
  const { lane } = arrivals;
  return { output: new FrameOutput(lane, limits(changes), metadataProtocols.compact), arrivals, lane };
}

/** So many bytes of metadata and data fit into one frame. */
function fragmentsOf(size: number): Partial<Limits> {
  return { maxFrameBytes: 512 + size };
}

function raw(body: Uint8Array): FrameBody {
  return { body, from: "raw", protocol };
}

const answer: FrameHead = { streamId: 1, type: FrameType.payload, flags: Flag.next | Flag.complete, word: -1 };

/** A plain response: five bytes of metadata. */
function respond(output: FrameOutput, body: FrameBody | undefined, head: FrameHead = answer): boolean {
  return output.message(head, responseMetadata, plainResponse, body);
}

const kinds = ["bytes", "frames"] as const;

describe.each(kinds)("on a lane of %s", (kind) => {
  // Of Go's SETUP, the MIME type of data is not the one that is written here.
  const ours = vectors.filter(({ name }) => !name.startsWith("SETUP of version 8,"));
  test.each(ours)("$name is written byte for byte", async (vector) => {
    const { output, arrivals } = make(kind);
    const frame = bytes(vector.hex).subarray(3);
    write(output, vector, frame);
    expect(await arrivals.hex()).toEqual([hex(frame)]);
  });
});

test("writes the length before each frame on a lane of bytes, and none on one of frames", () => {
  for (const kind of kinds) {
    const { output, lane } = make(kind);
    output.frame({ streamId: 5, type: FrameType.cancel, flags: 0, word: -1 });
    expect(hex(lane.out.take()), kind).toBe(hex(bytes(kind === "bytes" ? "000006 00000005 2400" : "00000005 2400")));
  }
});

/** Writes what this frame says, with the method that is for it. */
function write(output: FrameOutput, vector: RocketVector, frame: Uint8Array): void {
  const { streamId, type, flags, word, metadata, data } = readFrame(frame);
  const hasWord = ([FrameType.requestStream, FrameType.requestChannel, FrameType.requestN] as number[]).includes(type);
  const head = { streamId, type, flags: flags & ~Flag.metadata, word: hasWord ? word : -1 };
  const body = { body: data, from: protocol, protocol };
  if (type === FrameType.setup) output.setup(readSetupMetadata(readSetup(frame), limits()));
  else if (type === FrameType.keepAlive) output.keepAlive((flags & Flag.respond) !== 0, data);
  else if (type === FrameType.error) output.error(streamId, word, new TextDecoder().decode(data));
  else if (type === FrameType.metadataPush && vector.by === "client")
    output.push(clientPush, decoded(clientPush, metadata));
  else if (type === FrameType.metadataPush) output.push(serverPush, decoded(serverPush, metadata));
  else if (metadata.length === 0) output.frame(head, data);
  else if (type !== FrameType.payload) output.message(head, requestMetadata, decoded(requestMetadata, metadata), body);
  else if (isItem(vector)) output.message(head, streamMetadata, decoded(streamMetadata, metadata), body);
  else output.message(head, responseMetadata, decoded(responseMetadata, metadata), body);
}

function isItem({ section, name }: RocketVector): boolean {
  return (section === "stream" || section === "sink") && !name.startsWith("a first response");
}

describe("KEEPALIVE", () => {
  test("carries data behind the position", async () => {
    const { output, arrivals } = make();
    output.keepAlive(false, bytes("beef"));
    expect(await arrivals.hex()).toEqual([hex(bytes("00000000 0c00 0000000000000000 beef"))]);
  });
});

describe("metadata", () => {
  test("is in what SETUP says, while pushes stay in compact", async () => {
    const { output, arrivals } = make();
    respond(output, undefined);
    output.speakIn(binary());
    respond(output, undefined);
    output.push(serverPush, { setupResponse: { version: 8 } });
    expect(await arrivals.hex()).toEqual([
      hex(bytes("00000001 2960 000005 7c1c000000")),
      hex(bytes("00000001 2960 000009 0c0007 0c0001 00 00 00")),
      hex(bytes("00000000 3100 1c15100000")),
    ]);
  });

  test("has its flag and its length, though no data follows", async () => {
    const { output, arrivals } = make();
    respond(output, undefined);
    respond(output, raw(new Uint8Array(0)));
    const frame = hex(bytes("00000001 2960 000005 7c1c000000"));
    expect(await arrivals.hex()).toEqual([frame, frame]);
  });
});

describe("a body", () => {
  const five: FrameBody["body"] = {
    write(writer) {
      writer.structBegin();
      writer.fieldBegin(WireType.i64, 1);
      writer.i64(5n);
      writer.structEnd();
    },
  };
  const inCompact = "16 0a 00";
  const inBinary = "0a 0001 0000000000000005 00";

  test.each<readonly [string, FrameBody, string]>([
    ["writes itself", { body: five, from: undefined, protocol }, inCompact],
    ["writes itself in another protocol", { body: five, from: undefined, protocol: binary() }, inBinary],
    ["is passed on", { body: bytes(inCompact), from: protocol, protocol }, inCompact],
    ["is put into another protocol", { body: bytes(inBinary), from: binary(), protocol }, inCompact],
    ["is left as it is, where it is raw", { body: bytes("ff"), from: "raw", protocol }, "ff"],
  ])("%s", async (_, body, expected) => {
    const { output, arrivals } = make();
    respond(output, body);
    expect(await arrivals.hex()).toEqual([hex(bytes(`00000001 2960 000005 7c1c000000 ${expected}`))]);
  });

  test("may be in another protocol than the one before", async () => {
    const { output, arrivals } = make();
    const protocols: readonly Protocol[] = [protocol, binary(), protocol];
    for (const each of protocols) respond(output, { body: five, from: undefined, protocol: each });
    expect((await arrivals.frames()).map((frame) => hex(readFrame(frame).data))).toEqual(
      [inCompact, inBinary, inCompact].map((text) => hex(bytes(text))),
    );
  });
});

describe("what fails half-way", () => {
  const broken: FrameBody["body"] = {
    write(writer) {
      writer.structBegin();
      writer.fieldBegin(WireType.struct, 9);
      writer.structBegin();
      writer.fieldBegin(WireType.i32, 7);
      throw new RangeError("no");
    },
  };
  const nested: FrameBody["body"] = {
    write(writer) {
      writer.structBegin();
      writer.fieldBegin(WireType.i32, 1);
      writer.i32(1);
      writer.structEnd();
    },
  };
  const failures: readonly (readonly [string, (output: FrameOutput) => unknown])[] = [
    ["a body", (output) => respond(output, { body: broken, from: undefined, protocol })],
    ["a body of unknown bytes", (output) => respond(output, { body: bytes("00"), from: undefined, protocol })],
    ["a body that is cut", (output) => respond(output, { body: bytes("0a00"), from: binary(), protocol })],
    ["metadata", (output) => output.message(answer, responseMetadata, badHeaders, undefined)],
    ["a long body", (output) => respond(output, raw(new Uint8Array(5000)))],
    ["a long body of several frames", (output) => respond(output, raw(new Uint8Array(2010)))],
    ["a long frame", (output) => output.frame(answer, new Uint8Array(5000))],
  ];
  const badHeaders = { otherMetadata: new Map([["k", "\ud800"]]) };

  describe.each(kinds)("on a lane of %s", (kind) => {
    test.each(failures)("leaves nothing behind: %s", async (_, fail) => {
      const { output, arrivals, lane } = make(kind, { ...fragmentsOf(1000), maxMessageBytes: 2000 });
      respond(output, { body: nested, from: undefined, protocol });
      const { written } = output;
      // Nor do writers take themselves to be ever deeper in structs.
      for (let i = 0; i < 70; i++) expect(() => fail(output)).toThrow();
      expect(output.written).toBe(written);
      respond(output, { body: nested, from: undefined, protocol });
      const frame = hex(bytes("00000001 2960 000005 7c1c000000 15 02 00"));
      expect(await arrivals.hex()).toEqual([frame, frame]);
      expect(lane.out.length).toBe(0);
    });
  });

  test("because it is too long cannot have run", () => {
    const { output } = make("bytes", { maxMessageBytes: 100 });
    expectCode(() => respond(output, raw(new Uint8Array(96))), "frame_too_large");
    expect(() => respond(output, raw(new Uint8Array(96)))).toThrow(expect.objectContaining({ mayHaveRun: false }));
  });

  test("because a length of three bytes cannot tell it is refused", async () => {
    const { output, arrivals } = make();
    expectCode(() => output.error(1, 0x201, "x".repeat(0x100_0000)), "frame_too_large");
    respond(output, undefined);
    expect(await arrivals.frames()).toHaveLength(1);
  });

  test("for want of room leaves nothing behind, of none of its frames", async () => {
    const changes = { ...fragmentsOf(10), maxUnsentBytes: 16_384 };
    const { output, arrivals } = make("bytes", changes);
    respond(output, raw(new Uint8Array(15)));
    expectCode(() => respond(output, raw(new Uint8Array(10_000))), "overloaded");
    expect(await arrivals.frames()).toHaveLength(2);
  });

  test("for want of room for its length keeps nobody from writing later", async () => {
    const { output, arrivals, lane } = make("bytes", { maxUnsentBytes: 16_384 });
    lane.out.raw(new Uint8Array(16_383));
    expectCode(() => respond(output, undefined), "overloaded");
    lane.out.truncate(0);
    respond(output, undefined);
    expect(await arrivals.frames()).toHaveLength(1);
  });

  test("is a call from within a value that is written", async () => {
    const { output, arrivals } = make();
    const body: FrameBody["body"] = { write: () => void output.keepAlive(true) };
    expectCode(() => respond(output, { body, from: undefined, protocol }), "invalid_data");
    output.keepAlive(true);
    expect(await arrivals.frames()).toHaveLength(1);
  });
});

describe("a message that is too long for a frame", () => {
  const data = bytes("000102030405060708090a0b0c0d0e0f");

  test.each(kinds)("is in several, with COMPLETE on the last alone, on a lane of %s", async (kind) => {
    const { output, arrivals } = make(kind, fragmentsOf(8));
    respond(output, raw(data));
    expect(await arrivals.hex()).toEqual(
      [
        "00000001 29a0 000005 7c1c000000 000102 # METADATA, FOLLOWS and NEXT",
        "00000001 28a0 030405060708090a # FOLLOWS and NEXT",
        "00000001 2860 0b0c0d0e0f # NEXT and COMPLETE",
      ].map((text) => hex(bytes(text))),
    );
  });

  test("is in one as long as it fits", async () => {
    const { output, arrivals } = make("bytes", fragmentsOf(8));
    respond(output, raw(data.subarray(0, 3)));
    respond(output, raw(data.subarray(0, 4)));
    expect(await arrivals.hex()).toEqual(
      ["00000001 2960 000005 7c1c000000 000102", "00000001 29a0 000005 7c1c000000 000102", "00000001 2860 03"].map(
        (text) => hex(bytes(text)),
      ),
    );
  });

  test("has all metadata before any data, each part with its length", async () => {
    const { output, arrivals } = make("bytes", fragmentsOf(4));
    respond(output, raw(data.subarray(0, 5)));
    expect(await arrivals.hex()).toEqual(
      ["00000001 29a0 000004 7c1c0000", "00000001 29a0 000001 00 000102", "00000001 2860 0304"].map((text) =>
        hex(bytes(text)),
      ),
    );
  });

  test("says nothing of metadata in a frame that begins with data", async () => {
    const { output, arrivals } = make("bytes", fragmentsOf(5));
    respond(output, raw(data.subarray(0, 2)));
    expect(await arrivals.hex()).toEqual(
      ["00000001 29a0 000005 7c1c000000", "00000001 2860 0001"].map((text) => hex(bytes(text))),
    );
  });

  test("has its type and its initial n in the first, and is a PAYLOAD in the others", async () => {
    const { output, arrivals } = make("bytes", fragmentsOf(8));
    respond(output, raw(data.subarray(0, 5)), { streamId: 3, type: FrameType.requestChannel, flags: 0, word: 9 });
    expect(await arrivals.hex()).toEqual(
      ["00000003 1d80 00000009 000005 7c1c000000 000102", "00000003 2820 0304"].map((text) => hex(bytes(text))),
    );
  });

  test("keeps COMPLETE from a message that goes on", async () => {
    const { output, arrivals } = make("bytes", fragmentsOf(8));
    respond(output, raw(data), { ...answer, flags: Flag.next });
    const flags = (await arrivals.frames()).map((frame) => readFrame(frame).flags);
    expect(flags.map((each) => each & Flag.complete)).toEqual([0, 0, 0]);
  });

  test("is put together again, wherever it is cut", async () => {
    const headers = fc.dictionary(fc.string({ maxLength: 20, unit: "grapheme" }), fc.string({ unit: "grapheme" }));
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...kinds),
        headers,
        fc.uint8Array({ maxLength: 300 }),
        fc.integer({ min: 1, max: 200 }),
        async (kind, texts, body, size) => {
          const { output, arrivals } = make(kind, fragmentsOf(size));
          const metadata = { otherMetadata: new Map(Object.entries(texts)), streamId: 1 };
          output.message(answer, responseMetadata, metadata, raw(body));
          const frames = (await arrivals.frames()).map(readFrame);
          const { metadata: metadataBytes, data: dataBytes, flags } = whole(frames);
          expect(decoded(responseMetadata, metadataBytes)).toEqual(metadata);
          expect(dataBytes).toEqual(body);
          expect(flags).toBe(Flag.metadata | Flag.next | Flag.complete);
          expect(frames.map((frame) => frame.metadata.length + frame.data.length).every((each) => each <= size)).toBe(
            true,
          );
        },
      ),
    );
  });
});

function whole(frames: readonly Frame[]): Frame {
  const reassembly = new Reassembly(limits(), () => undefined);
  const [frame] = frames.map((each) => reassembly.push(each)).filter((each) => each !== undefined);
  reassembly.close();
  if (frame === undefined || frame instanceof TooLong) throw new RangeError("expected a whole message");
  return frame;
}

describe("the lane", () => {
  test("is heard when it has no more room", () => {
    const { output } = make();
    expect(respond(output, raw(new Uint8Array(1000)))).toBe(true);
    expect(respond(output, raw(new Uint8Array(100_000)))).toBe(false);
  });

  test("is heard in the middle of a message of several frames", () => {
    const { output } = make("bytes", fragmentsOf(1000));
    expect(respond(output, raw(new Uint8Array(100_000)))).toBe(false);
  });

  test("has as much written as was, and as much sent as has left", async () => {
    const { output, arrivals } = make();
    respond(output, undefined);
    expect([output.written, output.sent]).toEqual([17, 0]);
    await arrivals.frames();
    respond(output, undefined);
    expect([output.written, output.sent]).toEqual([34, 17]);
  });
});
