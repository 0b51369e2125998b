import { compile } from "@seapink/idl";
import { expect, test } from "vitest";
import { planOf } from "../../src/call/plan.ts";
import { methodNames, stepNames } from "../../src/describe/method-names.ts";
import { methodOf } from "../../src/method-of.ts";
import { program } from "./programs.ts";

test("names methods that may be called, and nothing else", () => {
  const names = methodNames(program);
  const own = ["Store.ping", "Store.get", "Store.log", "Store.open", "Store.fill"];
  expect([...names].sort()).toEqual([...own, "shared.Base.ping"].sort());
  for (const name of names) expect(methodOf(program, name)).toBeDefined();
});

test("names methods of interactions, also of included files, as --then takes them", () => {
  expect(stepNames(program)).toEqual(["File.read"]);
  const other = compile({
    "a.thrift": 'include "b.thrift" service S { b.File open() }',
    "b.thrift": "interaction File { void close() }",
  });
  expect(stepNames(other)).toEqual(["File.close"]);
  const plan = planOf(other, { method: "S.open", json: undefined, behind: stepNames(other) });
  expect(plan.behind).toMatchObject([{ method: { name: "close" } }]);
});
