import { ApplicationError, limits, noHeaders, type Reply } from "@seapink/core";
import { binary } from "@seapink/protocol-binary";
import { bytes, expectCode, hex } from "@seapink/testing";
import { describe, expect, test } from "vitest";
import { isChecksumRight } from "../../src/checksum/checksum.ts";
import { Compressions } from "../../src/compression/compressions.ts";
import { FrameOutput } from "../../src/frames/frame-output.ts";
import { readFrame } from "../../src/frames/read-frame.ts";
import { metadataProtocols } from "../../src/metadata/metadata-protocols.ts";
import { type ResponseMetadata, responseMetadata } from "../../src/metadata/response-metadata.ts";
import { responseRpcError } from "../../src/metadata/rpc-error.ts";
import { Bodies } from "../../src/payloads/bodies.ts";
import { AnswerOutput } from "../../src/server/answer-output.ts";
import type { ReadRequest, ServerCall } from "../../src/server/server-call.ts";
import { Arrivals } from "../arrivals.ts";
import { decoded } from "../metadata/encoded.ts";
import { result } from "../says.ts";
import { replyOf } from "../served.ts";
import { serverCallOf } from "./request-of.ts";

interface Made {
  readonly answers: AnswerOutput;
  readonly arrivals: Arrivals;
  readonly errors: unknown[];
}

function make(load?: (metric: string) => number): Made {
  const arrivals = new Arrivals();
  const errors: unknown[] = [];
  const output = new FrameOutput(arrivals.lane, limits({ maxMessageBytes: 100_000 }), metadataProtocols.compact);
  const bodies = new Bodies(limits(), new Compressions([]));
  return { answers: new AnswerOutput(output, bodies, load, (error) => errors.push(error)), arrivals, errors };
}

const bodyHex = hex(result("x")).replaceAll(" ", "");
const stream = serverCallOf({ streamId: 5, kind: "stream" });
const sink = serverCallOf({ streamId: 5, kind: "sink" });
const call = serverCallOf({ streamId: 5 });
const declared: Reply = { ...replyOf("x"), exception: { name: "E", message: "m" } };

test.each<readonly [string, (answers: AnswerOutput) => boolean, string]>([
  ["a result", (answers) => answers.reply(call, replyOf("x"), false), `2960 000005 7c1c000000 ${bodyHex}`],
  [
    "a first response",
    (answers) => answers.reply(stream, replyOf("x"), true),
    `2920 000007 7c1c0000 250a 00 ${bodyHex}`,
  ],
  [
    "the first response of a sink",
    (answers) => answers.reply(sink, replyOf("x"), true),
    `2920 000005 7c1c000000 ${bodyHex}`,
  ],
  [
    "a declared exception",
    (answers) => answers.reply(call, declared, false),
    `2960 00000f 7c 2c 18 0145 18 016d 1c 1c 00 00 00 00 00 ${bodyHex}`,
  ],
  ["nothing", (answers) => answers.nothing(call), "2960 000005 7c1c000000 00"],
])("writes %s", async (_, write, expected) => {
  const { answers, arrivals } = make();
  expect(write(answers)).toBe(true);
  expect(await arrivals.hex()).toEqual([hex(bytes(`00000005 ${expected}`))]);
});

test("puts a body into the protocol of its call", async () => {
  const { answers, arrivals } = make();
  answers.reply(serverCallOf({ protocol: binary() }), { ...replyOf(""), body: bytes("0600 0a 00") }, false);
  const [frame] = (await arrivals.frames()).map(readFrame);
  expect(hex(frame?.data ?? bytes(""))).toBe(hex(bytes("0a 0000 0000000000000005 00")));
});

async function metadataOf(made: Made): Promise<ResponseMetadata> {
  const [frame] = (await made.arrivals.frames()).map(readFrame);
  return decoded(responseMetadata, frame?.metadata ?? bytes(""));
}

