import { defaultLimits, limits, type Scanner } from "@seapink/core";
import { compact } from "@seapink/protocol-compact";
import { bytes, expectCode, pieces, scanPieces, splits } from "@seapink/testing";
import { describe, expect, test } from "vitest";
import { hostileStructs } from "./hostile.ts";
import { fbthrift } from "./shapes.ts";

const call = "82 21 01 01 6d";
const scanner = (changes: Partial<typeof defaultLimits> = {}): Scanner => compact().scanner(limits(changes));

function scan(chunks: readonly Uint8Array[], to: Scanner = scanner()): number | undefined {
  return scanPieces(to, chunks);
}

describe("hostile messages", () => {
  test.each(hostileStructs)("refuses $what, however it is cut", ({ hex, code, scan: scanCode = code }) => {
    for (const chunks of splits(bytes(`${call} ${hex}`))) {
      if (scanCode === "waits") expect(scan(chunks)).toBe(undefined);
      else expectCode(() => scan(chunks), scanCode);
    }
  });

  test.each([
    ["another first byte", "80", "bad_version"],
    ["HTTP", "47", "bad_version"],
    ["another version", "82 22", "bad_version"],
    ["message type 0", "82 01", "invalid_data"],
    ["message type 5", "82 a1", "invalid_data"],
    ["a sequence id of six bytes", "82 21 8080808080", "invalid_data"],
    ["a name of 1025 bytes", "82 21 01 8108", "size_limit"],
    ["a name of 2^32 - 1 bytes", "82 21 01 ffffffff0f", "size_limit"],
  ])("refuses %s before the next byte", (_, hex, code) => {
    expect(scan([bytes(hex).subarray(0, -1)])).toBe(undefined);
    for (const chunks of splits(bytes(hex))) expectCode(() => scan(chunks), code);
  });

  test.each([
    ["a name", "82 21 01 20", { maxMessageBytes: 32 }],
    ["a string", `${call} 18 1a`, { maxMessageBytes: 32 }],
    ["fixed elements", `${call} 19 47`, { maxMessageBytes: 32 }],
    ["other elements", `${call} 19 f5 1a`, { maxMessageBytes: 32 }],
    ["entries", `${call} 1b 0d 55`, { maxMessageBytes: 32 }],
    ["a varint", `${call} 15 808080`, { maxMessageBytes: 9 }],
    ["elements", `${call} 19 31`, { maxContainerElements: 2 }],
    ["elements in entries", `${call} 1b 03 11`, { maxContainerElements: 2 }],
  ])("refuses to wait for more of %s than the limit", (_, hex, changes) => {
    expect(scan([bytes(hex).subarray(0, -1)], scanner(changes))).toBe(undefined);
    expectCode(() => scan([bytes(hex)], scanner(changes)), "size_limit");
  });
});

describe("messages", () => {
  test.each([
    ["no fields", "00"],
    ["bools", "11 | 02 20 | 12 | 00"],
    ["fixed fields", "13 01 | 17 0000000000000000 | 00"],
    ["varints", "14 ffff03 | 15 00 | 16 ffffffffffffffffff01 | 05 c801 8000 | 00"],
    ["a uuid", `1d ${"00".repeat(16)} | 00`],
    ["text", "18 03 616263 | 18 00 | 18 8001 " + "61".repeat(128) + " | 00"],
    ["structs", "1c 1c 00 00 | 1c 13 01 00 | 00"],
    ["lists of fixed elements", "19 27 0000000000000000 0000000000000000 | 1a 11 01 | 00"],
    ["lists of varints", "19 25 8001 00 | 1a 16 ffffffffffffffffff01 | 00"],
    ["long lists", `19 f3 0f ${"00".repeat(15)} | 00`],
    ["lists of text", "19 28 01 61 00 | 00"],
    ["lists of lists", "19 29 23 0101 08 | 00"],
    ["lists of structs", "19 3c 00 13 01 00 00 | 00"],
    ["maps of fixed entries", "1b 02 31 01 01 02 02 | 00"],
    ["maps with text for keys", "1b 02 84 01 61 01 00 02 | 00"],
    ["maps with text for values", "1b 02 48 01 01 61 02 00 | 00"],
    ["maps of structs to maps", "1b 01 cb 00 01 33 01 02 | 00"],
    ["empty containers", "1b 00 | 19 00 | 1a 0f | 00"],
  ])("finds the end of a message with %s", (_, body) => {
    const to = scanner();
    for (const chunks of splits(bytes(`${call} ${body}`))) {
      expect(scan(chunks, to)).toBe((chunks.at(-1) as Uint8Array).length);
    }
  });

  test("takes type 13 for what its variant has", () => {
    expect(fbthrift.scanner(defaultLimits).push(bytes("82 22 01 01 6d 1d 00000000 00"))).toBe(11);
    expect(scanner().push(bytes(`${call} 1d 00000000 00`))).toBe(undefined);
  });

  test("leaves what follows a message alone", () => {
    const to = scanner();
    expect(to.push(bytes(`${call} 00 ff`))).toBe(6);
    expect(to.push(bytes(`${call} 00`))).toBe(6);
  });

  test("takes empty chunks anywhere", () => {
    expect(scan(pieces(bytes(`${call} 18 03 616263 00`), [1, 0]))).toBe(1);
  });

  test("says where in the message it stopped", () => {
    const hostile = bytes(`${call} 13 01 1e`);
    const stopped = { offset: hostile.length, code: "invalid_data" };
    expect(() => scan(pieces(hostile, [5]))).toThrow(expect.objectContaining(stopped));
  });
});
