import { field, i32, list, string, struct } from "@seapink/schema";
import { expect, test } from "vitest";
import { codecText, type CodecTextOptions } from "../../src/aot/codec-text.ts";

const options: CodecTextOptions = {
  name: "pageCodec",
  refer: ({ name }) => `base.${name}`,
  gen1: (name) => `t.${name}`,
  global: (name) => name,
};

const Link = struct("Link", []);
const Page = struct("Page", [
  field(1, "title", string, { requiredness: "required" }),
  field(2, "links", list(Link), { requiredness: "optional" }),
]);

test("a codec is a function of the tools that it needs, which takes from them first what it refers to", () => {
  expect(codecText(Page, options).split("\n").slice(0, 3)).toEqual([
    "function pageCodec($: t.CodecTools): t.FieldsetCodec {",
    "  const { write: $write0, read: $read0 } = $.codecOf(base.Link);",
    "  function $container1(r: t.ProtocolReader): unknown {",
  ]);
});

test("a codec reads like written by hand", () => {
  expect(codecText(Page, options)).toContain(`
    write(w, value) {
      const v = value as t.FieldValues;
      if (typeof v !== "object" || v === null) $.wrong("struct", v);
      w.structBegin();
      const f0 = v["title"];
      if (f0 === undefined) $.missing("title");
      w.fieldBegin(11, 1);
      w.string(f0 as string);
      w.fieldEnd();
`);
});

test("a struct that is too large for code asks for closures", () => {
  const fields = Array.from({ length: 2049 }, (_, i) => field(i, `f${i}`, i32));
  expect(codecText(struct("Page", fields), options)).toBe(
    "function pageCodec($: t.CodecTools): t.FieldsetCodec {\n  return $.closures();\n}",
  );
});

test("containers that are nested too deeply are refused", () => {
  let type = list(i32);
  for (let i = 0; i < 300; i++) type = list(type);
  expect(() => codecText(struct("Page", [field(1, "a", type)]), options)).toThrow(RangeError);
});
