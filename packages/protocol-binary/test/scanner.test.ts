import { defaultLimits, limits, type Scanner } from "@seapink/core";
import { binary } from "@seapink/protocol-binary";
import { bytes, expectCode, pieces, scanPieces, splits } from "@seapink/testing";
import { describe, expect, test } from "vitest";
import { hostileStructs } from "./hostile.ts";

const call = "80010001 00000001 6d 00000001";
const scanner = (changes: Partial<typeof defaultLimits> = {}): Scanner => binary().scanner(limits(changes));

/** A call as far as the length of its only field, a string. */
const stringOf = (size: number): string => `${call} 0b 0001 ${size.toString(16).padStart(8, "0")}`;

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
    ["another version", "80020001", "bad_version"],
    ["an old header", "00000001", "bad_version"],
    ["HTTP", "47455420", "bad_version"],
    ["message type 0", "80010000", "invalid_data"],
    ["message type 5", "80010005", "invalid_data"],
    ["a name of -1 bytes", "80010001 ffffffff", "negative_size"],
    ["a name of 1025 bytes", "80010001 00000401", "size_limit"],
    ["a name of 2^31 - 1 bytes", "80010001 7fffffff", "size_limit"],
  ])("refuses %s before the next byte", (_, hex, code) => {
    expect(scan([bytes(hex).subarray(0, -1)])).toBe(undefined);
    for (const chunks of splits(bytes(hex))) expectCode(() => scan(chunks), code);
  });

  test.each([
    ["a name", "80010001 00000015", { maxMessageBytes: 32 }],
    ["a string", `${call} 0b 0001 0000000d`, { maxMessageBytes: 32 }],
    ["fixed elements", `${call} 0f 0001 08 00000003`, { maxMessageBytes: 32 }],
    ["other elements", `${call} 0f 0001 0b 00000003`, { maxMessageBytes: 32 }],
    ["entries", `${call} 0d 0001 0b 08 00000002`, { maxMessageBytes: 32 }],
    ["elements", `${call} 0f 0001 02 00000003`, { maxContainerElements: 2 }],
    ["elements in entries", `${call} 0d 0001 02 02 00000003`, { maxContainerElements: 2 }],
  ])("refuses to wait for more %s than the limit", (_, hex, changes) => {
    expectCode(() => scan([bytes(hex)], scanner(changes)), "size_limit");
  });
});

describe("messages", () => {
  const old = binary({ oldHeader: "accept" });

  test.each([
    ["no fields", "00"],
    ["fixed fields", "02 0001 01 | 03 0002 01 | 06 0003 0001 | 08 0004 00000001 | 0a 0005 0000000000000001 | 00"],
    ["more fixed fields", `04 0001 0000000000000000 | 10 0002 ${"00".repeat(16)} | 13 0003 00000000 | 00`],
    ["text", "0b 0001 00000003 616263 | 0b 0002 00000000 | 00"],
    ["structs", "0c 0001 0c 0001 00 00 | 0c 0002 03 0001 01 00 | 00"],
    ["lists of fixed elements", "0f 0001 08 00000002 00000000 00000000 | 0e 0002 02 00000001 00 | 00"],
    ["lists of text", "0f 0001 0b 00000002 00000001 61 00000000 | 00"],
    ["lists of lists", "0f 0001 0f 00000002 03 00000002 0101 0b 00000000 | 00"],
    ["lists of structs", "0f 0001 0c 00000003 00 03 0001 01 00 00 | 00"],
    ["maps of fixed entries", "0d 0001 03 06 00000002 01 0001 02 0002 | 00"],
    ["maps with text for keys", "0d 0001 0b 06 00000002 00000001 61 0001 00000000 0002 | 00"],
    ["maps with text for values", "0d 0001 06 0b 00000002 0001 00000001 61 0002 00000000 | 00"],
    ["maps of structs to maps", "0d 0001 0c 0d 00000001 00 03 03 00000001 0102 | 00"],
    ["empty containers of no type", "0d 0001 00 05 00000000 | 0f 0002 ff 00000000 | 0e 0003 07 00000000 | 00"],
  ])("finds the end of a message with %s", (_, body) => {
    for (const [to, header] of [
      [scanner(), call],
      [old.scanner(defaultLimits), call],
      [old.scanner(defaultLimits), "00000001 6d 01 00000001"],
    ] as const) {
      const message = bytes(`${header} ${body}`);
      for (const chunks of splits(message)) {
        expect(scan(chunks, to)).toBe((chunks.at(-1) as Uint8Array).length);
      }
    }
  });

  test("leaves what follows a message alone", () => {
    const to = scanner();
    const one = bytes(`${call} 00`);
    expect(to.push(bytes(`${call} 00 ff`))).toBe(one.length);
    expect(to.push(one)).toBe(one.length);
  });

  test("takes empty chunks anywhere", () => {
    const message = bytes(`${call} 0b 0001 00000003 616263 00`);
    expect(scan(pieces(message, [1, 0]), scanner())).toBe(1);
  });

  test("says where in the message it stopped", () => {
    const hostile = bytes(`${call} 03 0001 01 0b 0002 ffffffff`);
    const stopped = { offset: hostile.length, code: "negative_size" };
    expect(() => scan(pieces(hostile, [5]))).toThrow(expect.objectContaining(stopped));
  });

  test("holds 100 MiB to be one message, and a byte more none", () => {
    const most = defaultLimits.maxMessageBytes - bytes(stringOf(0)).length - 1;
    expect(scan([bytes(stringOf(most))])).toBe(undefined);
    expectCode(() => scan([bytes(stringOf(most + 1))]), "size_limit");
  });
});
