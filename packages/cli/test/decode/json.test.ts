import { compile } from "@seapink/idl";
import { bytes } from "@seapink/testing";
import { expect, test } from "vitest";
import { decodeBytes } from "../../src/decode/decode-bytes.ts";
import { decodedJson } from "../../src/decode/json.ts";
import { idlNames } from "../../src/decode/names.ts";

const program = compile({
  "a.thrift": `struct Info { 1: i64 size, 2: map<i32, string> names, 3: map<double, list<i32>> lists, 4: Info inner }
    service S { Info get(1: string key) }`,
});
const args = "80010001 00000003 676574 00000001 0b 0001 00000001 61 00";

test("is the same for programs, with a value where the IDL knows all", () => {
  const names = idlNames(program, undefined);
  const field = { offset: 15, id: 1, type: "string", value: "a" };
  const message = { part: "message", offset: 0, kind: "call", name: "get", seqid: 1, protocol: "binary" };
  const without = { ...message, type: "struct", fields: [field] };
  expect(decodedJson(decodeBytes(bytes(args)))).toEqual({ as: "unframed", bytes: 24, parts: [without] });
  const known = { ...message, type: "get_args", fields: [{ ...field, name: "key" }], value: { key: "a" } };
  expect(decodedJson(decodeBytes(bytes(args), { names }))).toEqual({ as: "unframed", bytes: 24, parts: [known] });
});

test("maps values as JSON is read elsewhere", () => {
  const text = `0a 0001 0020000000000001  0d 0002 08 0b 00000001 00000005 00000001 61
    0d 0003 04 0f 00000001 3ff0000000000000 08 00000001 00000002  0c 0004 00  00`;
  const names = idlNames(program, "Info");
  const { parts } = decodedJson(decodeBytes(bytes(text), { names })) as { readonly parts: readonly object[] };
  const value = { size: 9007199254740993n, names: { 5: "a" }, lists: [[1, [2]]], inner: {} };
  expect(parts[0]).toMatchObject({ part: "struct", type: "Info", value });
});

test("tells what is wrong, and where", () => {
  const decoded = decodedJson(decodeBytes(bytes("0b 0001 00000004 61")));
  expect(decoded).toMatchObject({
    parts: [{ fields: [{ offset: 0, id: 1, type: "string" }] }],
    error: { message: "expected 4 more bytes, got 1", offset: 7 },
  });
});

test("nests what holds other values", () => {
  const decoded = decodedJson(decodeBytes(bytes("0f 0001 0c 00000001 08 0001 00000002 00 0d 0002 0b 0b 00000000 00")));
  expect(decoded).toMatchObject({
    parts: [
      {
        fields: [
          { type: "list<struct>", size: 1, items: [{ type: "struct", fields: [{ id: 1, type: "i32", value: 2 }] }] },
          { type: "map", size: 0, entries: [] },
        ],
      },
    ],
  });
});
