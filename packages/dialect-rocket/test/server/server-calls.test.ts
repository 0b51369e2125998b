import { ApplicationError, type Reply } from "@seapink/core";
import { bytes } from "@seapink/testing";
import { expect, test } from "vitest";
import { FrameType } from "../../src/frames/frame-type.ts";
import { responseMetadata } from "../../src/metadata/response-metadata.ts";
import { decoded } from "../metadata/encoded.ts";
import { request } from "../says.ts";
import { replyOf, served } from "../served.ts";

test("says less of an error whose headers cannot be written, and goes on", async () => {
  const headers = new Map([["k", "\ud800"]]);
  const failures = [new ApplicationError("not_found", "gone", { headers })];
  const { hand, errors } = await served(() => {
    const error = failures.pop();
    return error === undefined ? Promise.resolve(replyOf("x")) : Promise.reject(error);
  });
  hand.send(request(0), request(0, {}, { streamId: 3 }));
  const { metadata } = await hand.frame();
  expect(decoded(responseMetadata, metadata).payloadMetadata).toMatchObject({
    exceptionMetadata: { name_utf8: "internal_error", what_utf8: "internal error" },
  });
  expect(await hand.frame()).toMatchObject({ streamId: 3, type: FrameType.payload });
  expect(errors).toMatchObject([{ message: "test: could not write an error", cause: { code: "invalid_data" } }]);
});

test("answers those who ask for a load that cannot be told", async () => {
  const { hand, errors } = await served(() => Promise.resolve(replyOf("x")), { rocket: { load: () => Number.NaN } });
  hand.send(request(0, { loadMetric: "" }));
  expect(await hand.frame()).toMatchObject({ streamId: 1, metadata: bytes("7c1c000000") });
  expect(errors).toHaveLength(1);
});

test("starts all that wait behind a call, though each fails at once", async () => {
  const { promise, resolve } = Promise.withResolvers<Reply>();
  let runs = 0;
  const { hand, errors } = await served(() => (runs++ === 0 ? promise : fails()), { limits: { maxRunningCalls: 1 } });
  const many = 15_000;
  hand.send(...Array.from({ length: many }, (_, i) => request(0, {}, { streamId: 2 * i + 1 })));
  await hand.soFar();
  expect(runs).toBe(1);
  resolve(replyOf("x"));
  const frames = await hand.soFar();
  expect(runs).toBe(many);
  expect(frames).toHaveLength(many);
  expect(errors).toHaveLength(many - 1);
});

function fails(): never {
  throw new Error("no");
}
