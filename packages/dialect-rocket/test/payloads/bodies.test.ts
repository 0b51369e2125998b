import { type Body, type Compression, isApplicationError, limits, ProtocolError } from "@seapink/core";
import { zlib } from "@seapink/core/node";
import { binary } from "@seapink/protocol-binary";
import { bytes, expectCode, hex } from "@seapink/testing";
import { describe, expect, test } from "vitest";
import { Compressions } from "../../src/compression/compressions.ts";
import { CompressionAlgorithm } from "../../src/metadata/enums.ts";
import { Bodies, type BodyMetadata, type Treatment, untreated } from "../../src/payloads/bodies.ts";
import { argument } from "../says.ts";
import { protocol } from "../served.ts";

const compression = zlib();
const bodies = new Bodies(limits({ maxMessageBytes: 10_000 }), new Compressions([compression]));
const all: Treatment = { compression, compressFrom: 100, checksum: "crc32c" };

const short = argument("x");
const long = argument("x".repeat(1000));
const written: Body = { write: (writer) => writer.raw(long) };

describe("a body that goes out", () => {
  test("is left to be written later where nothing is done to it", () => {
    const treated = bodies.treated(written, undefined, protocol, untreated);
    expect(treated).toEqual({ body: { body: written, from: undefined, protocol }, metadata: {} });
  });

  test.each<readonly [string, Body]>([
    ["that is bytes", long],
    ["that writes itself", written],
  ])("%s is compressed, and summed up before that", (_, body) => {
    const { body: out, metadata } = bodies.treated(body, protocol, protocol, all);
    expect(out.from).toBe("raw");
    expect(metadata.compression).toBe(CompressionAlgorithm.zlib);
    expect((out.body as Uint8Array).length).toBeLessThan(100);
    expect(compression.decompress(out.body as Uint8Array, 10_000)).toEqual(long);
    expect(bodies.plain(out.body as Uint8Array, metadata)).toEqual(long);
  });

  test("is not compressed if it is short, but summed up", () => {
    const { body, metadata } = bodies.treated(short, protocol, protocol, all);
    expect(body.body).toEqual(short);
    expect(metadata.compression).toBeUndefined();
    expect(metadata.checksum).toMatchObject({ algorithm: 1 });
  });

  test.each([
    [short.length, true],
    [short.length + 1, false],
  ])("is compressed from a length on: of %i bytes", (compressFrom, isCompressed) => {
    const { metadata } = bodies.treated(short, protocol, protocol, { ...all, compressFrom });
    expect(metadata.compression !== undefined).toBe(isCompressed);
  });

  test("is put into the protocol of the call before anything is done to it", () => {
    const inBinary = bytes("0b 0001 00000001 78 00");
    const { body } = bodies.treated(inBinary, binary(), protocol, { ...all, compression: undefined });
    expect(hex(body.body as Uint8Array)).toBe(hex(short));
  });

  test("is refused if it is longer than a message may be, however short it would be compressed", () => {
    expectCode(() => bodies.treated(argument("x".repeat(40_000)), protocol, protocol, all), "overloaded");
  });
});

describe("a body that came in", () => {
  test("is as it is where nothing was done to it", () => {
    expect(bodies.plain(short, {})).toBe(short);
    expect(bodies.plain(short, { compression: CompressionAlgorithm.none })).toBe(short);
  });

  test.each(["zlib", "zlibLess", "zlibMore"] as const)("is decompressed: %s", (name) => {
    expect(bodies.plain(compression.compress(long), { compression: CompressionAlgorithm[name] })).toEqual(long);
  });

  const wrong: readonly (readonly [string, BodyMetadata, string])[] = [
    ["of no compressed bytes", { compression: CompressionAlgorithm.zlib }, "protocol_error"],
    ["of a compression that is not set up", { compression: CompressionAlgorithm.zstd }, "protocol_error"],
    ["of one that nobody knows", { compression: -7 }, "protocol_error"],
    ["of another checksum", { checksum: { algorithm: 1, checksum: 5n, salt: 0n } }, "checksum_mismatch"],
    ["of another old checksum", { crc32c: 5 }, "checksum_mismatch"],
    ["of a checksum that nobody knows", { checksum: { algorithm: 9, checksum: 5n, salt: 0n } }, "checksum_mismatch"],
  ];
  test.each(wrong)("is refused if it is %s", (_, metadata, code) => {
    expectCode(() => bodies.plain(short, metadata), code);
  });

  test.each(wrong)("keeps a call that has run from being tried again, if it is %s", (_, metadata) => {
    expect(() => bodies.plain(short, metadata)).toThrow(expect.objectContaining({ mayHaveRun: false }));
    expect(() => bodies.plain(short, metadata, true)).toThrow(expect.objectContaining({ mayHaveRun: true }));
  });

  test("is refused if it is longer than a message may be", () => {
    const bomb = compression.compress(new Uint8Array(1_000_000));
    expect(bomb.length).toBeLessThan(10_000);
    expectCode(() => bodies.plain(bomb, { compression: 1 }), "protocol_error");
  });

  test("tells of an error in the compression itself as it is", () => {
    const error = new RangeError("out of memory");
    const broken: Compression = { name: "zstd", compress: (plain) => plain, decompress: () => fails(error) };
    const others = new Bodies(limits(), new Compressions([broken]));
    expect(() => others.plain(short, { compression: CompressionAlgorithm.zstd })).toThrow(error);
  });

  test("keeps what was wrong with it as the cause", () => {
    try {
      bodies.plain(short, { compression: 1 });
      expect.unreachable();
    } catch (error) {
      expect(isApplicationError(error) && error.cause).toBeInstanceOf(ProtocolError);
    }
  });
});

function fails(error: Error): never {
  throw error;
}
