import { compile } from "@seapink/idl";
import { expect, test } from "vitest";
import { FileNames, type Role } from "../src/names.ts";

function namesOf(
  idl: string,
  ...wanted: readonly (readonly [kind: "const" | "enum" | "struct" | "exception", name: string, role: Role])[]
): readonly string[] {
  const [file] = compile({ "a.thrift": idl }, { dialect: "thriftgo" }).files.values();
  const names = file && new FileNames(file);
  return wanted.map(([kind, name, role]) => names?.of({ kind, name }, role) ?? "");
}

test("a name of the IDL goes before a derived one, wherever it stands", () => {
  const names = namesOf("enum Color { A } struct ColorType {}", ["enum", "Color", "Type"], ["struct", "ColorType", ""]);
  expect(names).toStrictEqual(["ColorType_", "ColorType"]);
});

test("a name that can stay goes before one that cannot", () => {
  const names = namesOf("struct a.b {} struct a_b {}", ["struct", "a.b", ""], ["struct", "a_b", ""]);
  expect(names).toStrictEqual(["a_b_", "a_b"]);
});

test("a type goes before a constant of its name", () => {
  const names = namesOf("const i32 A = 5 struct A {}", ["const", "A", ""], ["struct", "A", ""]);
  expect(names).toStrictEqual(["A_", "A"]);
});

test("what is derived of a keyword needs no underscore", () => {
  const names = namesOf(
    "enum class { A } exception any {}",
    ["enum", "class", ""],
    ["enum", "class", "Type"],
    ["exception", "any", "Type"],
  );
  expect(names).toStrictEqual(["class_", "classType", "anyType"]);
});
