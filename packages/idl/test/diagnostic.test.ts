import { expect, test } from "vitest";
import { type DiagnosticCode, formatDiagnostic, type IdlDialect } from "../src/index.ts";
import { diagnosticsOf } from "./problems.ts";

type Said = readonly [files: string | Record<string, string>, said: readonly string[], dialect?: IdlDialect];

// One text for each code, with everything that is said of it.
const all: Readonly<Record<DiagnosticCode, Said>> = {
  syntax: [
    "struct A {\n\t1: i32\n\t2: i32 b\n}",
    ['a.thrift:2:8: error: expected the name of a field, got "2"', "2 |  1: i32", "  |        ^"],
  ],
  escape: [
    String.raw`const string A = "\d"`,
    [
      'a.thrift:1:19: warning: expected an escape, got a backslash before "d", which stays',
      String.raw`1 | const string A = "\d"`,
      "  |                   ^^",
    ],
  ],
  limit: [
    `const i64 A = ${"1".repeat(101)}`,
    [
      `a.thrift:1:15: error: expected an integer of 64 bits, got "${"1".repeat(60)}…"`,
      `1 | const i64 A = ${"1".repeat(101)}`,
      `  | ${" ".repeat(14)}${"^".repeat(101)}`,
    ],
  ],
  missing_file: [
    'include "x/b.thrift"',
    [
      'a.thrift:1:9: error: expected a file, got none of "x/b.thrift"',
      '1 | include "x/b.thrift"',
      "  |         ^^^^^^^^^^^^",
    ],
  ],
  cycle: [
    "typedef list<A> A",
    [
      "a.thrift:1:17: error: expected a typedef of another type, got the cycle A -> A",
      "1 | typedef list<A> A",
      "  |                 ^",
    ],
  ],
  unresolved: [
    "struct Info {}\nstruct A { 1: list<Inof> a }",
    [
      'a.thrift:2:20: error: expected a type, got "Inof", which is not defined',
      "2 | struct A { 1: list<Inof> a }",
      "  |                    ^^^^",
      "did you mean Info?",
    ],
  ],
  ambiguous: [
    { "a.thrift": 'include "b.thrift"\nenum b { X = 1 }\nconst i32 A = b.B', "b.thrift": "const i32 B = 1" },
    [
      'a.thrift:2:6: warning: expected different names of an enum and an included file, got "b" for both',
      "2 | enum b { X = 1 }",
      "  |      ^",
      "a.thrift:1:9: the file is included here",
      '1 | include "b.thrift"',
      "  |         ^^^^^^^^^^",
    ],
  ],
  duplicate: [
    "struct A {}\n\nenum A {}",
    [
      'a.thrift:3:6: error: expected different names of definitions, got "A" twice',
      "3 | enum A {}",
      "  |      ^",
      "a.thrift:1:8: the other is here",
      "1 | struct A {}",
      "  |        ^",
    ],
  ],
  wrong_kind: [
    "service A extends B {} struct B {}",
    [
      'a.thrift:1:19: error: expected a service, got the struct "B"',
      "1 | service A extends B {} struct B {}",
      "  |                   ^",
    ],
  ],
  field_id: [
    "struct A { 40000: i32 a }",
    [
      'a.thrift:1:12: error: expected a field id up to 32767, got "40000"',
      "1 | struct A { 40000: i32 a }",
      "  |            ^^^^^",
    ],
  ],
  enum_number: [
    "enum A {\n  X = 1\n  Y = 1\n}",
    [
      'a.thrift:3:7: warning: expected different numbers of enum values, got 1 for "X" too',
      "3 |   Y = 1",
      "  |       ^",
      "a.thrift:2:3: the other is here",
      "2 |   X = 1",
      "  |   ^",
    ],
  ],
  value: [
    "const string A = 'a'\nstruct B { 1: i32 b = A }",
    [
      'a.thrift:2:23: error: expected an i32, from -2147483648 to 2147483647, got string "a"',
      "2 | struct B { 1: i32 b = A }",
      "  |                       ^",
      "a.thrift:1:18: the value is here",
      "1 | const string A = 'a'",
      "  |                  ^^^",
    ],
  ],
  default: [
    "struct A { 1: optional i32 a = 1 }",
    [
      'a.thrift:1:28: warning: expected an optional field without a default, got one for "a"',
      "1 | struct A { 1: optional i32 a = 1 }",
      "  |                            ^",
    ],
  ],
  annotation: [
    "struct Note {}\n@Nota\nstruct A {}",
    [
      'a.thrift:2:2: warning: expected the name of a struct, got "Nota", which is not defined',
      "2 | @Nota",
      "  |  ^^^^",
      "did you mean Note?",
    ],
  ],
  oneway: [
    "service A { oneway i32 a() }",
    [
      "a.thrift:1:20: warning: expected a oneway method to return void, got a type, which is left out",
      "1 | service A { oneway i32 a() }",
      "  |                    ^^^",
    ],
  ],
  ignored: [
    "struct A { 0: i32 a }",
    [
      'a.thrift:1:12: warning: expected a field id from 1 to 32767, got "0", for which -1 is taken',
      "1 | struct A { 0: i32 a }",
      "  |            ^",
    ],
  ],
  deprecated: [
    "service A { async void a() }",
    [
      'a.thrift:1:13: warning: expected "oneway", got "async", an old word for it',
      "1 | service A { async void a() }",
      "  |             ^^^^^",
    ],
  ],
  dialect: [
    "const i32 A = B\nconst i32 B = 1",
    [
      'a.thrift:1:15: warning: expected a definition before its use, as Apache\'s compiler needs it, got "B" after it',
      "1 | const i32 A = B",
      "  |               ^",
      "a.thrift:2:11: it is defined here",
      "2 | const i32 B = 1",
      "  |           ^",
    ],
    "apache",
  ],
  identity_key: [
    "struct A { 1: set<binary> a }",
    [
      "a.thrift:1:19: warning: expected keys that are equal by value, got binary, which JavaScript compares by identity",
      "1 | struct A { 1: set<binary> a }",
      "  |                   ^^^^^^",
    ],
  ],
  unused_include: [
    { "a.thrift": 'include "b.thrift"', "b.thrift": "" },
    [
      'a.thrift:1:1: warning: expected a use of the included file, got none of "b.thrift"',
      '1 | include "b.thrift"',
      "  | ^^^^^^^^^^^^^^^^^^",
    ],
  ],
};

