import { ApplicationError, type ApplicationErrorCode } from "@seapink/core";
import { bytes, hex } from "@seapink/testing";
import { expect, test } from "vitest";
import { rpcErrorOf, undeclaredOf } from "../../src/errors/to-wire.ts";
import { ErrorCode } from "../../src/frames/frame-type.ts";
import { responseMetadata } from "../../src/metadata/response-metadata.ts";
import { responseRpcError } from "../../src/metadata/rpc-error.ts";
import { encoded } from "../metadata/encoded.ts";
import { vectorNamed } from "../vectors.ts";
import { errorCodes } from "./error-codes.ts";

const { invalid, rejected, canceled } = ErrorCode;

type Row = readonly [ApplicationErrorCode, frameCode: number, category: number, code: number, name: string];

const frames: readonly Row[] = [
  ["unknown_method", invalid, 1, 10, "UNKNOWN_METHOD"],
  ["unknown_service", invalid, 1, 10, "UNKNOWN_SERVICE"],
  ["invalid_message_type", invalid, 1, 9, "WRONG_RPC_KIND"],
  ["protocol_error", invalid, 1, 6, "REQUEST_PARSING_FAILURE"],
  ["unsupported_client_type", canceled, 0, 6, "UNSUPPORTED_CLIENT_TYPE"],
  ["wrong_method_name", canceled, 0, 6, "WRONG_METHOD_NAME"],
  ["bad_sequence_id", canceled, 0, 6, "BAD_SEQUENCE_ID"],
  ["invalid_transform", canceled, 0, 6, "INVALID_TRANSFORM"],
  ["invalid_protocol", canceled, 0, 6, "INVALID_PROTOCOL"],
  ["overloaded", rejected, 2, 1, "OVERLOAD"],
  ["declined", rejected, 3, 4, "SHUTDOWN"],
  ["timed_out", canceled, 0, 2, "TASK_EXPIRED"],
  ["injected_failure", canceled, 0, 5, "INJECTED_FAILURE"],
  ["checksum_mismatch", canceled, 0, 11, "CHECKSUM_MISMATCH"],
  ["interruption", canceled, 0, 12, "INTERRUPTION"],
  ["cancelled", canceled, 0, 12, "CANCELLED"],
  ["quota_exceeded", rejected, 2, 17, "TENANT_QUOTA_EXCEEDED"],
  ["permission_denied", rejected, 2, 17, "PERMISSION_DENIED"],
  ["interaction_lost", canceled, 0, 14, "UNKNOWN_INTERACTION_ID"],
];

test.each(frames)("%s ends a call with an ERROR frame", (code, frameCode, category, number, name) => {
  expect(rpcErrorOf(new ApplicationError(code, "why"))).toEqual({
    frameCode,
    error: { name_utf8: name, what_utf8: "why", category, code: number },
  });
});

test("all other codes are told as exceptions that no method declares", () => {
  const others = errorCodes.filter((code) => rpcErrorOf(new ApplicationError(code, "why")) === undefined);
  expect(others.toSorted()).toEqual(["internal_error", "missing_result", "not_found", "status", "unknown"]);
  expect(
    frames
      .map(([code]) => code)
      .concat(others)
      .toSorted(),
  ).toEqual(errorCodes.toSorted());
});

test.each([
  ["checksum_mismatch", 11, 1, invalid],
  ["interaction_lost", 14, 1, invalid],
  ["interruption", 12, 2, rejected],
  ["timed_out", 7, 2, rejected],
] as const)("%s that was not run says so", (code, number, category, frameCode) => {
  const refused = rpcErrorOf(new ApplicationError(code, "why", { mayHaveRun: false }));
  expect(refused).toMatchObject({ frameCode, error: { code: number, category } });
});

test.each([
  ["interaction_lost", 15, "INTERACTION_CONSTRUCTOR_ERROR"],
  ["timed_out", 7, "QUEUE_TIMEOUT"],
  ["overloaded", 3, "QUEUE_OVERLOADED"],
  ["internal_error", 8, "RESPONSE_TOO_BIG"],
  ["unknown", 0, "UNKNOWN"],
  ["unknown", 4242, "UNKNOWN"],
  ["not_found", 13, "NOT_FOUND"],
] as const)("%s may say which number it is: %i", (code, rocketCode, name) => {
  const error = new ApplicationError(code, "why", { details: { rocketCode } });
  expect(rpcErrorOf(error)?.error).toMatchObject({ code: rocketCode, name_utf8: name });
});

test.each([[1.5], ["7"], [2 ** 31], [Number.NaN]])("%s is no number of the wire", (rocketCode) => {
  const error = new ApplicationError("overloaded", "why", { details: { rocketCode } });
  expect(rpcErrorOf(error)?.error.code).toBe(1);
});

test("an error with a number of its own is told as an exception, with it in a header", () => {
  const error = new ApplicationError("overloaded", "why", { wireCode: 4242, headers: new Map([["k", "v"]]) });
  expect(rpcErrorOf(error)).toBeUndefined();
  expect(undeclaredOf(error).headers).toEqual(
    new Map([
      ["k", "v"],
      ["seapink-wire-code", "4242"],
    ]),
  );
});

test("what C++ writes is what we write", () => {
  const lost = new ApplicationError("interaction_lost", "Invalid interaction id 9", { mayHaveRun: false });
  const frame = rpcErrorOf(lost);
  const vector = bytes(vectorNamed("an unknown interaction").hex);
  expect(hex(encoded(responseRpcError, frame?.error ?? {}))).toBe(hex(vector.subarray(13)));
  const boom = new ApplicationError("unknown", "boom", { details: { name: "Error" } });
  const { exceptionMetadata } = undeclaredOf(boom);
  const metadata = encoded(responseMetadata, { payloadMetadata: { exceptionMetadata } });
  expect(hex(metadata)).toBe(hex(bytes(vectorNamed("an undeclared exception").hex).subarray(12)));
});
