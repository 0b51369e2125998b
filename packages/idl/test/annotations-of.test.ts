import { expect, test } from "vitest";
import { compile } from "../src/index.ts";

const annotations = 'include "thrift/annotation/thrift.thrift" as t\n';

test.each<[text: string, uri: string | undefined]>([
  ["struct A {}", undefined],
  ['package "example.com/shop" struct A {}', "example.com/shop/A"],
  ['package "example.com/shop" @t.Uri{value = "elsewhere/B"} struct A {}', "elsewhere/B"],
  ['package "example.com/shop" @t.Uri{value = ""} struct A {}', undefined],
  ['package "" struct A {}', undefined],
  ["package struct A {}", undefined],
  ['@t.Uri{value = "x/B"} struct A {}', "x/B"],
  ['package "example.com/shop" struct A {} (thrift.uri = "old/A")', "old/A"],
])("gives the name for all languages of %s", (text, uri) => {
  const { annotations: found } = compile({ "a.thrift": annotations + text }).struct("A");
  expect(found.get("thrift.uri")?.[0]).toBe(uri);
});

test("names definitions of all kinds for all languages", () => {
  const text = `package "a.com/b" union A {} exception B {} enum C { X = 1 } service D {} interaction E {}`;
  const program = compile({ "a.thrift": text });
  const all = [program.type("A"), program.type("B"), program.type("C"), program.service("D"), program.interaction("E")];
  const uris = all.map((item) => "annotations" in item && item.annotations.get("thrift.uri")?.[0]);
  expect(uris).toEqual(["a.com/b/A", "a.com/b/B", "a.com/b/C", "a.com/b/D", "a.com/b/E"]);
});

test("knows serial interactions by the file that the annotation is from", () => {
  const program = compile({
    "a.thrift": `${annotations} @t.Serial interaction A {} @Serial interaction B {} struct Serial {}`,
  });
  expect(["A", "B"].map((name) => program.interaction(name).serial)).toEqual([true, false]);
});
