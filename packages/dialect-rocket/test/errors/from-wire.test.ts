import { ApplicationError, type ApplicationErrorCode, defaultLimits, noHeaders } from "@seapink/core";
import { bytes } from "@seapink/testing";
import { describe, expect, test } from "vitest";
import {
  callErrorOf,
  connectionErrorOf,
  setupErrorOf,
  streamErrorOf,
  undeclaredErrorOf,
} from "../../src/errors/from-wire.ts";
import { ErrorCode } from "../../src/frames/frame-type.ts";
import { responseRpcError, streamRpcError } from "../../src/metadata/rpc-error.ts";
import { encoded } from "../metadata/encoded.ts";
import { vectorNamed } from "../vectors.ts";

const { applicationError, rejected, canceled, invalid } = ErrorCode;

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

describe("an error that ends a call", () => {
  type Row = readonly [number: number, name: string, category: number, code: ApplicationErrorCode, mayHaveRun: boolean];
  const rows: readonly Row[] = [
    [0, "UNKNOWN", 0, "unknown", true],
    [1, "OVERLOAD", 2, "overloaded", false],
    [2, "TASK_EXPIRED", 0, "timed_out", true],
    [3, "QUEUE_OVERLOADED", 2, "overloaded", false],
    [4, "SHUTDOWN", 3, "declined", false],
    [5, "INJECTED_FAILURE", 0, "injected_failure", true],
    [6, "REQUEST_PARSING_FAILURE", 1, "protocol_error", false],
    [7, "QUEUE_TIMEOUT", 2, "timed_out", false],
    [8, "RESPONSE_TOO_BIG", 0, "internal_error", true],
    [9, "WRONG_RPC_KIND", 1, "invalid_message_type", false],
    [10, "UNKNOWN_METHOD", 1, "unknown_method", false],
    [11, "CHECKSUM_MISMATCH", 1, "checksum_mismatch", false],
    [12, "INTERRUPTION", 0, "interruption", true],
    [13, "APP_OVERLOAD", 2, "overloaded", false],
    [14, "UNKNOWN_INTERACTION_ID", 1, "interaction_lost", false],
    [15, "INTERACTION_CONSTRUCTOR_ERROR", 0, "interaction_lost", true],
    [16, "UNIMPLEMENTED_METHOD", 1, "unknown_method", false],
    [17, "TENANT_QUOTA_EXCEEDED", 0, "quota_exceeded", true],
    [19, "INTERACTION_LOADSHEDDED", 2, "interaction_lost", false],
    [20, "INTERACTION_LOADSHEDDED_OVERLOAD", 2, "interaction_lost", false],
    [21, "INTERACTION_LOADSHEDDED_APP_OVERLOAD", 2, "interaction_lost", false],
    [22, "INTERACTION_LOADSHEDDED_QUEUE_TIMEOUT", 2, "interaction_lost", false],
    [99, "OF_A_NEWER_PEER", 0, "unknown", true],
  ];

  test.each(rows)("%i %s is known by its number", (number, name, category, code, mayHaveRun) => {
    const data = encoded(responseRpcError, { name_utf8: name, what_utf8: "why", category, code: number });
    const details = { rocketCode: number };
    for (const frameCode of [rejected, canceled, invalid]) {
      expect(callErrorOf(frameCode, data, defaultLimits)).toMatchObject({ code, message: "why", mayHaveRun, details });
    }
  });

  test.each([
    [{}, "unknown", "unknown", true],
    [{ code: 1 }, "overloaded", "overloaded", true],
    [{ name_utf8: "OVERLOAD", code: 1 }, "overloaded", "OVERLOAD", true],
    [{ name_utf8: "toString", code: 1, category: 2 }, "overloaded", "toString", false],
    [{ name_utf8: "__PROTO__", code: 1 }, "overloaded", "__PROTO__", true],
  ] as const)("may leave out much: %j", (error, code, message, mayHaveRun) => {
    const arrived = callErrorOf(canceled, encoded(responseRpcError, error), defaultLimits);
    expect(arrived).toMatchObject({ code, message, mayHaveRun });
  });

  test.each([
    [rejected, false],
    [canceled, true],
    [invalid, false],
  ])("without a category goes by its frame: %i", (frameCode, mayHaveRun) => {
    expect(callErrorOf(frameCode, encoded(responseRpcError, { code: 0 }), defaultLimits).mayHaveRun).toBe(mayHaveRun);
  });

  test("of C++ about an interaction is understood", () => {
    const data = bytes(vectorNamed("an unknown interaction").hex).subarray(13);
    expect(callErrorOf(invalid, data, defaultLimits)).toMatchObject({
      code: "interaction_lost",
      message: "Invalid interaction id 9",
      mayHaveRun: false,
    });
  });

  test.each([
    [applicationError, "unknown interaction id: 2", "interaction_lost", false],
    [applicationError, 'no such function: "x"', "unknown_method", false],
    [applicationError, 'not a streaming function: "x"', "invalid_message_type", false],
    [applicationError, "kaput", "unknown", true],
    [rejected, "kaput", "declined", false],
    [canceled, "kaput", "cancelled", true],
    [invalid, "kaput", "protocol_error", false],
    [0x301, "kaput", "unknown", true],
  ] as const)("may be text, in a frame with code %i: %s", (frameCode, text, code, mayHaveRun) => {
    expect(callErrorOf(frameCode, utf8(text), defaultLimits)).toMatchObject({ code, message: text, mayHaveRun });
  });

  test("may be nothing, or nothing that can be read", () => {
    expect(callErrorOf(canceled, bytes(""), defaultLimits)).toMatchObject({ code: "cancelled", message: "cancelled" });
    expect(callErrorOf(canceled, bytes("18 ff"), defaultLimits)).toMatchObject({
      code: "cancelled",
      message: "\u0018\ufffd",
    });
    expect(callErrorOf(canceled, bytes("00 00"), defaultLimits)).toMatchObject({ code: "cancelled" });
  });

  test("is a struct in frames of three codes alone", () => {
    const data = encoded(responseRpcError, { code: 1 });
    expect(callErrorOf(applicationError, data, defaultLimits)).toMatchObject({ code: "unknown", details: {} });
  });

  test("has the load that the server told", () => {
    const { headers } = callErrorOf(rejected, encoded(responseRpcError, { code: 1, load: -5n }), defaultLimits);
    expect(headers).toEqual(new Map([["load", "-5"]]));
  });
});

