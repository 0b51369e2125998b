import { bytes, vectorsIn } from "@seapink/testing";
import { expect, test } from "vitest";

const scalars = { a: "i64", b: "binary", c: "double", d: "double", e: "string", f: "bool" };
const types = { ...scalars, g: { list: "i64" }, h: { set: "binary" }, i: { map: ["i8", "i64"] }, j: { struct: [] } };
const fields = Object.entries(types).map(([name, type], i) => ({ id: i + 1, name, type }));

const entry = {
  name: "all kinds",
  idl: "struct S { }",
  type: { struct: fields },
  value: {
    a: "-9223372036854775808",
    b: "00ff",
    c: "NaN",
    d: "-0",
    e: "1",
    f: false,
    g: ["1"],
    h: ["0a"],
    i: [[1, "2"]],
    j: {},
  },
  encodings: { binary: { hex: "00 | 01" }, json: { text: "é" } },
};

test("gives the entries that have an encoding", () => {
  expect(vectorsIn([entry], "compact")).toStrictEqual([]);
  expect(vectorsIn([entry, entry], "binary").map(({ name }) => name)).toStrictEqual(["all kinds", "all kinds"]);
});

test("reads hexadecimal and text", () => {
  expect(vectorsIn([entry], "binary")).toMatchObject([{ bytes: bytes("0001"), head: undefined }]);
  expect(vectorsIn([entry], "json")).toMatchObject([{ bytes: bytes("c3a9") }]);
});

test("turns values into what protocols take", () => {
  const [vector] = vectorsIn([entry], "binary");
  expect(vector?.value).toStrictEqual({
    a: -(2n ** 63n),
    b: Uint8Array.of(0, 255),
    c: Number.NaN,
    d: -0,
    e: "1",
    f: false,
    g: [1n],
    h: [Uint8Array.of(10)],
    i: [[1, 2n]],
    j: {},
  });
});

test("leaves fields out that have no value, and has the head of a message", () => {
  const message = { name: "ping", type: "reply", seqid: -1 };
  const [vector] = vectorsIn([{ ...entry, value: { f: true }, message }], "binary");
  expect(vector?.value).toStrictEqual({ f: true });
  expect(vector?.head).toStrictEqual({ name: "ping", type: 2, seqid: -1 });
});
