import { expect, test } from "vitest";
import { parse } from "../src/index.ts";
import { bare } from "./bare.ts";
import { brief } from "./problems.ts";

const named = (name: string): object => ({ kind: "named", name });
const i32 = { kind: "base", name: "i32" };
const nothing = { kind: "void" };
const exception = { kind: "field", requiredness: "default", type: named("E"), name: "e" };
const throws = [exception];
const annotations = [{ kind: "annotation", name: "k" }];
const streamOf = (of: object): object => ({ kind: "stream", of });

test.each<[text: string, method: object]>([
  ["void a()", { returns: [nothing] }],
  ["i32 a(), ", { returns: [i32] }],
  ["Foo (k) a();", { returns: [{ ...named("Foo"), annotations: [{ kind: "annotation", name: "k" }] }] }],
  ["oneway void a()", { qualifier: "oneway", returns: [nothing] }],
  ["idempotent void a()", { qualifier: "idempotent", returns: [nothing] }],
  ["readonly Foo (k) a();", { qualifier: "readonly", returns: [{ ...named("Foo"), annotations }] }],
  ["readonly i32 (k) a();", { qualifier: "readonly", returns: [{ ...i32, annotations }] }],
  ["readonly File, stream<i32> a()", { qualifier: "readonly", returns: [named("File")], stream: streamOf(i32) }],
  ["readonly stream<i32> a()", { qualifier: "readonly", stream: streamOf(i32) }],
  ["readonly a()", { returns: [named("readonly")] }],
  ["idempotent a(E e)", { returns: [named("idempotent")], params: [exception] }],
  [
    "void a(E e) throws (E e) (k)",
    {
      returns: [nothing],
      params: [exception],
      throws,
      annotations: [{ kind: "annotation", name: "k" }],
    },
  ],
  ["@x void a()", { returns: [nothing], structured: [{ kind: "structured_annotation", name: "x" }] }],
  ["stream<i32> a()", { stream: { kind: "stream", of: i32 } }],
  ["Foo, stream<i32 throws (E e)> a()", { returns: [named("Foo")], stream: { kind: "stream", of: i32, throws } }],
  ["sink<i32, Foo> a()", { sink: { kind: "sink", of: i32, final: named("Foo") } }],
  [
    "Foo, sink<i32 throws (E e), Foo throws (E e)> a()",
    {
      returns: [named("Foo")],
      sink: { kind: "sink", of: i32, throws, final: named("Foo"), finalThrows: throws },
    },
  ],
  ["sink<i32>, stream<Foo> a()", { sink: { kind: "sink", of: i32 }, stream: { kind: "stream", of: named("Foo") } }],
  ["File a()", { returns: [named("File")] }],
  ["File, Foo a()", { returns: [named("File"), named("Foo")] }],
  ["File, void a()", { returns: [named("File"), nothing] }],
  ["File, Foo, stream<i32> a()", { returns: [named("File"), named("Foo")], stream: { kind: "stream", of: i32 } }],
  ["stream a()", { returns: [named("stream")] }],
  [
    "sink a(sink sink)",
    {
      returns: [named("sink")],
      params: [{ kind: "field", requiredness: "default", type: named("sink"), name: "sink" }],
    },
  ],
])("parses the method %s", (text, method) => {
  for (const owner of ["service", "interaction"]) {
    const { document, diagnostics } = parse(`${owner} S { ${text} }`);
    expect(diagnostics).toEqual([]);
    expect(document.definitions.map(bare)).toEqual([
      { kind: owner, name: "S", functions: [{ kind: "function", name: "a", ...method }] },
    ]);
  }
});

test("reads async as oneway, with a warning", () => {
  const { document, diagnostics } = parse("service S { async void a() }", { file: "a.thrift" });
  expect(document.definitions).toMatchObject([{ functions: [{ qualifier: "oneway" }] }]);
  expect(diagnostics.map(brief)).toEqual([
    '1:13 warning deprecated: expected "oneway", got "async", an old word for it',
  ]);
});

test.each<[text: string, problem: string]>([
  ["void ()", '1:18 error syntax: expected the name of a method, got "("'],
  ["a()", '1:14 error syntax: expected the name of a method, got "("'],
  ["a(1: i32 b) throws (E e)", '1:14 error syntax: expected the name of a method, got "("'],
  ["void a", '1:20 error syntax: expected "(", got "}"'],
  ["void a(", '1:21 error syntax: expected ")", got "}"'],
  ["void a() throws", '1:29 error syntax: expected "(", got "}"'],
  ["stream<> a()", '1:20 error syntax: expected a type, got ">"'],
  ["stream<i32 a()", '1:24 error syntax: expected ">", got "a"'],
  ["sink<i32, > a()", '1:23 error syntax: expected a type, got ">"'],
  ["sink<i32>, Foo a()", '1:28 error syntax: expected "stream<" or the name of a method, got "a"'],
  ["stream<i32>, Foo a()", '1:24 error syntax: expected the name of a method, got ","'],
  ["= a()", '1:13 error syntax: expected a type, got "="'],
])("tells what is wrong with the method %s", (text, problem) => {
  expect(parse(`service S { ${text} }`, { file: "a.thrift" }).diagnostics.map(brief)).toEqual([problem]);
});
