import { ByteWriter, defaultLimits } from "@seapink/core";
import { bytes, expectCode, hex } from "@seapink/testing";
import { describe, expect, test } from "vitest";
import { readSetup, readSetupMetadata, type Setup, type SetupFrame, writeSetup } from "../../src/frames/setup.ts";
import { vectorNamed } from "../vectors.ts";

const compactMime = "application/x-rocket-metadata+compact";
const binaryMime = "application/x-rocket-metadata+binary";
const payloadMime = "application/x-rocket-payload";

/** Without the length before it. */
function frameNamed(name: string): Uint8Array {
  return bytes(vectorNamed(name).hex).subarray(3);
}

const ours = "SETUP of versions 8 to 10";
const go = "SETUP of version 8, with another MIME type of data";

function written(setup: Setup): Uint8Array {
  const out = new ByteWriter();
  writeSetup(out, setup);
  return out.take();
}

const setup: Setup = {
  keepAliveMs: 0x7fff_ffff,
  maxLifetimeMs: 0x7fff_ffff,
  metadata: { minVersion: 8, maxVersion: 10, clientMetadata: { agent: "ts" } },
  encoding: "compact",
};

describe("the frame", () => {
  test("is read with all of its parts", () => {
    const { metadata, ...parts } = readSetup(frameNamed(go));
    expect(parts).toEqual({
      major: 1,
      minor: 0,
      keepAliveMs: 30_000,
      maxLifetimeMs: 3_600_000,
      metadataMime: compactMime,
      dataMime: "application/binary",
    });
    expect(hex(metadata)).toBe("f09f9a80 35101510 00");
  });

  test("is written as it is read", () => {
    expect(hex(written(setup))).toBe(hex(frameNamed(ours)));
  });

  test("may hold a token to resume by, and no metadata", () => {
    const frame = readSetup(bytes("00000000 0480 0001 0000 00000001 00000002 0003 aabbcc 01 61 01 62"));
    const { metadata, ...parts } = frame;
    expect(parts).toEqual({ major: 1, minor: 0, keepAliveMs: 1, maxLifetimeMs: 2, metadataMime: "a", dataMime: "b" });
    expect(metadata.length).toBe(0);
  });

  test("is refused wherever it is cut", () => {
    const whole = frameNamed(ours);
    for (let size = 0; size < whole.length; size++)
      expectCode(() => readSetup(whole.subarray(0, size)), "invalid_data");
  });

  test.each([
    ["another type", "00000000 2800 0001"],
    ["another stream", "00000001 0500 0001 0000 7fffffff 7fffffff 00 00 000000"],
  ])("is refused with %s", (_, text) => {
    expectCode(() => readSetup(bytes(text)), "invalid_data");
  });
});

function frame(changes: Partial<SetupFrame>): SetupFrame {
  return { ...readSetup(written(setup)), ...changes };
}

const versions = "35 10 15 14 00";
const version8 = "35 10 15 10 00";

describe("what it means", () => {
  test.each(["compact", "binary"] as const)("is read back in %s", (encoding) => {
    const given = { ...setup, keepAliveMs: 30_000, encoding };
    expect(readSetupMetadata(readSetup(written(given)), defaultLimits)).toStrictEqual(given);
  });

  test("of Go's client is understood", () => {
    expect(readSetupMetadata(readSetup(frameNamed(go)), defaultLimits)).toEqual({
      keepAliveMs: 30_000,
      maxLifetimeMs: 3_600_000,
      metadata: { minVersion: 8, maxVersion: 8 },
      encoding: "compact",
    });
  });

  const taken: readonly (readonly [name: string, changes: Partial<SetupFrame>])[] = [
    ["the key of a variant", { metadata: bytes(`f09f9a81 ${versions}`) }],
    ["the old key", { metadata: bytes(`00000001 ${versions}`) }],
    ["no key beside Rocket's MIME types", { metadata: bytes(versions) }],
    [
      "old MIME types and version 8",
      { metadataMime: "text/plain", dataMime: "text/plain", metadata: bytes(`f09f9a80 ${version8}`) },
    ],
    ["a newer version than any known", { metadata: bytes("f09f9a80 35 10 15 28 00") }],
    ["a highest version alone", { metadata: bytes("f09f9a80 45 10 00") }],
  ];

  test.each(taken)("may have %s", (_, changes) => {
    expect(readSetupMetadata(frame(changes), defaultLimits).encoding).toBe("compact");
  });

  const refused: readonly (readonly [name: string, changes: Partial<SetupFrame>, message: RegExp])[] = [
    ["a later RSocket", { major: 2 }, /version 1\.0, got 2\.0/],
    ["a keepalive of 0", { keepAliveMs: 0 }, /times above 0 ms/],
    ["a lifetime of 0", { maxLifetimeMs: 0 }, /times above 0 ms/],
    ["no metadata", { metadata: bytes("") }, /with metadata, got none/],
    ["metadata of another type", { metadataMime: "application/json" }, /got "application\/json"/],
    ["no key beside other MIME types", { dataMime: "x", metadata: bytes(versions) }, /the key f09f9a80/],
    ["less than a key", { dataMime: "x", metadata: bytes("f09f9a") }, /the key f09f9a80/],
    ["more behind the metadata", { metadata: bytes(`f09f9a80 ${versions} 00`) }, /1 more behind it/],
    ["metadata that is cut", { metadata: bytes("f09f9a80 35 10") }, /more bytes/],
    ["another MIME type of data from version 9 on", { dataMime: "application/binary" }, /MIME types of Rocket/],
    ["old MIME types from version 9 on", { metadataMime: "text/plain" }, /MIME types of Rocket/],
    ["versions that are too new", { metadata: bytes("f09f9a80 35 16 15 16 00") }, /8 to 10, got 11 to 11/],
    ["versions that are too old", { metadata: bytes("f09f9a80 35 0c 15 0e 00") }, /8 to 10, got 6 to 7/],
    ["no versions", { metadata: bytes("f09f9a80 00") }, /8 to 10, got 0 to 0/],
    ["another encoding than it says", { metadataMime: binaryMime }, /./],
  ];

  test.each(refused)("may not have %s", (_, changes, message) => {
    expect(() => readSetupMetadata(frame(changes), defaultLimits)).toThrow(
      expect.objectContaining({ name: "ProtocolError", message: expect.stringMatching(message) as unknown }),
    );
  });

  test("is written with the MIME types of its encoding", () => {
    const { metadataMime, dataMime } = readSetup(written({ ...setup, encoding: "binary" }));
    expect([metadataMime, dataMime]).toEqual([binaryMime, payloadMime]);
  });
});