describe("an error that ends a stream", () => {
  test.each([
    [0, "unknown"],
    [1, "timed_out"],
    [2, "timed_out"],
    [3, "interruption"],
    [99, "unknown"],
    [undefined, "unknown"],
  ] as const)("is known by its number: %s", (number, code) => {
    const data = encoded(streamRpcError, { name_utf8: "NAME", what_utf8: "why", code: number });
    for (const frameCode of [applicationError, canceled]) {
      expect(streamErrorOf(frameCode, data, defaultLimits)).toMatchObject({ code, message: "why", mayHaveRun: true });
    }
  });

  test.each([
    [applicationError, "kaput", "unknown", "kaput"],
    [canceled, "", "cancelled", "cancelled"],
    [rejected, "busy", "declined", "busy"],
  ] as const)("may be text, in a frame with code %i: %s", (frameCode, text, code, message) => {
    const arrived = streamErrorOf(frameCode, utf8(text), defaultLimits);
    expect(arrived).toBeInstanceOf(ApplicationError);
    expect(arrived).toMatchObject({ code, message, mayHaveRun: true });
  });
});

describe("an exception that no method declares", () => {
  test("of another server is unknown, and keeps its name", () => {
    const exception = { name_utf8: "std::runtime_error", what_utf8: "boom", metadata: { appUnknownException: {} } };
    expect(undeclaredErrorOf(exception, noHeaders)).toMatchObject({
      code: "unknown",
      message: "boom",
      mayHaveRun: true,
      details: { name: "std::runtime_error" },
    });
  });

  test.each([
    [{}, "unknown"],
    [{ name_utf8: "Error" }, "Error"],
    [{ name_utf8: "Error", what_utf8: "" }, "Error"],
    [{ what_utf8: "boom" }, "boom"],
    [{ what_utf8: "boom", metadata: {} }, "boom"],
  ])("may leave out much: %j", (exception, message) => {
    expect(undeclaredErrorOf(exception, noHeaders)).toMatchObject({ code: "unknown", message });
  });

  test.each(["", "x", "1.5", "99999999999", "2147483648", "-2147483649", "0x10"])(
    "has no number that is none: %s",
    (text) => {
      const headers = new Map([["seapink-wire-code", text]]);
      const arrived = undeclaredErrorOf({ name_utf8: "not_found" }, headers);
      expect([arrived.wireCode, arrived.headers.size]).toEqual([6, 0]);
      expect(headers.size).toBe(1);
    },
  );

  test("is not taken for a code by a name that every object has", () => {
    for (const name of ["constructor", "__proto__", "toString"]) {
      expect(undeclaredErrorOf({ name_utf8: name }, noHeaders)).toMatchObject({ code: "unknown", details: { name } });
    }
  });
});

describe("an error of the connection", () => {
  test.each([
    [ErrorCode.invalidSetup, "not_open", false],
    [ErrorCode.unsupportedSetup, "not_open", false],
    [ErrorCode.rejectedSetup, "not_open", false],
    [4, "not_open", false],
    [ErrorCode.connectionClose, "not_open", false],
    [ErrorCode.connectionError, "closed", true],
    [0xffff_ffff, "closed", true],
  ] as const)("says by its code %i what was not run", (frameCode, code, mayHaveRun) => {
    expect(connectionErrorOf(frameCode, utf8("why"))).toMatchObject({ name: "TransportError", code, mayHaveRun });
    expect(connectionErrorOf(frameCode, utf8("why")).message).toMatch(/: "why"$/);
    expect(connectionErrorOf(frameCode, bytes("")).message).not.toContain('"');
  });

  test("is one line, however long the text", () => {
    const { message } = connectionErrorOf(ErrorCode.connectionError, utf8("a\nb".repeat(100_000)));
    expect(message).not.toContain("\n");
    expect(message.length).toBeLessThan(500);
  });

  test.each([
    ErrorCode.invalidSetup,
    ErrorCode.rejectedSetup,
    4,
    ErrorCode.connectionError,
    ErrorCode.connectionClose,
    0,
  ])("refuses the setup before it is answered, whatever its code: %i", (frameCode) => {
    const refused = setupErrorOf(frameCode, utf8("why"));
    const message = `the server refused the setup with code ${frameCode}: "why"`;
    expect(refused).toMatchObject({ name: "TransportError", code: "not_open", mayHaveRun: false, message });
  });
});
