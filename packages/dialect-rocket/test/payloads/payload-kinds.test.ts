import { describe, expect, test } from "vitest";
import { declaredIn, declaredOf } from "../../src/payloads/payload-kinds.ts";

describe("a declared exception", () => {
  test.each([
    [
      { name: "E", message: "m" },
      { name_utf8: "E", what_utf8: "m" },
    ],
    [{ name: "E", message: undefined }, { name_utf8: "E" }],
    [{ name: undefined, message: "m" }, { what_utf8: "m" }],
    [{ name: undefined, message: undefined }, {}],
    [
      { name: "", message: "" },
      { name_utf8: "", what_utf8: "" },
    ],
  ])("says what is known of it, and comes back: %j", (exception, texts) => {
    const metadata = declaredOf(exception);
    expect(metadata).toEqual({ exceptionMetadata: { ...texts, metadata: { declaredException: {} } } });
    expect(declaredIn(metadata.exceptionMetadata ?? {})).toEqual(exception);
  });

  test("has no lone surrogates, which cannot be written", () => {
    expect(declaredOf({ name: "\ud800", message: "a\udfff" }).exceptionMetadata).toMatchObject({
      name_utf8: "\ufffd",
      what_utf8: "a\ufffd",
    });
  });
});

test.each([
  [{}],
  [{ metadata: {} }],
  [{ metadata: { appUnknownException: {} } }],
  [{ metadata: { anyException: {} } }],
  [{ metadata: { DEPRECATED_proxyException: {} } }],
])("another exception is none that is declared: %j", (exception) => {
  expect(declaredIn({ name_utf8: "E", ...exception })).toBeUndefined();
});
