import { ApplicationError, ProtocolError, systemError, ThriftError, TransportError } from "@seapink/core";
import { describe, expect, test } from "vitest";

describe("the peer", () => {
  test("is told what was meant for it", () => {
    const meant = new ApplicationError("not_found", "no such file: a.txt");
    expect(systemError(meant)).toBe(meant);
  });

  test.each([
    new Error("password is hunter2"),
    "a text",
    undefined,
    new ProtocolError("invalid_data", "secret"),
    new TransportError("closed", "secret"),
    new ThriftError("odd", "secret"),
  ])("learns nothing of %s", (error) => {
    const told = systemError(error);
    expect([told.code, told.message]).toStrictEqual(["internal_error", "internal error"]);
    expect(told.cause).toBe(error);
  });

  test.each([
    [new TransportError("timed_out", "10.0.0.7 is slow"), "timed_out", true],
    [new TransportError("not_open", "10.0.0.7 is down", { mayHaveRun: false }), "declined", false],
    [new ProtocolError("not_implemented", "floats are not carried here"), "protocol_error", false],
  ])("learns of %s whether it may try again", (error, code, mayHaveRun) => {
    expect(systemError(error)).toMatchObject({ code, mayHaveRun, cause: error });
    expect(systemError(error).message).not.toContain("10.0.0.7");
  });
});
