import { ByteWriter, defaultLimits, limits, type ProtocolWriter } from "@seapink/core";
import { binary } from "@seapink/protocol-binary";
import { bytes, codecTable, expectCode, hex, type ScalarShape, shapeCodec, type StructShape } from "@seapink/testing";
import { describe, expect, test } from "vitest";

const one = (type: ScalarShape): StructShape => ({ struct: [{ id: 1, name: "f", type }] });
const f = (value: unknown): unknown => ({ f: value });

/** What this writes. */
function written(write: (w: ProtocolWriter) => void, oldHeader: "refuse" | "write" = "refuse"): string {
  const out = new ByteWriter();
  write(binary({ oldHeader }).writer(out, defaultLimits));
  return hex(out.take());
}

codecTable("double", {
  ...shapeCodec(binary(), one("double")),
  ok: [
    [f(1.5), "04 0001 3ff8000000000000 | 00"],
    [f(-0), "04 0001 8000000000000000 | 00"],
    [f(5e-324), "04 0001 0000000000000001 | 00"],
    [f(2.225_073_858_507_201e-308), "04 0001 000fffffffffffff | 00 # the largest subnormal"],
    [f(Number.NaN), "04 0001 7ff8000000000000 | 00"],
    [f(Number.NEGATIVE_INFINITY), "04 0001 fff0000000000000 | 00"],
  ],
  alsoDecodes: [
    ["04 0001 7ff0000000000001 | 00 # another NaN", f(Number.NaN)],
    ["04 0001 ffffffffffffffff | 00 # and another", f(Number.NaN)],
  ],
});

codecTable("float", {
  ...shapeCodec(binary(), one("float")),
  ok: [
    [f(1.5), "13 0001 3fc00000 | 00"],
    [f(-0), "13 0001 80000000 | 00"],
    [f(2 ** -149), "13 0001 00000001 | 00"],
  ],
});

codecTable("i64", {
  ...shapeCodec(binary(), one("i64")),
  ok: [
    [f(-(2n ** 63n)), "0a 0001 8000000000000000 | 00"],
    [f(2n ** 63n - 1n), "0a 0001 7fffffffffffffff | 00"],
    [f(2n ** 53n + 1n), "0a 0001 0020000000000001 | 00"],
    [f(-(2n ** 53n) - 1n), "0a 0001 ffdfffffffffffff | 00"],
  ],
});

codecTable("uuid", {
  ...shapeCodec(binary(), one("uuid")),
  ok: [
    [f("00112233-4455-6677-8899-aabbccddeeff"), "10 0001 00112233 4455 6677 8899 aabbccddeeff | 00"],
    [f("ffffffff-ffff-ffff-ffff-ffffffffffff"), `10 0001 ${"ff".repeat(16)} | 00`],
  ],
  badValues: ["{00112233-4455-6677-8899-aabbccddeeff}", "00112233-4455-6677-8899-aabbccddeeff\n"].map(
    (text) => [f(text), "invalid_data"] as const,
  ),
  badBytes: [["10 0001 00112233 4455 6677 8899 aabbccddee # 15 bytes", "invalid_data"]],
});

test("writes a uuid of upper-case digits", () => {
  expect(written((w) => w.uuid("00112233-4455-6677-8899-AABBCCDDEEFF"))).toBe("00112233 44556677 8899aabb ccddeeff");
});

const ping = (w: ProtocolWriter): void => w.messageBegin("ping", 1, -2);

describe("messages", () => {
  test("have the strict header, or the old one where asked for", () => {
    expect(written(ping)).toBe("80010001 00000004 70696e67 fffffffe");
    expect(written(ping, "write")).toBe("00000004 70696e67 01ffffff fe");
  });

  test.each([
    ["a name that is no text", 7, 1],
    ["a name with a lone surrogate", "\ud800", 1],
    ["a sequence id beyond i32", "ping", 2 ** 31],
    ["a sequence id with a fraction", "ping", 0.5],
  ])("refuse %s", (_, name, seqid) => {
    expectCode(() => written((w) => w.messageBegin(name as string, 1, seqid)), "invalid_data");
    expectCode(() => written((w) => w.messageBegin(name as string, 1, seqid), "write"), "invalid_data");
  });

  test("begin at depth 0, whatever was left unfinished before", () => {
    const out = new ByteWriter();
    const w = binary().writer(out, limits({ maxDepth: 2 }));
    for (let i = 0; i < 3; i++) {
      w.messageBegin("m", 1, 1);
      w.structBegin();
      w.fieldBegin(12, 1);
      w.structBegin();
    }
    expectCode(() => w.structBegin(), "depth_limit");
  });
});

test.each([2 ** 31, 0.5, Number.NaN])("refuses a container of %d elements", (size) => {
  expectCode(() => written((w) => w.listBegin(8, size)), "invalid_data");
  expectCode(() => written((w) => w.setBegin(8, size)), "invalid_data");
  expectCode(() => written((w) => w.mapBegin(8, 8, size)), "invalid_data");
});

test("leaves what was written before a bad value to be cut back", () => {
  const out = new ByteWriter();
  const w = binary().writer(out, defaultLimits);
  w.structBegin();
  const before = out.length;
  expectCode(() => w.string("a".repeat(50_000) + "\ud800"), "invalid_data");
  out.truncate(before);
  w.structEnd();
  expect(out.take()).toStrictEqual(bytes("00"));
});

test("names a bad value without repeating all of it", () => {
  const secret = "a".repeat(1000);
  expect(() => written((w) => w.i32(secret as unknown as number))).toThrow(/^expected i32, got string "a{40}"$/);
  expect(() => written((w) => w.i32(null as unknown as number))).toThrow("expected i32, got null");
  expect(() => written((w) => w.bool(1n as unknown as boolean))).toThrow("expected bool, got bigint 1");
});
