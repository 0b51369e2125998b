import {
  ApplicationError,
  codeOfWire,
  isApplicationError,
  isProtocolError,
  isThriftError,
  isTransportError,
  ProtocolError,
  ThriftError,
  TransportError,
  wireCodeOf,
} from "@seapink/core";
import { describe, expect, test } from "vitest";

describe("every error", () => {
  const errors = [
    new ThriftError("odd", "expected this, got that"),
    new ProtocolError("invalid_data", "expected this, got that"),
    new TransportError("closed", "expected this, got that"),
    new ApplicationError("internal_error", "expected this, got that"),
  ];

  test.each(errors)("$name is an Error with a name, a code and a message", (error) => {
    expect(error).toBeInstanceOf(Error);
    expect(error).toBeInstanceOf(ThriftError);
    expect(String(error)).toBe(`${error.constructor.name}: expected this, got that`);
    expect(Object.keys(error)).toContain("code");
    expect(Object.keys(error)).not.toContain("name");
    expect(error.stack).toContain("errors.test.ts");
  });

  test("may have run, unless it is plain that it did not, or says so", () => {
    expect(errors.map((error) => error.mayHaveRun)).toStrictEqual([true, false, true, true]);
    expect(new TransportError("closed", "", { mayHaveRun: false }).mayHaveRun).toBe(false);
    expect(new TransportError("closed", "", { mayHaveRun: undefined }).mayHaveRun).toBe(true);
    expect(new ProtocolError("invalid_data", "", { mayHaveRun: true }).mayHaveRun).toBe(true);
  });

  test("keeps its cause, and has none otherwise", () => {
    const cause = new Error("why");
    expect(new ProtocolError("invalid_data", "", { cause }).cause).toBe(cause);
    expect("cause" in new ProtocolError("invalid_data", "", { cause: undefined })).toBe(false);
    expect("cause" in new ProtocolError("invalid_data", "")).toBe(false);
  });
});

describe("recognising", () => {
  test("knows errors of another copy of the package by their brand", () => {
    class Other extends Error {}
    Object.defineProperty(Other.prototype, Symbol.for("seapink.error"), { value: true });
    expect(isThriftError(new Other("from elsewhere"))).toBe(true);
    expect(isThriftError(new TransportError("closed", ""))).toBe(true);
  });

  test.each([
    [new ProtocolError("invalid_data", ""), isProtocolError],
    [new TransportError("closed", ""), isTransportError],
    [new ApplicationError("internal_error", ""), isApplicationError],
  ])("knows a $0.name, of another copy as well, and no other kind", (error, isOne) => {
    const copy = Object.defineProperty(new Error("from elsewhere"), Symbol.for("seapink.error"), { value: true });
    expect([isProtocolError, isTransportError, isApplicationError].filter((is) => is(error))).toEqual([isOne]);
    expect(isOne(copy)).toBe(false);
    copy.name = error.name;
    expect(isOne(copy)).toBe(true);
    expect(isOne({ name: error.name })).toBe(false);
  });

  test.each([new Error("no"), null, undefined, "error", { code: "closed", [Symbol.for("seapink.error")]: true }])(
    "does not take %s for one",
    (value) => expect(isThriftError(value)).toBe(false),
  );
});

test("a protocol error has an offset and a path, where there are any", () => {
  expect(new ProtocolError("invalid_data", "")).toMatchObject({ offset: -1, path: "" });
  expect(new ProtocolError("invalid_data", "", { offset: 3, path: "a.b" })).toMatchObject({ offset: 3, path: "a.b" });
});

describe("an application error", () => {
  test.each([
    ["unknown", 0],
    ["unknown_method", 1],
    ["missing_result", 5],
    ["internal_error", 6],
    ["unsupported_client_type", 10],
    ["overloaded", 11],
    ["quota_exceeded", 16],
  ] as const)("%s has the number %d on the wire, both ways", (code, wireCode) => {
    expect(wireCodeOf(code)).toBe(wireCode);
    expect(codeOfWire(wireCode)).toBe(code);
    expect(new ApplicationError(code, "").wireCode).toBe(wireCode);
  });

  test.each([
    ["declined", 11],
    ["cancelled", 15],
    ["unknown_service", 7],
    ["interaction_lost", 6],
    ["not_found", 6],
    ["status", 6],
    ["permission_denied", 16],
  ] as const)("%s travels under the nearest number, %d", (code, wireCode) => {
    expect(wireCodeOf(code)).toBe(wireCode);
    expect(codeOfWire(wireCode)).not.toBe(code);
  });

  test("a service that the peer does not have is a call that cannot have run when the code is read back", () => {
    const read = new ApplicationError(codeOfWire(wireCodeOf("unknown_service")), "");
    expect(read).toMatchObject({ code: "protocol_error", mayHaveRun: false });
  });

  test("a refused caller is still one when the code is read back", () => {
    const read = new ApplicationError(codeOfWire(wireCodeOf("permission_denied")), "");
    expect(read).toMatchObject({ code: "quota_exceeded", mayHaveRun: false });
  });

  test.each([17, -1, 0x7fff_ffff, 1.5])("an unknown number %d is unknown, and kept", (wireCode) => {
    expect(codeOfWire(wireCode)).toBe("unknown");
    expect(new ApplicationError(codeOfWire(wireCode), "", { wireCode }).wireCode).toBe(wireCode);
  });

  test.each([
    "unknown_method",
    "unknown_service",
    "protocol_error",
    "overloaded",
    "declined",
    "permission_denied",
    "quota_exceeded",
  ] as const)("%s was refused before it ran", (code) => {
    expect(new ApplicationError(code, "").mayHaveRun).toBe(false);
    expect(new ApplicationError(code, "", { mayHaveRun: true }).mayHaveRun).toBe(true);
  });

  test("carries headers and details, empty by default", () => {
    const bare = new ApplicationError("status", "");
    expect([bare.headers.size, bare.details]).toStrictEqual([0, {}]);
    const headers = new Map([["load", "7"]]);
    expect(new ApplicationError("status", "", { headers, details: { status: 3 } })).toMatchObject({
      headers,
      details: { status: 3 },
    });
  });
});
