import { exceptionsOf, type Method, type StructType } from "@seapink/schema";
import { expect, test } from "vitest";
import { compile, type IdlDialect } from "../src/index.ts";
import { problems } from "./problems.ts";

const given = "struct Info { 1: i32 a } exception E { 1: string s } interaction File { void close() } ";

function methodOf(text: string): Method {
  const method = compile({ "a.thrift": `${given} service S { ${text} }` })
    .service("S")
    .methods.get("m");
  if (!method) throw new Error("expected a method, got none");
  return method;
}

/** `id:name:kind` of each field. */
function outline(type: StructType | undefined): string[] | undefined {
  return type?.fields.map((field) => `${field.id} ${field.name} ${field.type.kind}`);
}

interface Outline {
  readonly kind: Method["kind"];
  readonly args?: string[];
  readonly result?: string[];
  readonly stream?: string[];
  readonly sink?: string[];
  readonly final?: string[];
  readonly creates?: string;
}

test.each<[text: string, expected: Outline]>([
  ["void m()", { kind: "call" }],
  ["Info m(1: i32 a, string b)", { kind: "call", args: ["1 a i32", "-1 b string"], result: ["0 success struct"] }],
  ["void m() throws (1: E e)", { kind: "call", result: ["1 e exception"] }],
  ["i64 m() throws (1: E e, E f)", { kind: "call", result: ["0 success i64", "1 e exception", "-1 f exception"] }],
  ["oneway void m(1: i32 a)", { kind: "oneway", args: ["1 a i32"] }],
  ["stream<i32> m()", { kind: "stream", stream: ["0 success i32"] }],
  [
    "Info, stream<i32 throws (1: E e)> m() throws (2: E f)",
    {
      kind: "stream",
      result: ["0 success struct", "2 f exception"],
      stream: ["0 success i32", "1 e exception"],
    },
  ],
  [
    "sink<binary throws (1: E e), Info throws (1: E f)> m()",
    {
      kind: "sink",
      sink: ["0 success binary", "1 e exception"],
      final: ["0 success struct", "1 f exception"],
    },
  ],
  [
    "string, sink<i32>, stream<i64> m()",
    {
      kind: "bidi",
      result: ["0 success string"],
      sink: ["0 success i32"],
      stream: ["0 success i64"],
    },
  ],
  ["File m()", { kind: "call", creates: "File" }],
  ["File, void m()", { kind: "call", creates: "File" }],
  ["File, Info m()", { kind: "call", result: ["0 success struct"], creates: "File" }],
  ["File, stream<i32> m()", { kind: "stream", stream: ["0 success i32"], creates: "File" }],
])("describes %s", (text, { kind, args = [], result = [], stream, sink, final, creates }) => {
  const method = methodOf(text);
  expect(method).toMatchObject({ kind, name: "m", wireName: "m" });
  expect([method.args, method.result].map(outline)).toEqual([args, result]);
  expect([method.streamItem, method.sinkItem, method.finalResponse].map(outline)).toEqual([stream, sink, final]);
  expect(method.creates?.name).toBe(creates);
});

test("gives a method its annotations, and its arguments their defaults", () => {
  const method = methodOf('void m(1: i32 a = 5) (k = "v", l)');
  expect(method.annotations).toEqual(
    new Map([
      ["k", ["v"]],
      ["l", ["1"]],
    ]),
  );
  expect(method.args.fields).toMatchObject([{ default: 5, requiredness: "default" }]);
});

test("declares exceptions with the same class as the program", () => {
  const program = compile({ "a.thrift": `${given} service S { void m() throws (1: E e) }` });
  const [declared] = exceptionsOf(program.service("S").methods.get("m")?.result as StructType);
  expect(declared?.type.construct).toBe(program.exception("E"));
});

test("describes an interaction", () => {
  const text = `interaction I { void a(); stream<i32> b() } (k)  @thrift.Serial interaction J {}
    service S { I begin(); performs J; }`;
  const program = compile({ "a.thrift": text });
  const { methods, performs } = program.service("S");
  const i = program.interaction("I");
  expect(i).toMatchObject({ kind: "interaction", name: "I", serial: false, annotations: new Map([["k", ["1"]]]) });
  expect(Array.from(i.methods.values(), (m) => m.wireName)).toEqual(["I.a", "I.b"]);
  expect(methods.get("begin")?.creates).toBe(i);
  expect(performs).toEqual([program.interaction("J")]);
  expect(performs[0]?.serial).toBe(true);
});

test("inherits methods and interactions, of included services too", () => {
  const files = {
    "a.thrift": 'include "b.thrift" service S extends b.T { void own() } (k = "v")',
    "b.thrift": "interaction I {} service T extends U { performs I; void middle() } service U { void top() }",
  };
  const service = compile(files).service("S");
  expect(service).toMatchObject({ kind: "service", name: "S", annotations: new Map([["k", ["v"]]]) });
  expect([...service.methods.keys()]).toEqual(["top", "middle", "own"]);
  expect(service.performs.map((interaction) => interaction.name)).toEqual(["I"]);
});

test("takes names of methods that objects have", () => {
  const { methods } = compile({
    "a.thrift": "service S { void __proto__() void constructor() void toString() }",
  }).service("S");
  expect([...methods.keys()]).toEqual(["__proto__", "constructor", "toString"]);
});

