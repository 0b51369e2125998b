import type { Compression, Protocol } from "@seapink/core";
import { binary } from "@seapink/protocol-binary";
import { compact } from "@seapink/protocol-compact";
import { describe, expect, test } from "vitest";
import { type RocketOptions, settingsOf } from "../src/options.ts";

const protocols = [compact({ variant: "fbthrift" }), binary()];

function compressionNamed(name: string): Compression {
  return { name, compress: (bytes) => bytes, decompress: (bytes) => bytes };
}

function protocolNamed(name: string): Protocol {
  return { ...binary(), name };
}

describe("settings", () => {
  test("have a default for all but the protocols", () => {
    const { protocols: ids, compressions, ...others } = settingsOf({ protocols });
    expect(others).toEqual({
      metadata: "compact",
      keepAliveMs: 30_000,
      window: { initialItems: 32, items: 4096, bytes: 1_048_576 },
      creditTimeoutMs: 300_000,
      chunkTimeoutMs: Number.POSITIVE_INFINITY,
      compressFrom: 1024,
      checksum: undefined,
      load: undefined,
      agent: "seapink",
    });
    expect(ids.first).toBe(protocols[0]);
    expect(compressions.first(() => true)).toBeUndefined();
  });

  test("are what is given", () => {
    const given: Omit<RocketOptions, "protocols" | "compression" | "window"> = {
      metadata: "binary",
      keepAliveMs: 1,
      creditTimeoutMs: 2.5,
      chunkTimeoutMs: 3,
      compressFrom: 4,
      checksum: "xxh3",
      load: () => 5,
      agent: "",
    };
    const zlib = compressionNamed("zlib");
    const window = { initialItems: 1, items: 2, bytes: 3 };
    const settings = settingsOf({ protocols, ...given, window, compression: [zlib] });
    expect(settings).toMatchObject({ ...given, window });
    expect(settings.compressions.first(() => true)).toBe(zlib);
  });

  test("take what is undefined for what is not given, also of the window", () => {
    // As those have it who do not check for exact optional properties.
    const given = { protocols, keepAliveMs: undefined, window: { items: 7, bytes: undefined } } as unknown;
    expect(settingsOf(given as RocketOptions)).toMatchObject({
      keepAliveMs: 30_000,
      window: { initialItems: 32, items: 7, bytes: 1_048_576 },
    });
  });

  test("do not change with the array of protocols", () => {
    const given = [...protocols];
    const settings = settingsOf({ protocols: given });
    given.pop();
    expect(settings.protocols.get(0)).toBe(protocols[1]);
  });

  test.each([
    ["keepAliveMs", Number.POSITIVE_INFINITY],
    ["creditTimeoutMs", Number.POSITIVE_INFINITY],
    ["window", { bytes: Number.POSITIVE_INFINITY }],
    ["window", { items: 0x7fff_fffe }],
    ["metadata", "binary"],
    ["checksum", "crc32c"],
    ["compression", []],
  ])("may be extreme: %s %j", (name, value) => {
    expect(settingsOf({ protocols, [name]: value })).toBeDefined();
  });
});

describe("what those without types may give", () => {
  const times = ["keepAliveMs", "creditTimeoutMs", "chunkTimeoutMs"];
  const notTimes = ["5", null, 5n, {}, true].map((value) => [value, TypeError, "number above 0"] as const);
  const badTimes = [0, -1, Number.NaN].map((value) => [value, RangeError, "number above 0"] as const);

  const rows: readonly (readonly [option: string, value: unknown, kind: typeof TypeError, expected: string])[] = [
    ...times.flatMap((name) => [...notTimes, ...badTimes].map((row) => [name, ...row] as const)),
    ...["5", null].map((value) => ["compressFrom", value, TypeError, "number above 0"] as const),
    ...[0, -5, Number.NaN].map((value) => ["compressFrom", value, RangeError, "number above 0"] as const),
    ...[0.5, Infinity, 2 ** 60].map((value) => ["compressFrom", value, RangeError, "whole number"] as const),
    ...[5, null, "items", [5], () => 5].map((value) => ["window", value, TypeError, "object"] as const),
    ["window", { items: "5" }, TypeError, "window.items: expected a number above 0"],
    ["window", { items: null }, TypeError, "window.items"],
    ["window", { items: 0 }, RangeError, "window.items"],
    ["window", { items: 2.5 }, RangeError, "window.items: expected a whole number"],
    ["window", { items: Infinity }, RangeError, "window.items: expected a whole number"],
    ["window", { initialItems: 0.5 }, RangeError, "window.initialItems: expected a whole number"],
    ["window", { initialItems: 0x7fff_ffff }, RangeError, "window.initialItems"],
    ["window", { bytes: Number.NaN }, RangeError, "window.bytes"],
    ...[{}, null, "zlib", 5].map(
      (value) => ["compression", value, TypeError, "compression: expected an array"] as const,
    ),
    ["compression", [null], TypeError, "compression[0]: expected a compression"],
    ["compression", ["zlib"], TypeError, "compression[0]"],
    ["compression", [compressionNamed("zlib"), { name: "zstd" }], TypeError, "compression[1]"],
    ["compression", [compressionNamed("brotli")], RangeError, "zlib, zstd or lz4"],
    ...["x", null, 5, {}].map((value) => ["load", value, TypeError, "load: expected a function"] as const),
    ...["md5", null, 1, "constructor"].map((value) => ["checksum", value, RangeError, "crc32c or xxh3"] as const),
    ...["json", null, 2].map((value) => ["metadata", value, RangeError, "compact or binary"] as const),
    ...[5, null, {}].map((value) => ["agent", value, TypeError, "agent: expected text"] as const),
    ...["\ud800", "x".repeat(1025)].map(
      (value) => ["agent", value, RangeError, "agent: expected well-formed"] as const,
    ),
    ...[undefined, null, binary(), "binary"].map((value) => ["protocols", value, TypeError, "protocols"] as const),
    ["protocols", [], RangeError, "at least one"],
    ["protocols", [binary(), null], TypeError, "protocols[1]"],
    ["protocols", [compact()], RangeError, "protocols[0]"],
    ["protocols", [protocolNamed("constructor")], RangeError, "protocols[0]"],
  ];

  test.each(rows)("is refused at once: %s %o", (option, value, kind, expected) => {
    const refused = thrownBy({ protocols, [option]: value });
    expect(refused).toBeInstanceOf(kind);
    expect(String(refused)).toContain(expected);
    expect(String(refused)).toContain(option);
    expect(String(refused)).not.toContain("\n");
  });

  test.each([null, "x", 5, [binary()]])("is refused at once: %o instead of options", (options) => {
    expect(String(thrownBy(options))).toContain("TypeError: options: expected an object");
  });
});

function thrownBy(options: unknown): unknown {
  try {
    return settingsOf(options as RocketOptions);
  } catch (error) {
    return error;
  }
}
