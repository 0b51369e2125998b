import { expect, test } from "vitest";
import { compile, IdlError, loadProgram } from "../src/index.ts";
import { problems } from "./problems.ts";

test("finds includes beside the file, and then in the folders given", () => {
  const files = {
    "x/a.thrift": 'include "b.thrift" include "../c.thrift" include "d.thrift" struct A { 1: b.B b 2: c.C c 3: d.D d }',
    "x/b.thrift": "struct B {}",
    "b.thrift": "struct Wrong {}",
    "c.thrift": "struct C {}",
    "lib/d.thrift": "struct D {}",
  };
  const program = compile(files, { includeDirs: ["lib"] });
  expect(program.struct("A").fields.map((field) => "name" in field.type && field.type.name)).toEqual(["B", "C", "D"]);
  expect([...program.files.keys()]).toEqual(["x/a.thrift", "x/b.thrift", "c.thrift", "lib/d.thrift"]);
});

test("reads a file once, however it is included", () => {
  const files = {
    "a.thrift": 'include "b.thrift" include "c.thrift" struct A { 1: b.B b 2: c.C c }',
    "b.thrift": 'include "./d.thrift" struct B { 1: d.D d }',
    "c.thrift": 'include "x/../d.thrift" struct C { 1: d.D d }',
    "d.thrift": "struct D {}",
  };
  const program = compile(files);
  const inner = ["b.B", "c.C"].map((name) => program.struct(name).fields[0]?.type);
  expect(inner[0]).toBe(inner[1]);
});

test("begins with the first file, or the one that is named", () => {
  const files = new Map([
    ["a.thrift", "struct A {}"],
    ["b.thrift", "struct B {}"],
  ]);
  expect(compile(files).file).toBe("a.thrift");
  expect(compile(files, { entry: "b.thrift" }).struct("B").name).toBe("B");
  expect(() => compile(files, { entry: "c.thrift" })).toThrow(RangeError);
  expect(() => compile({})).toThrow(new RangeError("expected a file to begin with, got undefined"));
});

test.each<[what: string, files: Record<string, unknown>, got: string]>([
  ["the first text", { "a.thrift": 5 }, "a.thrift, got number 5"],
  ["an included text", { "a.thrift": 'include "b.thrift"', "b.thrift": null }, "b.thrift, got null"],
])("refuses %s that is no string", (_, files, got) => {
  expect(() => compile(files as Record<string, string>)).toThrow(new TypeError(`expected the text of ${got}`));
});

test("takes files that are named as objects' properties are", () => {
  const files = new Map([
    ["__proto__", 'include "constructor" struct A { 1: constructor.B b }'],
    ["constructor", "struct B {}"],
  ]);
  expect(compile(files).struct("A").fields[0]?.type).toMatchObject({ name: "B" });
});

test("looks for a name in all files with its prefix", () => {
  const files = {
    "a.thrift": 'include "x/b.thrift" include "y/b.thrift" struct A { 1: b.X x 2: b.Y y 3: b.Z z }',
    "x/b.thrift": "struct X {} enum Z {}",
    "y/b.thrift": "struct Y {} struct Z {}",
  };
  const program = compile(files);
  expect(program.struct("A").fields.map((field) => field.type.kind)).toEqual(["struct", "struct", "enum"]);
  expect(program.warnings.map((warning) => warning.code)).toEqual(["duplicate"]);
});

test("asks for included files, and waits for the answer", async () => {
  const asked: string[] = [];
  const program = await loadProgram({
    entry: { file: "db:1", text: 'include "two.thrift" struct A { 1: two.B b }' },
    async resolve(path, from) {
      asked.push(`${path} from ${from}`);
      return { file: "db:2", text: "struct B {}" };
    },
  });
  expect(asked).toEqual(["two.thrift from db:1"]);
  expect([...program.files.keys()]).toEqual(["db:1", "db:2"]);
});

test("tells of a file that whoever resolves does not have", async () => {
  const entry = { file: "a.thrift", text: 'include "b.thrift"' };
  const loading = loadProgram({ entry, resolve: () => ({ tried: ["x/b.thrift", "y/b.thrift"] }) });
  await expect(loading).rejects.toMatchObject({
    code: "missing_file",
    diagnostics: [{ message: 'expected a file, got none of "x/b.thrift", "y/b.thrift"' }],
  });
  await expect(loading).rejects.toBeInstanceOf(IdlError);
});

test("fails as whoever resolves does", async () => {
  const entry = { file: "a.thrift", text: 'include "b.thrift"' };
  const reason = new Error("no network");
  await expect(loadProgram({ entry, resolve: () => Promise.reject(reason) })).rejects.toBe(reason);
});

