import { isThriftError, limits, noHeaders, type Reply } from "@seapink/core";
import { bytes, expectCode } from "@seapink/testing";
import { describe, expect, test } from "vitest";
import { readResponse } from "../../src/client/read-response.ts";
import { Compressions } from "../../src/compression/compressions.ts";
import type { Frame } from "../../src/frames/frame.ts";
import { readFrame } from "../../src/frames/read-frame.ts";
import { metadataProtocols } from "../../src/metadata/metadata-protocols.ts";
import { Bodies } from "../../src/payloads/bodies.ts";
import { frameOf } from "../frames/frame-of.ts";
import { response, result } from "../says.ts";
import { protocol } from "../served.ts";
import { vectorNamed } from "../vectors.ts";

const some = limits({ maxHeaders: 1 });
const bodies = new Bodies(some, new Compressions([]));

function read(frame: Partial<Frame>): Reply {
  return readResponse(frameOf(frame), { limits: some, bodies, metadataProtocol: metadataProtocols.compact, protocol });
}

function ofVector(name: string): Reply {
  return read(readFrame(bytes(vectorNamed(name).hex).subarray(3)));
}

const plain: Reply = { headers: noHeaders, body: result("x"), exception: undefined, protocol, items: undefined };

describe("a response", () => {
  test("is a result", () => {
    expect(read(response("x"))).toEqual(plain);
  });

  test("may come without metadata, as lenient servers send it", () => {
    expect(read({ data: result("x") })).toEqual(plain);
  });

  test("has headers, and the load among them", () => {
    expect(read(response("x", { otherMetadata: new Map([["k", "v"]]), load: 5n })).headers).toEqual(
      new Map([
        ["k", "v"],
        ["load", "5"],
      ]),
    );
  });

  test("is read as C++ and Go write it", () => {
    expect(ofVector("a result without a value")).toEqual({ ...plain, body: bytes("00") });
    expect(ofVector("a result")).toEqual({ ...plain, body: bytes("06000a00") });
    expect(ofVector("a result with a load").headers).toEqual(new Map([["load", "500"]]));
    const { exception, body } = ofVector("a declared exception");
    expect(exception).toEqual({ name: "NoSuchFile", message: "gone" });
    expect(body).toEqual(bytes("1c 18 02 2f7a 00 00"));
  });
});

describe("an error", () => {
  test.each([
    ["an undeclared exception", { code: "unknown", message: "boom", details: { name: "Error" } }],
    ["an undeclared exception with its name in headers", { code: "unknown", message: "kaput" }],
  ])("that the method does not declare is thrown: %s", (name, error) => {
    const frame = readFrame(bytes(vectorNamed(name).hex).subarray(3));
    const context = { limits: limits(), bodies, metadataProtocol: metadataProtocols.compact, protocol };
    expect(() => readResponse(frame, context)).toThrow(expect.objectContaining(error));
  });

  const many = new Map([
    ["a", ""],
    ["b", ""],
  ]);
  test.each<readonly [string, Partial<Frame>, string]>([
    ["nothing", {}, "missing_result"],
    ["other bytes", response("x", {}, { metadata: bytes("ff") }), "invalid_data"],
    ["more bytes", response("x", {}, { metadata: bytes("0000") }), "invalid_data"],
    ["many headers", response("x", { otherMetadata: many }), "size_limit"],
    ["an unknown compression", response("x", { compression: 2 }), "protocol_error"],
    ["another checksum", response("x", { crc32c: 5 }), "checksum_mismatch"],
  ])("is thrown for %s, and says that the call may have run", (_, frame, code) => {
    expectCode(() => read(frame), code);
    try {
      read(frame);
    } catch (error) {
      expect(isThriftError(error) && error.mayHaveRun).toBe(true);
    }
  });
});
