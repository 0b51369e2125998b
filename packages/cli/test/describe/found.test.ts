import { expect, test } from "vitest";
import { findNamed, namesOf } from "../../src/describe/found.ts";
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

test("finds everything that it names", () => {
  const names = namesOf(program);
  expect(names).toContain("Store.ping");
  for (const name of names) expect(findNamed(program, name)).toBeDefined();
});