test.each(Object.entries(all))(
  "says with the code %s what is wrong, where, and what was meant",
  (code, [files, said, dialect]) => {
    const diagnostics = diagnosticsOf(files, { dialect });
    expect(diagnostics.map((diagnostic) => diagnostic.code)).toEqual([code]);
    expect(diagnostics.map(formatDiagnostic)).toEqual([said.join("\n")]);
  },
);

test("sorts by file, as they were read, and by place", () => {
  const files = {
    "b.thrift": 'include "a.thrift" struct A { 1: X x } struct A { 1: a.Y y }',
    "a.thrift": "struct Z { 1: X x }",
  };
  expect(diagnosticsOf(files).map(({ file, column }) => `${file} ${column}`)).toEqual([
    "b.thrift 34",
    "b.thrift 47",
    "b.thrift 54",
    "a.thrift 15",
  ]);
});

test("counts warnings apart, so that they do not crowd out errors", () => {
  const warnings = Array.from({ length: 200 }, (_, i) => `struct W${i} { 0: i32 a }`).join("\n");
  const severities = diagnosticsOf(`${warnings} struct A { 1: X x }`).map((diagnostic) => diagnostic.severity);
  expect(severities.filter((severity) => severity === "warning")).toHaveLength(100);
  expect(severities.filter((severity) => severity === "error")).toHaveLength(1);
});
