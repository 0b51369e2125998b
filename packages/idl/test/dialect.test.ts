import { expect, test } from "vitest";
import { type DialectOptions, fieldIdsOf, type IdlDialect } from "../src/dialect.ts";
import { parse } from "../src/index.ts";
import { bare } from "./bare.ts";
import { brief } from "./problems.ts";

test.each<[options: DialectOptions, ids: string]>([
  [{}, "apache"],
  [{ dialect: "apache" }, "apache"],
  [{ dialect: "thriftgo" }, "sequential"],
  [{ dialect: "fbthrift" }, "explicit"],
  [{ dialect: "fbthrift", fieldIds: "apache" }, "apache"],
  [{ fieldIds: "sequential" }, "sequential"],
])("takes from %j that field ids are given as %s", (options, ids) => {
  expect(fieldIdsOf(options)).toBe(ids);
});

const dialects = [undefined, "apache", "thriftgo", "fbthrift"] as const;

/** The values that a text has in each dialect, or what is wrong with it. */
function everywhere(text: string): unknown[] {
  return dialects.map((dialect) => valueOf(text, dialect));
}

function valueOf(text: string, dialect: IdlDialect | undefined): unknown {
  const { document, diagnostics } = parse(`const A a = ${text}`, { dialect, file: "a.thrift" });
  const [wrong] = diagnostics.filter(({ severity, code }) => severity === "error" || code === "escape");
  const [constant] = document.definitions.map(bare) as { value: { value: unknown } }[];
  return wrong ? brief(wrong) : constant?.value.value;
}

test.each<[text: string, values: unknown[]]>([
  ["10", [10n, 10n, 10n, 10n]],
  ["010", [10n, 10n, 8n, 8n]],
  ["0b11", [3n, 3n, 3n, 3n]],
  ["0o11", [9n, 9n, 9n, 9n]],
  [
    "08",
    [
      8n,
      8n,
      '1:13 error syntax: expected octal digits after 0, got "08"',
      '1:13 error syntax: expected octal digits after 0, got "08"',
    ],
  ],
  [String.raw`"\n"`, ["\n", "\n", String.raw`\n`, "\n"]],
  [
    String.raw`"\x41"`,
    [
      '1:14 warning escape: expected an escape, got a backslash before "x", which stays',
      '1:14 error escape: expected an escape, got a backslash before "x"',
      String.raw`\x41`,
      "A",
    ],
  ],
  ['"a\nb"', ["a\nb", "a\nb", "a\nb", "a\nb"]],
])("gives the value %s its meaning in each dialect", (text, values) => {
  expect(everywhere(text)).toEqual(values);
});

test("reads the ids of fields as decimal numbers for thriftgo", () => {
  const { document } = parse("struct A { 010: i32 a = 010 }", { dialect: "thriftgo" });
  expect(document.definitions).toMatchObject([{ fields: [{ id: { value: 10n }, value: { value: 8n } }] }]);
});

test.each<[text: string, refusing: (IdlDialect | undefined)[]]>([
  ["struct map {}", [undefined, "apache", "thriftgo", "fbthrift"]],
  ["struct async {}", [undefined, "apache"]],
  ["struct interaction {}", ["fbthrift"]],
  ["struct uuid {}", []],
])("refuses %s where that is a reserved word", (text, refusing) => {
  const isRefused = (dialect: IdlDialect | undefined): boolean =>
    parse(text, { dialect }).diagnostics.some(({ severity }) => severity === "error");
  expect(dialects.filter(isRefused)).toEqual(refusing);
});