test.each<[text: string, problem: string]>([
  ["service S { void a() void a() }", '1:27 error duplicate: expected different names of methods, got "a" twice'],
  ["interaction I { void a() void a() }", '1:31 error duplicate: expected different names of methods, got "a" twice'],
  [
    "service S extends T { void a() } service T extends U {} service U { void a() }",
    '1:28 error duplicate: expected different names of methods, got "a" twice',
  ],
  ["service S extends S {}", "1:9 error cycle: expected a service to extend another, got the cycle S -> S"],
  [
    "service S extends T {} service T extends U {} service U extends T {}",
    "1:32 error cycle: expected a service to extend another, got the cycle T -> U -> T",
  ],
  ["service S extends X {}", '1:19 error unresolved: expected a service, got "X", which is not defined'],
  ["service S extends A {} struct A {}", '1:19 error wrong_kind: expected a service, got the struct "A"'],
  ["service S { performs X; }", '1:22 error unresolved: expected an interaction, got "X", which is not defined'],
  [
    "service S { performs I; performs I; } interaction I {}",
    '1:34 error duplicate: expected different interactions, got "I" twice',
  ],
  ["service S { performs S; }", '1:22 error wrong_kind: expected an interaction, got the service "S"'],
  [
    "service S { i32, i64 a() }",
    "1:13 error wrong_kind: expected an interaction left of the response, got another type",
  ],
  ["service S { void a(1: I i) } interaction I {}", '1:23 error wrong_kind: expected a type, got the interaction "I"'],
  [
    "service S { i32, I a() } interaction I {}",
    "1:13 error wrong_kind: expected an interaction left of the response, got another type",
  ],
  [
    "interaction I { J a() } interaction J {}",
    '1:17 error wrong_kind: expected no interaction to create another, got the interaction "J" in "I"',
  ],
  [
    "service S { oneway i32 a() }",
    "1:20 warning oneway: expected a oneway method to return void, got a type, which is left out",
  ],
  [
    "service S { oneway void a() throws (1: E e) } exception E {}",
    "1:37 error oneway: expected a oneway method without exceptions, got one",
  ],
  [
    "service S { void a() throws (1: E e, 2: E f) } exception E {}",
    '1:41 warning duplicate: expected different exceptions, got that of "e" for "f" too',
  ],
  ["service S { oneway stream<i32> a() }", "1:20 error oneway: expected a oneway method without a stream, got one"],
  ["service S { sink<i32> a() }", "1:13 error syntax: expected the type of the final response, got none"],
  [
    "service S { i32 a() throws (1: E success) } exception E {}",
    '1:34 error duplicate: expected another name than "success", which the result has',
  ],
  [
    "service S { stream<i32 throws (1: E success)> a() } exception E {}",
    '1:37 error duplicate: expected another name than "success", which the result has',
  ],
  ["service S { stream<X> a() }", '1:20 error unresolved: expected a type, got "X", which is not defined'],
])("tells what is wrong with %s", (text, problem) => {
  expect(problems(text)).toEqual([problem]);
});

test.each(["i32 a() throws (0: E e)", "void a() throws (0: E e)", "stream<i32 throws (0: E e)> a()"])(
  "refuses an exception with the id of what is returned: %s",
  (method) => {
    const texts = { "a.thrift": `exception E {} service S { ${method} }` };
    const message = 'expected another id than 0, which what a method returns has, got it for "e"';
    expect(() => compile(texts, { dialect: "thriftgo" })).toThrow(message);
    // Apache's compiler gives it the id -1.
    expect(() => compile(texts)).not.toThrow();
  },
);

test.each<[dialect: IdlDialect | undefined, problem: string]>([
  [undefined, "warning oneway: expected a oneway method to return void, got a type, which is left out"],
  ["apache", "warning oneway: expected a oneway method to return void, got a type, which is left out"],
  ["thriftgo", "error oneway: expected a oneway method to return void, got a type"],
  ["fbthrift", "error oneway: expected a oneway method to return void, got a type"],
])("takes a oneway method with a result as %s does", (dialect, problem) => {
  expect(problems("service S { oneway i32 a() }", { dialect })).toEqual([`1:20 ${problem}`]);
});

test("limits how many methods there are, inherited ones included", () => {
  const methods = Array.from({ length: 10 }, (_, i) => `void m${i}()`).join(" ");
  const services = Array.from({ length: 9 }, (_, i) => `service S${i} extends T {}`).join("\n");
  const limits = { maxMethods: 100 };
  expect(problems(`service T { ${methods} }\n${services}`, { limits })).toEqual([]);
  expect(problems(`service T { ${methods} }\n${services} service U extends T { void more() }`, { limits })).toEqual([
    "10:33 error limit: expected at most 100 methods in all services, got more by way of those they extend",
  ]);
});

test("lets an exception be called success where nothing is returned", () => {
  expect(problems("service S { void a() throws (1: E success) } exception E {}")).toEqual([]);
});

function chain(size: number): string {
  const services = Array.from({ length: size }, (_, i) => `service S${i} extends S${i + 1} {}`);
  return `${services.join("\n")} service S${size} {}`;
}

test("limits how many services extend each other", () => {
  expect(problems(chain(63))).toEqual([]);
  expect(problems(chain(64))).toEqual([
    "1:9 error limit: expected at most 64 services that extend each other, got more",
  ]);
});
