import { defaultLimits, type Protocol, type ProtocolReader, WireType } from "@seapink/core";
import { expect, test } from "vitest";
import { hex } from "../hex.ts";
import { readShape, writeShape } from "../shape-codec.ts";
import { splits } from "../splits.ts";
import type { Vector } from "../vectors.ts";
import { checkAny, checkTruncated, flipBit } from "./damage.ts";
import { checkAgreement, scanEnds } from "./streams.ts";
import { written } from "./written.ts";

/** What others wrote is what we write and read, whole; and in every way damaged it is refused in order. */
export function vectorTests(protocol: Protocol, vectors: readonly Vector[]): void {
  for (const vector of vectors) {
    test(`writes ${vector.name}`, () => expect(hex(write(protocol, vector))).toBe(hex(vector.bytes)));
    test(`reads ${vector.name}`, () => checkRead(protocol, vector));
    test(`refuses or reads ${vector.name}, damaged in each place`, () => {
      if (vector.head === undefined) damageStruct(protocol, vector);
      else damageMessage(protocol, vector.bytes);
    });
    if (vector.head === undefined) continue;
    test(`detects ${vector.name}`, () => expect(protocol.detect(vector.bytes)).toBe("yes"));
    test(`finds the end of ${vector.name} however it is cut`, () => {
      for (const chunks of splits(vector.bytes)) {
        expect(scanEnds(protocol, chunks)).toStrictEqual([vector.bytes.length]);
      }
    });
  }
}

function write(protocol: Protocol, { head, type, value }: Vector): Uint8Array {
  return written(protocol, (w) => {
    if (head) w.messageBegin(head.name, head.type, head.seqid);
    writeShape(w, type, value);
    if (head) w.messageEnd();
  });
}

function checkRead(protocol: Protocol, { head, type, value, bytes }: Vector): void {
  const whole = (read: (reader: ProtocolReader) => unknown): unknown => {
    const reader = protocol.reader(bytes, defaultLimits);
    if (head) expect(reader.messageBegin()).toStrictEqual(head);
    const result = read(reader);
    if (head) reader.messageEnd();
    expect(reader.offset).toBe(bytes.length);
    return result;
  };
  expect(whole((reader) => readShape(reader, type))).toStrictEqual(value);
  whole((reader) => reader.skip(WireType.struct));
}

function damageStruct(protocol: Protocol, { type, bytes }: Vector): void {
  for (let length = 0; length < bytes.length; length++) checkTruncated(protocol, type, bytes, length);
  for (const damaged of damages(bytes)) checkAny(protocol, type, damaged);
}

function damageMessage(protocol: Protocol, bytes: Uint8Array): void {
  for (const damaged of damages(bytes)) checkAgreement(protocol, damaged);
}

/** Every flipped bit, and every byte replaced by those that mean most: none, the largest sizes, all ones. */
function* damages(bytes: Uint8Array): Generator<Uint8Array, void> {
  for (let place = 0; place < 8 * bytes.length; place++) {
    const damaged = bytes.slice();
    flipBit(damaged, place);
    yield damaged;
  }
  for (let at = 0; at < bytes.length; at++) {
    for (const byte of [0x00, 0x01, 0x7f, 0x80, 0xff]) yield bytes.with(at, byte);
  }
}
