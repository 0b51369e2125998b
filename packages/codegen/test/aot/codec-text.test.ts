import { field, i32, list, string, struct } from "@seapink/schema";
import { expect, test } from "vitest";
import { codecText, type CodecTextOptions } from "../../src/aot/codec-text.ts";

const options: CodecTextOptions = {
  name: "pageCodec",
  refer: ({ name }) => `base.${name}`,
  gen1: (name) => `t.${name}`,
  global: (name) => name,
};

test("a codec is a function that reads like written by hand", () => {
  const Link = struct("Link", []);
  const Page = struct("Page", [
    field(1, "title", string, { requiredness: "required" }),
    field(2, "links", list(Link), { requiredness: "optional" }),
  ]);
  expect(codecText(Page, options)).toBe(page);
});

const page = `function pageCodec($: t.CodecTools): t.FieldsetCodec {
  const { write: $write0, read: $read0 } = $.codecOf(base.Link);
  function $container1(r: t.ProtocolReader): unknown {
    const n2 = r.listBegin(12);
    const a2 = new Array<unknown>(n2);
    for (let i2 = 0; i2 < n2; i2++) {
      a2[i2] = $read0(r);
    }
    r.listEnd();
    return a2;
  }
  const $Some = $.maker(function (f0, f1) {
    if (f0 !== undefined) this["title"] = f0;
    if (f1 !== undefined) this["links"] = f1;
  });
  return {
    write(w, value) {
      const v = value as t.FieldValues;
      if (typeof v !== "object" || v === null) $.wrong("struct", v);
      w.structBegin();
      const f0 = v["title"];
      if (f0 === undefined) $.missing("title");
      w.fieldBegin(11, 1);
      w.string(f0 as string);
      w.fieldEnd();
      const f1 = v["links"];
      if (f1 !== undefined) {
        w.fieldBegin(15, 2);
        const a0 = f1;
        if (!Array.isArray(a0)) $.wrong("list", a0);
        const n0 = a0.length;
        w.listBegin(12, n0);
        for (let i0 = 0; i0 < n0; i0++) {
          $write0(w, a0[i0]);
        }
        w.listEnd();
        w.fieldEnd();
      }
      w.structEnd();
    },
    read(r) {
      let f0: unknown;
      let f1: unknown;
      r.structBegin();
      let h = r.fieldBegin();
      inOrder: {
        if (h !== 720897) break inOrder;
        f0 = r.string();
        r.fieldEnd();
        h = r.fieldBegin();
        if (h === 983042) {
          const n1 = r.listBegin(12);
          const a1 = new Array<unknown>(n1);
          for (let i1 = 0; i1 < n1; i1++) {
            a1[i1] = $read0(r);
          }
          r.listEnd();
          f1 = a1;
          r.fieldEnd();
          h = r.fieldBegin();
        }
        if (h !== 0) break inOrder;
        if (f1 === undefined) break inOrder;
        r.structEnd();
        return {
          "title": f0,
          "links": f1,
        };
      }
      while (h !== 0) {
        switch (h) {
          case 720897:
            f0 = r.string();
            break;
          case 983042:
            f1 = $container1(r);
            break;
          default:
            r.skip(h >>> 16);
        }
        r.fieldEnd();
        h = r.fieldBegin();
      }
      r.structEnd();
      if (f0 === undefined) $.missing("title", r.offset);
      return new $Some(f0, f1);
    },
  };
}`;

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
