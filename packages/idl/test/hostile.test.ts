import { dirname } from "node:path";
import { array, assert, constantFrom, property, string } from "fast-check";
import { expect, test, vi } from "vitest";
import { compile, type IdlDialect, IdlError, parse, print, type Program } from "../src/index.ts";
import { Scanner } from "../src/scanner.ts";
import { growth, mostGrowth } from "./growth.ts";
import { definitions, headers } from "./language.ts";
import { besides, repositoryIdl } from "./repository-idl.ts";
import { sharedIdl } from "./shared-idl.ts";

/** Compiles, or fails as it may. */
function survives(text: string, dialect?: IdlDialect, beside: ReadonlyMap<string, string> = sharedIdl): void {
  const files = new Map([...beside, ["entry.thrift", text]]);
  try {
    touch(compile(files, { entry: "entry.thrift", dialect }));
  } catch (error) {
    if (!(error instanceof IdlError)) throw error;
    expect(error.diagnostics.length).toBeGreaterThan(0);
  }
}

/** Looks at every descriptor, since what one is made of is made when it is looked at. */
function touch(program: Program): void {
  for (const { methods } of program.services.values()) expect(methods.size).toBeGreaterThanOrEqual(0);
  for (const { kind, name } of program.files.get(program.file)?.document.definitions ?? []) {
    if (kind === "service" || kind === "interaction" || kind === "const") continue;
    const type = program.type(name.text);
    expect("fields" in type ? type.fields : []).toBeInstanceOf(Array);
  }
}

test.each([...repositoryIdl])("takes %s, cut off anywhere, or tells what is wrong", (path, text) => {
  const places = Math.min(text.length, 2000);
  const beside = besides(path);
  for (let place = 0; place <= places; place++) {
    survives(text.slice(0, Math.round((place / places) * text.length)), undefined, beside);
  }
});

test("cuts off the files of other packages, too", () => {
  const folders = new Set(Array.from(repositoryIdl.keys(), dirname));
  expect([...folders]).toEqual(expect.arrayContaining(["packages/idl/test/idl", "tooling/interop/idl"]));
});

const language = `${headers}\n${definitions}`;
const dialects = [undefined, "apache", "thriftgo", "fbthrift"] as const;

test.each(dialects)("takes the whole language, cut off anywhere, or tells what is wrong: as %s", (dialect) => {
  for (let end = 0; end <= language.length; end++) {
    const { document, diagnostics } = parse(language.slice(0, end), { dialect });
    expect(document.isWhole || diagnostics.some(({ severity }) => severity === "error")).toBe(true);
    expect(print(document).length).toBeLessThan(2 * language.length);
  }
});

/** How often a token was read, ahead or again as well. */
function steps(text: string): number {
  const next = vi.spyOn(Scanner.prototype, "next");
  parse(text);
  const { length } = next.mock.calls;
  next.mockRestore();
  return length;
}

test.each([...sharedIdl, ["the whole language", language]])("reads no more of %s if it is cut off", (_, text) => {
  const most = 2 * steps(text);
  for (let end = 0; end < text.length; end += 7) expect(steps(text.slice(0, end))).toBeLessThanOrEqual(most);
});

test.each([...sharedIdl])("takes %s without any one of its characters, or tells what is wrong", (_, text) => {
  for (let at = 0; at < text.length; at++) survives(text.slice(0, at) + text.slice(at + 1));
});

const words =
  `struct union exception enum const typedef service interaction performs extends throws oneway async include
  namespace cpp_include i32 i64 double list set map string binary uuid float void stream sink required optional true
  false as package hs_include senum slist safe transient client idempotent readonly php_namespace A B C a b c __proto__ constructor a.b A.B xsd_all xsd_attrs cpp_type { } ( ) [ ] < > , ; : = * & @ 0 1 -1 010 08 0x1F 0b1
  1.5 "x" 'y' "base.thrift" /** x */ // # \n ///< /// " ' /* \\ é \0`.split(/\s+/);

test("takes any words in any order, or tells what is wrong", () => {
  const text = array(constantFrom(...words, "\n"), { maxLength: 60 }).map((parts) => parts.join(" "));
  assert(
    property(text, constantFrom(...dialects), (text, dialect) => survives(text, dialect)),
    { numRuns: 3000, seed: 7 },
  );
});

test("reads any words in any order in any dialect, and prints what it has read", () => {
  const text = array(constantFrom(...words, "\n"), { maxLength: 40 }).map((parts) => parts.join(" "));
  const law = property(text, constantFrom(...dialects), (text, dialect) => {
    expect(typeof print(parse(text, { dialect }).document)).toBe("string");
  });
  assert(law, { numRuns: 2000, seed: 7 });
});

test("takes any text, or tells what is wrong", () => {
  const text = string({ unit: "binary", maxLength: 200 });
  assert(
    property(text, constantFrom(...dialects), (text, dialect) => survives(text, dialect)),
    { numRuns: 500, seed: 7 },
  );
});

