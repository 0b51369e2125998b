import { expect, test } from "vitest";
import { parse } from "../src/index.ts";
import { bare } from "./bare.ts";
import { brief } from "./problems.ts";

const string = (value: string): object => ({ kind: "string", raw: `"${value}"`, value });
const annotations = [{ kind: "annotation", name: "k" }];

test.each<[text: string, header: object]>([
  ['include "a.thrift"', { kind: "include", path: string("a.thrift") }],
  ['include "a.thrift" as b;', { kind: "include", path: string("a.thrift"), alias: "b" }],
  ['include b "a.thrift"', { kind: "include", path: string("a.thrift"), alias: "b", isAliasFirst: true }],
  ['include as "a.thrift"', { kind: "include", path: string("a.thrift"), alias: "as", isAliasFirst: true }],
  ['cpp_include "a.h"', { kind: "cpp_include", path: string("a.h") }],
  ['hs_include "a.hs"', { kind: "hs_include", path: string("a.hs") }],
  ['package "a.b/c"', { kind: "package", path: string("a.b/c") }],
  ["package;", { kind: "package" }],
  [
    '@a.B @c{d = "e"} package "a.b/c";',
    {
      kind: "package",
      path: string("a.b/c"),
      structured: [
        { kind: "structured_annotation", name: "a.B" },
        { kind: "structured_annotation", name: "c", fields: [{ name: "d", value: string("e") }] },
      ],
    },
  ],
  ["namespace * a.b (k)", { kind: "namespace", language: "*", scope: "a.b", annotations }],
  ['namespace js.ts "a/b"', { kind: "namespace", language: "js.ts", scope: "a/b", quoted: string("a/b") }],
])("parses the header %s", (text, header) => {
  const { document, diagnostics } = parse(`${text} struct A {}`);
  expect(diagnostics).toEqual([]);
  expect(document.headers.map(bare)).toEqual([header]);
  expect(document.definitions.map(bare)).toEqual([{ kind: "struct", name: "A" }]);
});

test.each([
  ["cpp_namespace", "cpp"],
  ["java_package", "java"],
  ["py_module", "py"],
  ["ruby_namespace", "rb"],
  ["smalltalk_category", "smalltalk.category"],
])("reads %s as a namespace of %s, with a warning", (word, language) => {
  const { document, diagnostics } = parse(`${word} a.b struct A {}`, { file: "a.thrift" });
  expect(document.headers.map(bare)).toEqual([{ kind: "namespace", language, scope: "a.b" }]);
  expect(diagnostics.map(brief)).toEqual([
    `1:1 warning deprecated: expected "namespace ${language}", got "${word}", an old word for it`,
  ]);
});

test("reads a package without a path before the next line", () => {
  const { document, diagnostics } = parse("package\nstruct A {}");
  expect(diagnostics).toEqual([]);
  expect(document).toMatchObject({
    headers: [{ kind: "package", path: undefined }],
    definitions: [{ kind: "struct" }],
  });
});

test.each<[text: string, problem: string]>([
  ["package x", '1:9 error syntax: expected the path of a package as a string, got "x"'],
  ['include "a" as\nstruct B {}', '1:15 error syntax: expected a name for the file, got "struct"'],
  ["include x", '1:9 error syntax: expected the path of a file as a string, got "x"'],
  [
    'include "a" as struct',
    '1:16 error syntax: expected a name for the file that is not a reserved word, got "struct"',
  ],
  ["namespace 'x' y", '1:11 error syntax: expected a language or "*", got string "x"'],
  ["namespace x", "1:12 error syntax: expected a namespace, got the end of the file"],
  [
    "struct A {} package",
    '1:13 error syntax: expected a definition, since headers come before all definitions, got "package"',
  ],
])("tells what is wrong with the header %s", (text, problem) => {
  expect(parse(text, { file: "a.thrift" }).diagnostics.map(brief)).toEqual([problem]);
});
