import { ApplicationError, wireCodeOf } from "@seapink/core";
import { describe, expect, test } from "vitest";
import { errorCodes } from "./error-codes.ts";
import { overWire } from "./over-wire.ts";

describe.each(errorCodes)("%s", (code) => {
  test("arrives as it was sent", () => {
    const error = new ApplicationError(code, "what went wrong");
    const { message, wireCode, mayHaveRun } = error;
    expect(overWire(error)).toMatchObject({ name: "ApplicationError", code, message, wireCode, mayHaveRun });
    expect(wireCode).toBe(wireCodeOf(code));
  });

  test.each([true, false])("says whether it may have run, whichever is usual: %s", (mayHaveRun) => {
    expect(overWire(new ApplicationError(code, "x", { mayHaveRun }))).toMatchObject({ code, mayHaveRun });
  });

  test.each([4242, -1, 1])("keeps a number that is not its own: %i", (wireCode) => {
    const headers = new Map([["k", "v"]]);
    const mayHaveRun = false;
    const arrived = overWire(new ApplicationError(code, "x", { wireCode, headers, mayHaveRun }));
    expect(arrived).toMatchObject({ code, wireCode, mayHaveRun });
    if (wireCode !== wireCodeOf(code)) expect(arrived.headers).toEqual(headers);
  });
});

test("text that is not well-formed is made so", () => {
  for (const code of ["overloaded", "not_found"] as const) {
    expect(overWire(new ApplicationError(code, "a\ud800"))).toMatchObject({ code, message: "a\ufffd" });
  }
});

test("an error without text has that of its code", () => {
  expect(overWire(new ApplicationError("not_found", "")).message).toBe("not_found");
  expect(overWire(new ApplicationError("cancelled", "")).message).toBe("CANCELLED");
});

test("the load of a server that is too busy goes along", () => {
  const arrived = overWire(new ApplicationError("overloaded", "busy", { headers: new Map([["load", "500"]]) }));
  expect(arrived.headers).toEqual(new Map([["load", "500"]]));
});

test("the name of an exception of another server goes along", () => {
  const error = new ApplicationError("unknown", "x", { details: { name: "std::runtime_error" } });
  expect(overWire(overWire(error))).toMatchObject({ code: "unknown", details: { name: "std::runtime_error" } });
});

test("the name of an exception does not become one of our codes", () => {
  const error = new ApplicationError("unknown", "x", { details: { name: "not_found" } });
  expect(overWire(error)).toMatchObject({ code: "unknown", details: {} });
});

test.each([
  [15, "interaction_lost"],
  [22, "interaction_lost"],
  [7, "timed_out"],
] as const)("which of the numbers of a code it is goes along: %i", (rocketCode, code) => {
  for (const mayHaveRun of [true, false]) {
    const arrived = overWire(new ApplicationError(code, "x", { details: { rocketCode }, mayHaveRun }));
    expect(arrived).toMatchObject({ code, mayHaveRun, details: { rocketCode } });
  }
});
