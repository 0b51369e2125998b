import { defaultLimits, isProtocolError, type Protocol, WireType } from "@seapink/core";
import * as fc from "fast-check";
import { expect } from "vitest";
import { outcome } from "../outcome.ts";
import type { StructShape } from "../shape.ts";
import { readShape, shapeCodec } from "../shape-codec.ts";
import { law, type Subject, samples } from "./subject.ts";

/** Whatever was done to the bytes, the outcome is a value or a `ProtocolError`. */
export function damageLaws(subject: Subject): void {
  const { protocol } = subject;
  const sample = samples(subject);
  const at = fc.nat({ max: 0xffff });

  law(subject, 0.08, "refuses bytes that end too early", fc.tuple(sample, at), ([{ shape, value }, place]) => {
    const bytes = shapeCodec(protocol, shape).encode(value);
    checkTruncated(protocol, shape, bytes, place % bytes.length);
  });

  const flips = fc.array(fc.nat({ max: 0x7ffff }), { minLength: 1, maxLength: 3 });
  law(subject, 0.15, "survives flipped bits", fc.tuple(sample, flips), ([{ shape, value }, places]) => {
    const bytes = shapeCodec(protocol, shape).encode(value);
    for (const place of places) flipBit(bytes, place % (8 * bytes.length));
    checkAny(protocol, shape, bytes);
  });

  const splice = fc.record({ sample, at, remove: fc.nat({ max: 9 }), insert: fc.uint8Array({ maxLength: 9 }) });
  law(
    subject,
    0.08,
    "survives bytes put in and taken out",
    splice,
    ({ sample: { shape, value }, at, remove, insert }) => {
      const bytes = shapeCodec(protocol, shape).encode(value);
      const place = at % bytes.length;
      checkAny(
        protocol,
        shape,
        Uint8Array.from([...bytes.subarray(0, place), ...insert, ...bytes.subarray(place + remove)]),
      );
    },
  );

  const noise = fc.tuple(sample, fc.uint8Array({ maxLength: 60 }));
  law(subject, 0.05, "survives any bytes at all", noise, ([{ shape }, bytes]) => checkAny(protocol, shape, bytes));
}

export function flipBit(bytes: Uint8Array, place: number): void {
  const at = place >> 3;
  bytes[at] = (bytes[at] as number) ^ (1 << (place & 7));
}

/** The rest of the bytes lies behind the end, where reading on by mistake would find them. */
export function checkTruncated(protocol: Protocol, shape: StructShape, bytes: Uint8Array, length: number): void {
  const cut = bytes.subarray(0, length);
  const reading = outcome(() => readShape(protocol.reader(cut, defaultLimits), shape));
  const skipping = outcome(() => protocol.reader(cut, defaultLimits).skip(WireType.struct));
  expect(isProtocolError(reading), `read ${length} of ${bytes.length} bytes`).toBe(true);
  expect(isProtocolError(skipping), `skipped ${length} of ${bytes.length} bytes`).toBe(true);
}

/** Reads what was expected, and skips; both must end, inside the bytes. */
export function checkAny(protocol: Protocol, shape: StructShape, bytes: Uint8Array): void {
  const reading = protocol.reader(bytes, defaultLimits);
  outcome(() => readShape(reading, shape));
  const skipping = protocol.reader(bytes, defaultLimits);
  outcome(() => skipping.skip(WireType.struct));
  if (reading.offset > bytes.length || skipping.offset > bytes.length) expect.fail("went past the end");
}
