import { limits } from "@seapink/core";
import { bytes, expectCode } from "@seapink/testing";
import { describe, expect, test } from "vitest";
import { Compressions } from "../../src/compression/compressions.ts";
import type { Setup } from "../../src/frames/setup.ts";
import type { SetupMetadata } from "../../src/metadata/setup-metadata.ts";
import { announcedSilenceMs, answerSetup, readClientSetup } from "../../src/server/server-setup.ts";
import { vectorNamed } from "../vectors.ts";

function frameNamed(name: string): Uint8Array {
  return bytes(vectorNamed(name).hex).subarray(3);
}

function setupOf(metadata: SetupMetadata, keepAliveMs = 30_000): Setup {
  const range = { minVersion: 8, maxVersion: 10 };
  return { keepAliveMs, maxLifetimeMs: 1, metadata: { ...range, ...metadata }, encoding: "compact" };
}

function compressionsNamed(...names: string[]): Compressions {
  return new Compressions(names.map((name) => ({ name, compress: (all) => all, decompress: (all) => all })));
}

describe("SETUP", () => {
  test("is read as C++ and Go send it", () => {
    expect(readClientSetup(frameNamed("SETUP of versions 8 to 10"), limits())).toEqual({
      keepAliveMs: 0x7fff_ffff,
      maxLifetimeMs: 0x7fff_ffff,
      metadata: { minVersion: 8, maxVersion: 10, clientMetadata: { agent: "ts" } },
      encoding: "compact",
    });
    const ofGo = readClientSetup(frameNamed("SETUP of version 8, with another MIME type of data"), limits());
    expect(ofGo).toMatchObject({ keepAliveMs: 30_000, metadata: { minVersion: 8, maxVersion: 8 } });
  });

  test.each(["00000000 3100 1c 15 10 11 00 00", "00000000 0500 0001", ""])("is not %s", (hex) => {
    expectCode(() => readClientSetup(bytes(hex), limits()), "invalid_data");
  });

  test("is not one of a version that nobody speaks here", () => {
    const { hex } = vectorNamed("SETUP of versions 8 to 10");
    const newer = bytes(hex.replace("35 10 15 14", "35 16 15 18")).subarray(3);
    expectCode(() => readClientSetup(newer, limits()), "bad_version");
  });
});

describe("the answer", () => {
  test.each([
    [{ minVersion: 8, maxVersion: 10 }, 10],
    [{ minVersion: 8, maxVersion: 8 }, 8],
    [{ minVersion: 9, maxVersion: 99 }, 10],
    [{ minVersion: 1, maxVersion: 9 }, 9],
  ])("to %j is version %i", (range, version) => {
    expect(answerSetup(setupOf(range), compressionsNamed()).setupResponse?.version).toBe(version);
  });

  test.each([
    [[], false, false],
    [["zstd"], true, false],
    [["zlib", "lz4"], false, true],
  ] as const)("tells of %j what clients must know", (names, zstdSupported, lz4Supported) => {
    const answer = answerSetup(setupOf({}), compressionsNamed(...names));
    expect(answer).toEqual({ setupResponse: { version: 10, zstdSupported, lz4Supported } });
  });
});

test.each([
  ["the time of the client's own patience, where it tells it", setupOf({ keepAliveTimeoutMs: 500 }, 30_000), 500],
  ["less than two keepalives", setupOf({}, 1000), 1700],
  ["what a client that promises nothing says", setupOf({}, 0x7fff_ffff), undefined],
  ["a patience of nothing", setupOf({ keepAliveTimeoutMs: 0 }, 1000), 1700],
  ["a patience below nothing", setupOf({ keepAliveTimeoutMs: -1 }, 0x7fff_ffff), undefined],
  ["a keepalive longer than any", setupOf({}, 0xffff_ffff), undefined],
  ["as much as an hour", setupOf({ keepAliveTimeoutMs: 3_600_000 }), 3_600_000],
  ["what is more than an hour", setupOf({ keepAliveTimeoutMs: 3_600_001 }), undefined],
] as const)("takes for the longest silence: %s", (_, setup, silenceMs) => {
  expect(announcedSilenceMs(setup)).toBe(silenceMs);
});
