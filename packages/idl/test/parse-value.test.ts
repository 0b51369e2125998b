import { expect, test } from "vitest";
import { parse } from "../src/index.ts";
import { bare } from "./bare.ts";
import { brief } from "./problems.ts";

const integer = (value: number): object => ({ kind: "integer", raw: String(value), value: BigInt(value) });
const string = (raw: string): object => ({ kind: "string", raw, value: raw.slice(1, -1) });
const reference = (name: string): object => ({ kind: "reference", name });

test.each<[text: string, value: object]>([
  ["5", integer(5)],
  ["-0x1F", { kind: "integer", raw: "-0x1F", value: -31n }],
  ["010", { kind: "integer", raw: "010", value: 10n }],
  ["99999999999999999999", { kind: "integer", raw: "99999999999999999999", value: 99999999999999999999n }],
  [".5", { kind: "double", raw: ".5", value: 0.5 }],
  ["1e3", { kind: "double", raw: "1e3", value: 1000 }],
  ["true", { kind: "bool", value: true }],
  ["false", { kind: "bool" }],
  ["'x'", string("'x'")],
  [String.raw`"a\tb"`, { kind: "string", raw: String.raw`"a\tb"`, value: "a\tb" }],
  ["LIMIT", reference("LIMIT")],
  ["base.Color.RED", reference("base.Color.RED")],
  ["[]", { kind: "list_value" }],
  ["[1 2, 3; 4]", { kind: "list_value", items: [1, 2, 3, 4].map(integer) }],
  ["{}", { kind: "map_value" }],
  [
    "{1:2 3:A, 'x':[]}",
    {
      kind: "map_value",
      entries: [
        { key: integer(1), value: integer(2) },
        { key: integer(3), value: reference("A") },
        { key: string("'x'"), value: { kind: "list_value" } },
      ],
    },
  ],
  ["Foo{}", { kind: "struct_value", type: "Foo" }],
  [
    "b.Foo{a = 1, b = Bar{c = 2}; }",
    {
      kind: "struct_value",
      type: "b.Foo",
      fields: [
        { name: "a", value: integer(1) },
        { name: "b", value: { kind: "struct_value", type: "Bar", fields: [{ name: "c", value: integer(2) }] } },
      ],
    },
  ],
])("parses the value %s", (text, value) => {
  const { document, diagnostics } = parse(`const X C = ${text};`);
  expect(diagnostics).toEqual([]);
  expect(bare(document.definitions[0])).toMatchObject({ kind: "const", name: "C", value });
  expect(bare((document.definitions[0] as { value?: unknown }).value)).toEqual(value);
});

test.each<[text: string, problem: string]>([
  ["", '1:13 error syntax: expected a value, got ";"'],
  ["=", '1:13 error syntax: expected a value, got "="'],
  ["[1", '1:16 error syntax: expected "]", got the end of the file'],
  ["{1}", '1:15 error syntax: expected ":", got "}"'],
  ["{1:}", '1:16 error syntax: expected a value, got "}"'],
  ["Foo{1}", '1:17 error syntax: expected the name of a field, got "1"'],
  ["Foo{a}", '1:18 error syntax: expected "=", got "}"'],
])("tells what is wrong with the value %s", (text, problem) => {
  expect(parse(`const X C = ${text};`, { file: "a.thrift" }).diagnostics.map(brief)[0]).toBe(problem);
});

test("warns of a backslash that means nothing, and keeps it", () => {
  const { document, diagnostics } = parse(String.raw`const string C = "a\d"`, { file: "a.thrift" });
  expect(diagnostics.map(brief)).toEqual([
    '1:20 warning escape: expected an escape, got a backslash before "d", which stays',
  ]);
  expect(document.definitions[0]).toMatchObject({ value: { value: String.raw`a\d` } });
});

test.each([1, 98, 99])("says that %d nines after a zero are not octal", (count) => {
  const { diagnostics } = parse(`const i64 C = 0${"9".repeat(count)}`, { file: "a.thrift", dialect: "thriftgo" });
  expect(diagnostics.map(brief)[0]).toMatch(/^1:15 error syntax: expected octal digits after 0, got "09/);
});

test("refuses an integer out of all proportion", () => {
  const { diagnostics } = parse(`const i64 C = ${"9".repeat(1_000_000)}`, { file: "a.thrift" });
  expect(diagnostics.map(brief)).toEqual([
    `1:15 error limit: expected an integer of 64 bits, got "${"9".repeat(60)}…"`,
  ]);
});

test.each(["[", "{1:", "Foo{a="])("parses 64 levels of %s and no more", (open) => {
  const nested = (depth: number): string => `const X C = ${open.repeat(depth)}`;
  const codes = (depth: number): string[] => parse(nested(depth)).diagnostics.map((d) => d.code);
  expect(codes(64)).not.toContain("limit");
  expect(codes(65)).toContain("limit");
  expect(codes(100_000)).toContain("limit");
});
