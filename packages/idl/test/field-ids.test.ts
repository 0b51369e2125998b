import { expect, test } from "vitest";
import { compile, type CompileOptions } from "../src/index.ts";
import { problems } from "./problems.ts";

const odd = "i32 a 5: i32 b i32 c -3: i32 d 2: i32 e i32 f";

test.each<[options: CompileOptions, fields: string, ids: number[], codes: string[]]>([
  // What `thrift --gen json` of version 0.17 prints.
  [{}, odd, [-1, 5, -2, -3, 2, -4], ["field_id", "ignored"]],
  [{}, "i32 a -1: i32 b 0: i32 c", [-1, -2, -3], ["field_id", "ignored", "ignored"]],
  [{ dialect: "apache" }, odd, [-1, 5, -2, -3, 2, -4], ["field_id", "ignored"]],
  [{ dialect: "thriftgo" }, "i32 a 5: i32 b i32 c -3: i32 d i32 e", [1, 5, 6, -3, -2], ["field_id"]],
  [{ fieldIds: "sequential" }, "i32 a i32 b 0: i32 c i32 d = 3", [1, 2, 0, 1], ["field_id", "duplicate"]],
  [{ dialect: "fbthrift" }, "1: i32 a -3: i32 b", [1, -3], ["field_id"]],
  [{ dialect: "thriftgo", fieldIds: "apache" }, "i32 a i32 b", [-1, -2], ["field_id"]],
])("with %o numbers the fields %s", (options, fields, ids, codes) => {
  const texts = { "a.thrift": `struct A { ${fields} }` };
  expect(problems(texts, options).map((problem) => problem.split(/[ :]/)[3])).toEqual(codes);
  if (codes.includes("duplicate")) return;
  expect(
    compile(texts, options)
      .struct("A")
      .fields.map((field) => field.id),
  ).toEqual(ids);
});

test.each<[options: CompileOptions, text: string, problem: string]>([
  [{}, "struct A { 32768: i32 a }", '12 error field_id: expected a field id up to 32767, got "32768"'],
  [{}, "struct A { i32 a, i32 b }", "16 warning field_id: expected an id, got none: -1 is taken"],
  [
    {},
    "struct A { -5: i32 a }",
    '12 warning ignored: expected a field id from 1 to 32767, got "-5", for which -1 is taken',
  ],
  [
    { fieldIds: "sequential" },
    "struct A { 32767: i32 a, i32 b }",
    '26 error field_id: expected a field id up to 32767, got "32768"',
  ],
  [
    { fieldIds: "sequential" },
    "struct A { -5: i32 a }",
    '12 warning field_id: expected a field id from 1 to 32767, got "-5", which other compilers number anew',
  ],
  [
    { fieldIds: "explicit" },
    "struct A { i32 a }",
    '12 error field_id: expected an id for each field, from 1 to 32767, got "a" without one',
  ],
  [
    { dialect: "fbthrift" },
    "struct A { 0: i32 a }",
    '12 error field_id: expected an id for each field, from 1 to 32767, got "0" for "a"',
  ],
])("with %o tells what is wrong with %s", (options, text, problem) => {
  expect(problems(text, options)).toEqual([`1:${problem}`]);
});

test("tells when there are more fields without an id than ids", () => {
  const fields = Array.from({ length: 32_769 }, (_, i) => `i32 a${i}`).join(" ");
  expect(problems(`struct A { ${fields} }`).slice(1)).toEqual([
    expect.stringMatching(/ error field_id: expected a field id up to 32767, got "32769 fields without an id"$/),
  ]);
});

test("numbers arguments as it numbers fields", () => {
  const method = compile({ "a.thrift": `service S { void m(${odd}) }` })
    .service("S")
    .methods.get("m");
  expect(method?.args.fields.map((field) => field.id)).toEqual([-1, 5, -2, -3, 2, -4]);
});
