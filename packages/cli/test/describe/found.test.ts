import { compile } from "@seapink/idl";
import { expect, test } from "vitest";
import { findNamed, allNames } from "../../src/describe/found.ts";
import { program } from "./programs.ts";

test.each([
  ["Store", "service", "Store"],
  ["Info", "struct", "Info"],
  ["Colors", "typedef", "Colors"],
  ["LIMIT", "const", "LIMIT"],
  ["File", "interaction", "File"],
  ["shared.Color", "enum", "Color"],
  ["Store.get", "method", "Store.get"],
  ["get", "method", "Store.get"],
  ["Store.ping", "method", "Store.ping"],
  ["shared.Base.ping", "method", "shared.Base.ping"],
  ["File.read", "method", "File.read"],
])("finds %s", (text, kind, name) => {
  expect(findNamed(program, text)).toMatchObject({ kind, name });
});

test.each([
  ["Inffo", "; did you mean Info?"],
  ["Store.gte", "; did you mean Store.get?"],
  ["Color", "; did you mean shared.Color?"],
  ["read", "; did you mean File.read?"],
  ["Nothing.like.it", "got Nothing.like.it"],
  ["Info.size", "got Info.size"],
])("has a hint for %s", (text, hint) => {
  expect(() => findNamed(program, text)).toThrow(hint);
});

test("asks for a service where several have the method, as call does", () => {
  const two = compile({ "a.thrift": "service A { void f() } service B { void f() }" });
  expect(() => findNamed(two, "f")).toThrow("METHOD: expected A.f or B.f, got f");
});

test("takes a method for that of the service which the others extend", () => {
  const two = compile({ "a.thrift": "service A { void f() } service B extends A {}" });
  expect(findNamed(two, "f")).toMatchObject({ name: "A.f" });
  expect(findNamed(two, "B.f")).toMatchObject({ name: "B.f", owner: { name: "A" } });
});

test("finds everything that it names", () => {
  const names = allNames(program);
  expect(names).toContain("Store.ping");
  for (const name of names) expect(findNamed(program, name)).toBeDefined();
});