test.each<[what: string, files: Record<string, string>, problems: string[]]>([
  [
    "a cycle",
    { "a.thrift": 'include "b.thrift"', "b.thrift": 'include "c.thrift"', "c.thrift": 'include "a.thrift"' },
    [
      "c.thrift:1:9 error cycle: expected no include of a file by itself, got the cycle a.thrift -> b.thrift -> c.thrift -> a.thrift",
    ],
  ],
  [
    "a file that includes itself",
    { "a.thrift": 'include "a.thrift"' },
    ["1:9 error cycle: expected no include of a file by itself, got the cycle a.thrift -> a.thrift"],
  ],
  [
    "two files with one name",
    { "a.thrift": 'include "x/b.thrift" include "y/b.thrift"', "x/b.thrift": "", "y/b.thrift": "" },
    ['1:30 warning duplicate: expected includes with different names, got "b" twice'],
  ],
  [
    "a name of a file that is not included here",
    {
      "a.thrift": 'include "b.thrift" struct A { 1: b.B x 2: c.C y }',
      "b.thrift": 'include "c.thrift" struct B { 1: c.C y }',
      "c.thrift": "struct C {}",
    },
    ['1:43 error unresolved: expected a type, got "c.C", which is not defined (it is in c.thrift; include that file)'],
  ],
  [
    "a name of a file that is not included here, without its prefix",
    {
      "a.thrift": 'include "b.thrift" struct A { 1: b.B x 2: Coin y 3: i32 z = Color.RED }',
      "b.thrift": 'include "c.thrift" struct B { 1: c.Coin y }',
      "c.thrift": "struct Coin {} enum Color { RED }",
    },
    [
      '1:43 error unresolved: expected a type, got "Coin", which is not defined (it is in c.thrift; include that file, and write c.Coin)',
      '1:61 error unresolved: expected a value of type i32, got "Color.RED", which is not defined (it is in c.thrift; include that file, and write c.Color.RED)',
    ],
  ],
  [
    "a name without its prefix",
    { "a.thrift": 'include "b.thrift" struct A { 1: Info x }', "b.thrift": "struct Info {}" },
    ['1:34 error unresolved: expected a type, got "Info", which is not defined (did you mean b.Info?)'],
  ],
  [
    "an error in an included file, once",
    { "a.thrift": 'include "b.thrift" struct A { 1: b.Lost x }', "b.thrift": "strct Lost {}" },
    ['b.thrift:1:1 error syntax: expected a definition, got "strct" (did you mean struct?)'],
  ],
  [
    "a missing file, once",
    { "a.thrift": 'include "b.thrift" struct A { 1: b.B x = b.C }' },
    ['1:9 error missing_file: expected a file, got none of "b.thrift"'],
  ],
])("tells of %s", (_, files, found) => {
  expect(problems(files).filter((problem) => !problem.includes("unused_include"))).toEqual(found);
});

test("counts a structured annotation as a use of the included file", () => {
  const files = {
    "a.thrift": 'include "thrift.thrift" struct A { @thrift.Box 1: i32 a }',
    "thrift.thrift": "struct Box {}",
  };
  expect(problems(files)).toEqual([]);
});

test("limits how many files there are", () => {
  const files = {
    "a.thrift": 'include "b.thrift" include "c.thrift" struct A { 1: b.B x 2: c.C y }',
    "b.thrift": "struct B {}",
    "c.thrift": "struct C {}",
  };
  expect(problems(files, { limits: { maxFiles: 3 } })).toEqual([]);
  expect(problems(files, { limits: { maxFiles: 2 } })).toEqual([
    "1:28 error limit: expected at most 2 files, got more",
  ]);
});

test.each<[what: string, path: string, found: string[]]>([
  ["a missing file", "b.thrift", ['1:9 error missing_file: expected a file, got none of "b.thrift"']],
  ["a file that fbthrift's compiler has built in", "thrift/annotation/cpp.thrift", []],
])("counts no include of %s", (_, path, found) => {
  expect(problems(`include "${path}"`, { dialect: "fbthrift", limits: { maxFiles: 1 } })).toEqual(found);
});

test.each([
  ["x".repeat(90), 100],
  ["é".repeat(45), 100],
  ["\u20ac".repeat(30), 100],
])("limits how many bytes the text of %j has", (comment, most) => {
  const files = { "a.thrift": 'include "b.thrift"', "b.thrift": `// ${comment}`.padEnd(comment.length + 10) };
  expect(problems(files, { limits: { maxFileBytes: most } }).join()).not.toContain("limit");
  expect(() => compile(files, { limits: { maxFileBytes: most - 1 } })).toThrow(
    new IdlError("limit", "expected at most 99 bytes in a file, got more in b.thrift", { file: "b.thrift" }),
  );
});
