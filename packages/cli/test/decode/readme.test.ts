import { readFileSync } from "node:fs";
import { compile } from "@seapink/idl";
import { expect, test } from "vitest";
import { inputBytes } from "../../src/decode/input.ts";
import { decodeBytes } from "../../src/decode/decode-bytes.ts";
import { idlNames } from "../../src/decode/names.ts";
import { decodedText } from "../../src/decode/text.ts";

const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8");

test("the README shows what is printed", async () => {
  const [, words = "", printed = ""] = /\$ npx seapink decode ([^-]+) --idl [^\n]*\n([^`]*)\n```/.exec(readme) ?? [];
  const names = idlNames(compile({ "keyvalue.thrift": "service KeyValue { string get(1: string key) }" }), undefined);
  expect(decodedText(decodeBytes(await inputBytes(words.split(" ")), { names }))).toBe(printed);
});
