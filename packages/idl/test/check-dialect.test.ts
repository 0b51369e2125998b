import { expect, test } from "vitest";
import { type IdlDialect, parse } from "../src/index.ts";
import { brief } from "./problems.ts";
import { sharedIdl } from "./shared-idl.ts";

const dialects: readonly IdlDialect[] = ["apache", "thriftgo", "fbthrift"];
const compilers = { apache: "Apache's compiler", thriftgo: "thriftgo", fbthrift: "fbthrift's compiler" };

function warnings(text: string, dialect?: IdlDialect): string[] {
  const { diagnostics } = parse(text, { dialect, file: "a.thrift" });
  return diagnostics.filter(({ code }) => code === "dialect").map(brief);
}

test.each<[text: string, refusing: string, place: string, got: string]>([
  ["@a struct A {}", "apache thriftgo", "1:1", "an annotation with @"],
  ["interaction A {}", "apache thriftgo", "1:13", "an interaction"],
  ["service A { performs B; }", "apache thriftgo", "1:13", '"performs"'],
  ["service A { stream<i32> a() }", "apache thriftgo", "1:13", "a stream"],
  ["service A { sink<i32, i32> a() }", "apache thriftgo", "1:13", "a sink"],
  ["service A { idempotent i32 a() }", "apache thriftgo", "1:28", '"idempotent"'],
  ["service A { readonly i32 a() }", "apache thriftgo", "1:26", '"readonly"'],
  ["safe exception A {}", "apache thriftgo", "1:16", "an exception with qualifiers"],
  ['package "a.b/c"', "apache thriftgo", "1:1", "a package"],
  ['hs_include "a"', "apache thriftgo", "1:1", '"hs_include"'],
  ['include "a.thrift" as b', "apache thriftgo", "1:1", "an include with another name"],
  ['include b "a.thrift"', "apache thriftgo fbthrift", "1:1", "a name before the path of an include"],
  ['namespace js "a"', "apache thriftgo", "1:1", "a namespace in quotes"],
  ["namespace * a", "fbthrift", "1:1", "a namespace of all languages"],
  ["namespace * a (b = 'c')", "apache", "1:1", "a namespace of all languages with annotations"],
  ["const i32 A = 1 (a = 'b')", "apache", "1:11", "a constant with annotations"],
  ["struct A { 1: A (a = 'b') a }", "apache", "1:15", "annotations at the name of a type"],
  ["struct A { 1: i32 a (b = 'c') }", "fbthrift", "1:22", "annotations in parentheses"],
  ["struct A {} (a)", "thriftgo", "1:14", "an annotation without a value"],
  ["struct A {} (a = 1)", "apache thriftgo", "1:14", "an annotation whose value is no string"],
  ["const A a = B{c = 1}", "apache thriftgo", "1:13", 'a constant by "Name{…}"'],
  ["struct A { 1: A & a }", "thriftgo fbthrift", "1:19", '"&"'],
  ["struct A { 1: i32 a xsd_optional }", "thriftgo fbthrift", "1:19", '"xsd_…"'],
  ["struct A xsd_all {}", "thriftgo fbthrift", "1:8", '"xsd_all"'],
  ["union A xsd_all {}", "thriftgo fbthrift", "1:7", '"xsd_all"'],
  ["const string A = 'a\nb'", "apache", "1:18", "a string over several lines"],
  ["const i32 A = 0b1", "apache thriftgo", "1:15", "a binary number"],
  ["const i32 A = 0o7", "apache fbthrift", "1:15", 'an octal number with "0o"'],
  ["const i32 A = 0X1F", "apache thriftgo", "1:15", 'a number with "0X"'],
  ["const i32 A = -0x1F", "thriftgo", "1:15", "a hexadecimal number with a sign"],
  ["struct A { 1: list<float> a }", "apache thriftgo", "1:20", 'the type "float"'],
  ["struct A { 1: i8 a }", "fbthrift", "1:15", 'the type "i8"'],
  ["struct A { 1: uuid a }", "thriftgo fbthrift", "1:15", 'the type "uuid"'],
])("warns of what a compiler refuses: %s", (text, refusing, place, got) => {
  for (const dialect of dialects) {
    const warning = `${place} warning dialect: expected IDL that ${compilers[dialect]} takes, got ${got}`;
    const isRefused = refusing.split(" ").includes(dialect);
    expect(warnings(text, dialect).filter((message) => message.endsWith(got))).toEqual(isRefused ? [warning] : []);
  }
  expect(warnings(text)).toEqual([]);
});

test.each<[text: string, refusing: string, place: string, name: string]>([
  ["struct class {}", "apache", "1:8", "class"],
  ["struct A { 1: i32 from }", "apache", "1:19", "from"],
  ["enum A { end }", "apache", "1:10", "end"],
  ["const i32 lambda = 1", "apache", "1:11", "lambda"],
  ["typedef i32 next", "apache", "1:13", "next"],
  ["service alias {}", "apache", "1:9", "alias"],
  ["service A { void set() }", "apache fbthrift", "1:18", "set"],
  ["service A { void a(1: i32 async) }", "apache", "1:27", "async"],
  ["service A { void a() throws (1: E stream) }", "fbthrift", "1:35", "stream"],
  ["struct A { 1: i32 interaction }", "fbthrift", "1:19", "interaction"],
  ["struct __FBThriftA {}", "fbthrift", "1:8", "__FBThriftA"],
  ["struct Été {}", "apache thriftgo fbthrift", "1:8", "Été"],
])("warns of a name that a compiler refuses: %s", (text, refusing, place, name) => {
  for (const dialect of dialects) {
    const warning = `${place} warning dialect: expected a name that ${compilers[dialect]} takes, got "${name}"`;
    expect(warnings(text, dialect)).toEqual(refusing.split(" ").includes(dialect) ? [warning] : []);
  }
  expect(warnings(text)).toEqual([]);
});

test("warns of each thing once in a file, and of each name", () => {
  expect(warnings("@a @b struct class { @c 1: float from 2: float a }", "apache")).toEqual([
    "1:1 warning dialect: expected IDL that Apache's compiler takes, got an annotation with @",
    '1:14 warning dialect: expected a name that Apache\'s compiler takes, got "class"',
    '1:28 warning dialect: expected IDL that Apache\'s compiler takes, got the type "float"',
    '1:34 warning dialect: expected a name that Apache\'s compiler takes, got "from"',
  ]);
});

test("says nothing of types that the file defines itself", () => {
  expect(warnings("typedef double float struct A { 1: float a }", "apache")).toEqual([
    '1:16 warning dialect: expected a name that Apache\'s compiler takes, got "float"',
  ]);
  expect(warnings("typedef byte i8 struct A { 1: i8 a }", "fbthrift")).toEqual([]);
});

test.each(["base.thrift", "example_service.thrift"])("says nothing of %s", (file) => {
  const text = sharedIdl.get(file) ?? "";
  expect([warnings(text, "apache"), warnings(text, "thriftgo")]).toEqual([[], []]);
});