const definition = constantFrom(
  ..."ABC"
    .split("")
    .flatMap((name) => [
      `struct ${name} { 1: required B a = {}, 2: list<C> b = [{}] }`,
      `struct ${name} { 1: A a = X, 2: map<A, B> b = {X: X} }`,
      `union ${name} { 1: A a = {"b": {}}, 2: C b }`,
      `exception ${name} { 1: B message = "x" }`,
      `typedef B ${name}`,
      `typedef map<A, list<C>> ${name}`,
      `enum ${name} { A = 1, B, C = 1 }`,
      `service ${name} extends B { A a(1: B b = X) throws (1: C c) performs A; }`,
      `@A{a = X} @B struct ${name} { @C 1: required B a = B.A, -2: optional C b = {a: 1} }`,
      `@C{b = {"a": Y}} union ${name} { @${name} 1: A a }`,
      `interaction ${name} { A, B a() stream<C> b() sink<A, B> c() }`,
    ]),
  ..."XYZ"
    .split("")
    .flatMap((name) => [
      `const A ${name} = {"a": Y, "b": Z}`,
      `const list<A> ${name} = [X, Y, A.B]`,
      `const i32 ${name} = B.C`,
      `const i64 ${name} = X`,
      `const B ${name} = C{a = Z}`,
    ]),
);

test("takes definitions that name each other in any way, or tells what is wrong", () => {
  const text = array(definition, { maxLength: 8 }).map((parts) => parts.join("\n"));
  assert(
    property(text, constantFrom(...dialects), (text, dialect) => survives(text, dialect)),
    { numRuns: 5000, seed: 7 },
  );
});

const openings = [
  "list<",
  "[",
  "{1:",
  "(a",
  "@a{b=",
  "struct A {",
  "service S { a(",
  "stream<",
  "/*",
  "'",
  '"\\"\n',
  '"\n',
  '"\n\\"',
  "'\n\"\n",
  "/// a\n",
  "a ///< b\n",
  "// a\r",
  "safe\n",
  "safe exception a\n",
  "service a { readonly a (\n",
  "include a\n",
  "\\",
];
function many(piece: string, size: number): string {
  return piece.repeat(Math.ceil(size / piece.length));
}

test.each([...openings, "struct A { 1: ", "enum E {\nconst\n", "typedef typedef\n", "é", "-", "}", "a ", "/** a */ "])(
  "reads four times as much of %j in four times the time",
  (piece) => {
    const reading = (size: number): (() => void) => {
      const text = many(piece, size);
      return () => void parse(text);
    };
    expect(growth(reading, 20_000)).toBeLessThan(mostGrowth);
  },
);

test.each([
  ["thriftgo", "/* a */ // b\n", "struct A {}"],
  ["thriftgo", "// a\r", "struct A {}"],
  ["fbthrift", "/// a\n", "struct A {}"],
  ["fbthrift", 'const string A = "\\x41\\u0041\\\n', '"'],
  ["apache", "/** a */ @a", "struct A {}"],
] as const)("reads four times as much of %s in four times the time: %j", (dialect, piece, end) => {
  const reading = (size: number): (() => void) => {
    const text = many(piece, size) + end;
    return () => void parse(text, { dialect });
  };
  expect(growth(reading, 20_000)).toBeLessThan(mostGrowth);
});

const methods = Array.from({ length: 90 }, (_, i) => `void m${i}()`).join(" ");

test.each([
  ["constants", (i: number) => `const i32 C${i} = C${i + 1}`],
  ["typedefs", (i: number) => `typedef C${i + 1} C${i}`],
  ["services", (i: number) => `service C${i} extends C${i + 1} { void m${i}() }`],
  ["services that inherit ninety methods", (i: number) => `service C${i} extends T { void own() }`],
  ["structs", (i: number) => `struct C${i} { 1: required C${i + 1} a }`],
  ["structs that all need the first", (i: number) => `struct C${i} { 1: required C0 a 2: required C${i + 1} b }`],
  ["unions", (i: number) => `union C${i} { 1: C${i + 1} a 2: C${Math.max(0, i - 1)} b }`],
  ["unknown annotations", (i: number) => `@D${i} struct C${i} {}`],
  ["namespaces", () => "namespace js a"],
  ["enums", (i: number) => `enum C${i} { A = 1 B = 1 } const C${i} K${i} = C${i + 1}.A`],
  ["unknown names", (i: number) => `struct C${i} { 1: D${i} a }`],
])("links four times as many %s in four times the time", (_, item) => {
  const linking = (size: number): (() => void) => {
    const text = Array.from({ length: size }, (_, i) => item(i)).join("\n");
    return () => survives(`${text}\nservice T { ${methods} }`);
  };
  expect(growth(linking, 700)).toBeLessThan(mostGrowth);
});

test.each([
  ["defaults", (i: number) => `i32 a${i} = 1`],
  ["required fields", (i: number) => `required i32 a${i}`],
])("bounds what constants of a struct cost that has many %s", (_, field) => {
  const linking = (size: number): (() => void) => {
    const fields = Array.from({ length: size }, (_, i) => field(i));
    const constants = Array.from({ length: size }, (_, i) => `const A C${i} = {}`);
    return () => survives(`struct A { ${fields.join(" ")} } ${constants.join("\n")}`);
  };
  expect(growth(linking, 700)).toBeLessThan(mostGrowth);
});

/** A name of the greatest length that is compared. */
function longName(first: string, i: number): string {
  return `${first.repeat(30)}${i}`.padEnd(64, "x");
}

function alike(size: number): () => void {
  const structs = Array.from({ length: size }, (_, i) => `struct ${longName("a", i)} {}`);
  const typedefs = Array.from({ length: size / 100 }, (_, i) => `typedef ${longName("b", i)} T${i}`);
  return () => survives([...structs, ...typedefs].join("\n"));
}

test("bounds what suggestions cost for unknown names that look like many others", () => {
  expect(growth(alike, 2000)).toBeLessThan(mostGrowth);
});
