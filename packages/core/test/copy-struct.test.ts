import { copyStruct, type ProtocolReader, type ProtocolWriter, WireType } from "@seapink/core";
import { expect, test } from "vitest";

type Step = readonly [method: string, ...values: readonly unknown[]];

/** A reader that has this to say: `[method, answer]`, and for containers `[method, size, element, key]`. */
function readerOf(steps: readonly Step[]): ProtocolReader {
  const left = [...steps];
  const reader: Record<string, unknown> = { elementType: 0, keyType: 0 };
  for (const method of ["i8", "i32", "string", "binary", "bool", "fieldBegin", "listBegin", "setBegin", "mapBegin"]) {
    reader[method] = () => {
      const [expected, answer, element, key] = left.shift() ?? [];
      expect(method).toBe(expected);
      Object.assign(reader, { elementType: element, keyType: key });
      return answer;
    };
  }
  for (const method of ["structBegin", "structEnd", "fieldEnd", "listEnd", "setEnd", "mapEnd"])
    reader[method] = () => undefined;
  reader["skip"] = (type: number) => {
    throw new RangeError(`type ${type}`);
  };
  return reader as unknown as ProtocolReader;
}

/** A writer that remembers what it was told. */
function writerInto(steps: Step[]): ProtocolWriter {
  const get =
    (_: object, method: string) =>
    (...values: readonly unknown[]) =>
      void steps.push([method, ...values]);
  return new Proxy({}, { get }) as ProtocolWriter;
}

function copied(steps: readonly Step[], copyText?: (reader: ProtocolReader, writer: ProtocolWriter) => void): Step[] {
  const written: Step[] = [];
  copyStruct(readerOf(steps), writerInto(written), copyText);
  return written.filter(([method]) => !method.endsWith("End"));
}

const asText = (r: ProtocolReader, w: ProtocolWriter): void => w.string(r.string());

const field = (type: number, id: number): Step => ["fieldBegin", (type << 16) | (id & 0xffff)];
const stop: Step = ["fieldBegin", 0];

test("copies fields with their ids, a bool as a whole", () => {
  expect(copied([field(WireType.i32, -3), ["i32", 7], field(WireType.bool, 2), ["bool", true], stop])).toEqual([
    ["structBegin"],
    ["fieldBegin", WireType.i32, -3],
    ["i32", 7],
    ["boolField", 2, true],
  ]);
});

test("copies containers with the types that came", () => {
  const map: Step = ["mapBegin", 1, WireType.list, WireType.i8];
  const list: Step = ["listBegin", 2, WireType.bool];
  expect(copied([field(WireType.map, 1), map, ["i8", 5], list, ["bool", true], ["bool", false], stop])).toEqual([
    ["structBegin"],
    ["fieldBegin", WireType.map, 1],
    ["mapBegin", WireType.i8, WireType.list, 1],
    ["i8", 5],
    ["listBegin", WireType.bool, 2],
    ["bool", true],
    ["bool", false],
  ]);
});

test.each([0, 7, 99])("an empty container of type %i, which means nothing, becomes one of i8", (type) => {
  expect(copied([field(WireType.set, 1), ["setBegin", 0, type], stop])).toContainEqual(["setBegin", WireType.i8, 0]);
  expect(copied([field(WireType.map, 1), ["mapBegin", 0, type, WireType.string], stop])).toContainEqual([
    "mapBegin",
    WireType.string,
    WireType.i8,
    0,
  ]);
});

test("copies text as bytes, unless told how", () => {
  const bytes = Uint8Array.of(0xff);
  expect(copied([field(WireType.string, 1), ["binary", bytes], stop])).toContainEqual(["binary", bytes]);
  expect(copied([field(WireType.string, 1), ["string", "a"], stop], asText)).toContainEqual(["string", "a"]);
});

test("leaves it to the reader to refuse a type that nobody knows", () => {
  expect(() => copied([field(7, 1)])).toThrow(new RangeError("type 7"));
});
