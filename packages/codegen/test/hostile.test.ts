import { generate } from "@seapink/codegen";
import { compile } from "@seapink/idl";
import { describe, expect, test } from "vitest";
import { textOf } from "./text-of.ts";

/** Text that breaks out of comments, strings and lines, where nobody watches. */
const attack = "*/ \u2028\u2029 ' ` ${globalThis.hacked = 1} </script> */ globalThis.hacked = 1; /*";

// Whatever is no comment and no string. Both are matched from where they begin, as the compiler reads them.
function codeOf(text: string): string {
  return text.replace(/\/\*[^]*?\*\/|\/\/[^\n\u2028\u2029]*|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'/g, "");
}

describe("what the IDL says never becomes code", () => {
  test.for([
    [
      "a doc",
      `/** ${attack.replaceAll("*/", "* /")} */ struct S { /** ${attack.replaceAll("*/", "*\u0000/")} */ 1: i32 a }`,
    ],
    ["a doc of lines", `// ${attack}\nstruct S { // ${attack}\n 1: i32 a }`],
    ["a constant", `const string A = "${attack}" const map<string, list<string>> B = {"${attack}": ["${attack}"]}`],
    ["a default", `struct S { 1: string a = "${attack}" 2: binary b = "${attack}" }`],
    ["a value of an annotation", `struct S { 1: i32 a (k = "${attack}", deprecated = "${attack}") } (k = "${attack}")`],
    ["a key of an annotation", `service S { void m() (a.b.__proto__ = "1") }`],
  ] as const)("%s", ([, idl]) => {
    for (const dialect of ["apache", "thriftgo", "fbthrift"] as const) {
      const text = textOf(idl, { dialect });
      expect(codeOf(text)).not.toContain("hacked");
      expect(text).not.toMatch(/[\u2028\u2029]/);
    }
  });
});

test("the name of a file stays in its comment and in its import", () => {
  const evil = 'b"; globalThis.hacked = 1; \n\u2028*/ globalThis.hacked = 1; //.thrift';
  const program = compile({
    "a.thrift": `include 'b"; globalThis.hacked = 1; \u2028*/x.thrift' as evil const i32 A = evil.B`,
    [evil]: "const i32 C = 5",
    'b"; globalThis.hacked = 1; \u2028*/x.thrift': "const i32 B = 5",
  });
  const other = compile({ [evil]: "const i32 C = 5" });
  for (const { path, text } of generate([program, other])) {
    expect(codeOf(text)).not.toContain("hacked");
    expect(path).not.toMatch(/["\n\u2028*:]|(^|\/)\.\.(\/|$)/);
  }
});

test("the name of a file is not that of what codecs are made of", () => {
  const program = compile(
    {
      "a.thrift": 'include "b.thrift" struct A { 1: b.Write write 2: b.Tools tools }',
      "b.thrift": 'include "$write0.thrift" as w include "$.thrift" as t typedef w.S Write typedef t.S Tools',
      "$write0.thrift": "struct S {}",
      "$.thrift": "struct S {}",
    },
    { dialect: "fbthrift" },
  );
  const [{ text } = expect.fail("expected a file")] = generate([program], { aot: true });
  expect(text).toContain('import * as _ from "./$.ts";\n');
  expect(text).toContain('import * as _write0 from "./$write0.ts";\n');
  expect(text).toContain("$.codecOf(_write0.S)");
});

test("a list of twenty thousand is written before the test gives up", () => {
  const items = Array.from({ length: 20_000 }, (_, i) => `{"x": ${i}}`).join();
  expect(textOf(`struct P { 1: i32 x } const list<P> A = [${items}]`)).toContain("  { x: 19999 },\n");
});
