import { expect, test } from "vitest";
import { describeJson, overviewJson } from "../../src/describe/describe-json.ts";
import { findNamed } from "../../src/describe/found.ts";
import { jsonText } from "../../src/json-text.ts";
import { program } from "./programs.ts";

/** As a program reads it. */
const told = (value: object): unknown => JSON.parse(jsonText(value));
const describeNamed = (name: string): unknown => told(describeJson(findNamed(program, name)));

test("has all of a struct", () => {
  expect(describeNamed("Info")).toEqual({
    kind: "struct",
    name: "Info",
    file: "store.thrift",
    doc: "What is kept.\nAnd more.",
    fields: [
      { id: 1, name: "size", requiredness: "required", type: "i64", doc: "In bytes." },
      {
        id: 2,
        name: "colors",
        requiredness: "optional",
        type: "Colors",
        default: ["RED"],
        annotations: { since: "2" },
      },
      { id: 3, name: "parts", requiredness: "default", type: "map<string, Info>" },
    ],
    sample: expect.objectContaining({ size: 1 }),
  });
});

const key = { id: 1, name: "key", requiredness: "default", type: "string" };

test.each([
  ["Store.get", { kind: "call", owner: "Store", returns: "Info", throws: [{ name: "notFound", type: "NotFound" }] }],
  ["Store.get", { args: [key, { name: "version", type: "i64" }], doc: "Reads a value." }],
  ["Store.log", { kind: "oneway", wireName: "log" }],
  ["Store.open", { creates: "File", returns: "Info", annotations: { slow: "1" }, sample: { it_s: "it's" } }],
  ["File.read", { kind: "stream", wireName: "File.read", stream: { of: "binary", throws: [{ name: "gone" }] } }],
  ["Store.fill", { kind: "sink", sink: { of: "i32", final: "bool", throws: [], finalThrows: [] } }],
  ["Colors", { kind: "typedef", type: "list<shared.Color>", annotations: { note: "as they come" } }],
  ["LIMIT", { kind: "const", type: "i32", value: 64, doc: "Keys are short." }],
  [
    "shared.Color",
    {
      values: [
        { name: "RED", value: 1 },
        { name: "GREEN", value: 2, doc: "As grass is." },
      ],
    },
  ],
  ["Store", { extends: "shared.Base", methods: [{}, {}, {}, {}] }],
])("has all of %s", (name, expected) => {
  expect(describeNamed(name)).toMatchObject(expected);
});

test("writes numbers as they are", () => {
  expect(jsonText(describeJson(findNamed(program, "Store.get")))).toContain('"default": 9007199254740993');
});

test("has all definitions of a file", () => {
  expect(told(overviewJson(program))).toMatchObject({
    file: "store.thrift",
    includes: [{ prefix: "shared", file: "shared.thrift" }],
    definitions: [{ name: "LIMIT" }, { name: "Colors" }, { name: "Info" }, {}, {}, { name: "Store" }],
  });
});
