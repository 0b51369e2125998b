import { exception, exceptionClass, field, i32, string, struct } from "@seapink/schema";
import { codecTable } from "@seapink/testing";
import { describe, expect, test } from "vitest";
import { codecIn, modes } from "./modes.ts";

class Refused extends Error {
  readonly reason: string | undefined;

  constructor(fields: { readonly reason?: string }) {
    super("refused");
    this.reason = fields.reason;
  }
}

const awkward = exception("Awkward", [
  field(1, "message", string),
  field(2, "name", string),
  field(3, "stack", string),
  field(4, "cause", i32),
]);

describe.each(modes)("%s", (mode) => {
  codecTable("exception of a class", {
    ...codecIn(mode, exception("Refused", [field(1, "reason", string)], { construct: Refused })),
    ok: [
      [new Refused({ reason: "no" }), "0b 0001 00000002 6e6f | 00"],
      [new Refused({}), "00"],
    ],
    badValues: [
      [undefined, "invalid_data"],
      [new Refused({ reason: 5 as unknown as string }), "invalid_data"],
    ],
  });

  test("makes an instance of the class, which is an error", () => {
    const codec = codecIn(mode, exception("Refused", [field(1, "reason", string)], { construct: Refused }));
    const decoded = codec.decode(codec.encode({ reason: "no" }));
    expect(decoded).toBeInstanceOf(Refused);
    expect(decoded).toMatchObject({ reason: "no", message: "refused" });
  });

  test("carries fields that are named like those of errors", () => {
    const codec = codecIn(mode, awkward);
    const fields = { message: "m", name: "n", stack: "s", cause: 1 };
    expect(codec.decode(codec.encode(new awkward.construct(fields)))).toMatchObject(fields);
    expect(codec.decode(codec.encode(fields))).toBeInstanceOf(awkward.construct);
  });

  test("sends no stack, message or name that is not a field's value", () => {
    const codec = codecIn(mode, awkward);
    expect(codec.encode(new awkward.construct({}))).toStrictEqual(Uint8Array.of(0));
    const read = codec.decode(Uint8Array.of(0)) as Error;
    expect([read.message, read.name]).toStrictEqual(["Awkward", "Awkward"]);
    expect(Object.keys(read)).toStrictEqual([]);
  });

  test("is a field like others in a result", () => {
    const type = exception("Refused", [field(1, "reason", string)], { construct: Refused });
    const codec = codecIn(mode, struct("result", [field(0, "success", i32), field(1, "refused", type)]));
    expect(codec.decode(codec.encode({ refused: new Refused({ reason: "no" }) }))).toStrictEqual({
      refused: new Refused({ reason: "no" }),
    });
  });
});

describe("a class without generated code", () => {
  const NotFound = exceptionClass("NotFound");

  test("makes errors whose fields are properties of their own", () => {
    const error = new NotFound({ key: "a", message: "no such key" });
    expect(error).toBeInstanceOf(Error);
    expect(Object.entries(error)).toStrictEqual([
      ["key", "a"],
      ["message", "no such key"],
    ]);
    expect([error.name, NotFound.name, error.message]).toStrictEqual(["NotFound", "NotFound", "no such key"]);
  });

  test("has its name for a message where there is none", () => {
    expect(String(new NotFound({}))).toBe("NotFound: NotFound");
    expect(Object.hasOwn(new NotFound({}), "message")).toBe(false);
  });

  test("takes `__proto__` and `constructor` for names", () => {
    const fields = Object.fromEntries([
      ["__proto__", 1],
      ["constructor", 2],
    ]);
    const error = new NotFound(fields);
    expect(error).toBeInstanceOf(NotFound);
    expect(Object.entries(error)).toStrictEqual([
      ["__proto__", 1],
      ["constructor", 2],
    ]);
  });
});