describe("metadata", () => {
  test("has headers, and those that have fields of their own in these", async () => {
    const made = make();
    const headers = new Map([
      ["k", "v"],
      ["load", "7"],
      [":to", "nobody"],
    ]);
    made.answers.reply(call, { ...replyOf("x"), headers }, false);
    expect(await metadataOf(made)).toEqual({
      otherMetadata: new Map([["k", "v"]]),
      load: 7n,
      payloadMetadata: { responseMetadata: {} },
    });
  });

  test("has the checksum that is wished for", async () => {
    const made = make();
    const treatment = { compression: undefined, compressFrom: 0, checksum: "xxh3" } as const;
    made.answers.reply(serverCallOf({ treatment }), replyOf("x"), false);
    const { checksum } = await metadataOf(made);
    expect(checksum?.algorithm).toBe(2);
    expect(isChecksumRight(result("x"), undefined, checksum)).toBe(true);
  });
});

describe("the load", () => {
  const asks = serverCallOf({ metadata: { name: "test", loadMetric: "cpu" } });

  test("is told to those who ask, by the metric that they name", async () => {
    const made = make((metric) => metric.length + 0.4);
    made.answers.reply(asks, replyOf("x"), false);
    expect(await metadataOf(made)).toMatchObject({ load: 3n });
    made.answers.nothing(asks);
    expect(await metadataOf(made)).toMatchObject({ load: 3n });
    made.answers.error(asks, new ApplicationError("not_found", "gone"));
    expect(await metadataOf(made)).toMatchObject({ load: 3n });
  });

  test("takes the place of a header of that name", async () => {
    const made = make(() => 5);
    made.answers.reply(asks, { ...replyOf("x"), headers: new Map([["load", "7"]]) }, false);
    expect(await metadataOf(made)).toMatchObject({ load: 5n });
  });

  test.each<readonly [string, ServerCall, ((metric: string) => number) | undefined]>([
    ["to nobody who does not ask", call, () => 5],
    ["by a server that does not know", asks, undefined],
  ])("is not told %s", async (_, from, load) => {
    const made = make(load);
    made.answers.reply(from, replyOf("x"), false);
    expect(await metadataOf(made)).toEqual({ payloadMetadata: { responseMetadata: {} } });
    expect(made.errors).toEqual([]);
  });

  test.each<readonly [string, () => number]>([
    ["NaN", () => Number.NaN],
    ["without end", () => Number.POSITIVE_INFINITY],
    ["too large", () => 1e30],
    ["that throws", () => fails()],
  ])("is left out, and its error reported, if it is one %s", async (_, load) => {
    const made = make(load);
    made.answers.reply(asks, replyOf("x"), false);
    expect(await metadataOf(made)).toEqual({ payloadMetadata: { responseMetadata: {} } });
    expect(made.errors).toEqual([expect.any(RangeError)]);
  });
});

function fails(): never {
  throw new RangeError("no load");
}

describe("an error", () => {
  test("of the system is a frame of its own", async () => {
    const { answers, arrivals } = make();
    answers.error(call, new ApplicationError("overloaded", "busy"));
    const [frame] = (await arrivals.frames()).map(readFrame);
    expect(frame).toMatchObject({ streamId: 5, type: 0x0b, word: 0x202 });
    expect(decoded(responseRpcError, frame?.data ?? bytes(""))).toEqual({
      name_utf8: "OVERLOAD",
      what_utf8: "busy",
      category: 2,
      code: 1,
    });
  });

  test("of the handler is an exception that is not declared", async () => {
    const made = make();
    made.answers.error(call, new ApplicationError("not_found", "gone", { headers: new Map([["k", "v"]]) }));
    expect(await metadataOf(made)).toEqual({
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

  test("that is none of the system is not written as one", async () => {
    const { answers, arrivals } = make();
    expect(answers.systemError(5, new ApplicationError("not_found", "gone"))).toBeUndefined();
    expect(await arrivals.frames()).toEqual([]);
  });

  test("that is too long is refused, and nothing of it is sent", async () => {
    const { answers, arrivals } = make();
    expectCode(() => answers.error(call, new ApplicationError("overloaded", "x".repeat(200_000))), "frame_too_large");
    expectCode(() => answers.error(call, new ApplicationError("not_found", "x".repeat(200_000))), "frame_too_large");
    expect(await arrivals.frames()).toEqual([]);
  });
});

test("hears that the lane has no more room", () => {
  const { answers } = make();
  const long: Partial<ReadRequest> = { streamId: 7 };
  expect(
    answers.reply(serverCallOf(long), { ...replyOf(""), body: new Uint8Array(90_000), headers: noHeaders }, false),
  ).toBe(false);
});
