import { compile } from "@seapink/idl";
import { expect, test } from "vitest";
import { planOf } from "../../src/call/plan.ts";
import { exampleOf } from "../../src/describe/example.ts";
import { type DescribedMethod, findNamed } from "../../src/describe/found.ts";

const program = compile({
  "a.thrift": `
    include "b.thrift"
    interaction Tray { i32 level(1: string unit) }
    interaction Lone { void go() }
    interaction Empty {}
    service Printing { void print()  Empty empty()  performs Tray }
    service Desk { b.Door door(1: i32 number) }`,
  "b.thrift": "interaction Door { void open()  void close() }",
});

test.each([
  ["Printing.print", "Printing.print '{}'"],
  ["Printing.empty", "Printing.empty '{}'"],
  ["Tray.level", `Printing.createTray --then 'Tray.level {"unit":"unit"}'`],
  ["Lone.go", "METHOD --then 'Lone.go {}'"],
  ["Desk.door", `Desk.door '{"number":1}' --then 'Door.open {}'`],
  ["b.Door.close", `Desk.door '{"number":1}' --then 'Door.close {}'`],
])("%s: seapink call ADDRESS %s", (name, call) => {
  const found = findNamed(program, name) as DescribedMethod;
  expect(exampleOf(program, found)).toBe(`seapink call ADDRESS ${call} --idl a.thrift`);
});

test("what is shown can be called", () => {
  const found = findNamed(program, "b.Door.close") as DescribedMethod;
  const [, method = "", json, then = ""] =
    /ADDRESS (\S+) '(.*?)' --then '(.*?)'/.exec(exampleOf(program, found) ?? "") ?? [];
  expect(planOf(program, { method, json, behind: [then] }).behind[0]?.method).toBe(found.method);
});
