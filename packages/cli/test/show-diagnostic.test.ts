import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import type { Diagnostic } from "@seapink/idl";
import { expect, test } from "vitest";
import { pathFromHere, showDiagnostic } from "../src/show-diagnostic.ts";

const place = { file: join(process.cwd(), "idl/a.thrift"), line: 2, column: 3, excerpt: "2 | a b\n  |   ^" };
const diagnostic: Diagnostic = {
  ...place,
  severity: "error",
  code: "duplicate",
  message: "expected one b, got two",
  related: { ...place, line: 1, message: "the other is here" },
  suggestion: undefined,
};

test("shows places as seen from the working directory", () => {
  expect(showDiagnostic(diagnostic)).toBe(
    [
      "idl/a.thrift:2:3: error: expected one b, got two",
      "2 | a b\n  |   ^",
      "idl/a.thrift:1:3: the other is here",
      "2 | a b\n  |   ^",
    ].join("\n"),
  );
});

test("escapes what a message or hint has of the text", () => {
  const shown = showDiagnostic({ ...diagnostic, message: "got \u009b0m", suggestion: "did you mean \u001b[2J?" }, true);
  expect(shown).toContain("got \\u009b0m\n");
  expect(shown).toContain("\ndid you mean \\u001b[2J?\n");
});

test("colours change no character", () => {
  const coloured = showDiagnostic(diagnostic, true);
  expect(coloured).toContain("\u001b[31merror\u001b[39m");
  expect(stripVTControlCharacters(coloured)).toBe(showDiagnostic(diagnostic));
});

test.each([
  [join(process.cwd(), "a.thrift"), "a.thrift"],
  ["./b/../a.thrift", "a.thrift"],
  ["/elsewhere/a.thrift", "/elsewhere/a.thrift"],
  ["../a.thrift", "../a.thrift"],
  ["\u001b[2J.thrift", "\\u001b[2J.thrift"],
])("writes %j as %j", (path, expected) => {
  expect(pathFromHere(path)).toBe(expected);
});
