import { ByteWriter, defaultLimits, type Protocol, type ProtocolWriter, WireType } from "@seapink/core";
import { compact } from "@seapink/protocol-compact";
import { bytes, expectCode, hex } from "@seapink/testing";
import { describe, expect, test } from "vitest";
import { codec, fbthrift } from "./shapes.ts";

const uses: readonly (readonly [what: string, use: (w: ProtocolWriter, type: WireType) => void])[] = [
  ["a field", (w, type) => w.fieldBegin(type, 1)],
  ["a list", (w, type) => w.listBegin(type, 1)],
  ["an empty list", (w, type) => w.listBegin(type, 0)],
  ["a set", (w, type) => w.setBegin(type, 20)],
  ["a map's keys", (w, type) => w.mapBegin(type, WireType.i8, 1)],
  ["a map's values", (w, type) => w.mapBegin(WireType.i8, type, 1)],
  ["a value", (w, type) => (type === WireType.float ? w.float(1) : w.uuid("00112233-4455-6677-8899-aabbccddeeff"))],
];

describe.each<[string, Protocol, WireType]>([
  ["a float of Apache's", compact(), WireType.float],
  ["a uuid of fbthrift's", fbthrift, WireType.uuid],
])("%s", (_, protocol, type) => {
  test.each(uses)("cannot be the type of %s, of which nothing is written", (_, use) => {
    const out = new ByteWriter();
    expectCode(() => use(protocol.writer(out, defaultLimits), type), "not_implemented");
    expect(out.length).toBe(0);
  });
});

describe("text and its length", () => {
  const sizes = [0, 1, 42, 43, 63, 64, 127, 128, 5461, 5462, 16_383, 16_384];
  test.each(["a", "é", "€", "😀"])("fits, however many bytes a character takes: %s", (character) => {
    for (const size of sizes) {
      const f1 = character.repeat(size);
      const encoded = codec("string").encode({ f1 });
      expect(codec("string").decode(encoded)).toStrictEqual({ f1 });
      expect(codec("binary").decode(encoded)).toStrictEqual({ f1: new TextEncoder().encode(f1) });
    }
  });

  test.each(["ab", "é", "é".repeat(64), "€".repeat(50)])("is whole wherever the memory ends (%#)", (text) => {
    const expected = new TextEncoder().encode(text);
    for (let room = 0; room < 300; room++) {
      const out = new ByteWriter(300);
      out.raw(new Uint8Array(room));
      compact().writer(out, defaultLimits).string(text);
      const written = out.take();
      expect(written.subarray(written.length - expected.length)).toStrictEqual(expected);
      expect(written.length - room - expected.length).toBe(expected.length < 128 ? 1 : 2);
    }
  });
});

describe("field ids", () => {
  test.each([
    ["fifteen apart", [15, 30], "f3 00 f3 00"],
    ["sixteen apart", [16, 32], "03 20 00 03 40 00"],
    ["the same", [1, 1], "13 00 03 02 00"],
    ["descending", [2, 1], "23 00 03 02 00"],
    ["from below zero", [-1, 1], "03 01 00 23 00"],
    ["zero", [0, 1], "03 00 00 13 00"],
    ["all there are", [-32_768, 32_767], "03 ffff03 00 03 feff03 00"],
  ])("are written as distances where that is shorter: %s", (_, ids, expected) => {
    const out = new ByteWriter();
    const writer = compact().writer(out, defaultLimits);
    writer.structBegin();
    for (const id of ids) {
      writer.fieldBegin(WireType.i8, id);
      writer.i8(0);
      writer.fieldEnd();
    }
    expect(hex(out.take())).toBe(hex(bytes(expected)));
  });
});

test.each<unknown>([0, 1, "true", null, undefined])("refuses %j in the header of a bool field", (value) => {
  const out = new ByteWriter();
  const writer = compact().writer(out, defaultLimits);
  writer.structBegin();
  // The cast is the point: types would not let it through.
  expectCode(() => writer.boolField(1, value as boolean), "invalid_data");
  expect(out.length).toBe(0);
});

test.each([2 ** 31, -1, 0.5, Number.NaN])("refuses a container of %d elements", (size) => {
  const writer = compact().writer(new ByteWriter(), defaultLimits);
  expectCode(() => writer.listBegin(WireType.i8, size), "invalid_data");
  expectCode(() => writer.setBegin(WireType.i8, size), "invalid_data");
  expectCode(() => writer.mapBegin(WireType.i8, WireType.i8, size), "invalid_data");
});
