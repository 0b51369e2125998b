import { defaultLimits, isProtocolError, type Limits, type Protocol } from "@seapink/core";
import * as fc from "fast-check";
import { expect } from "vitest";
import { outcome } from "../outcome.ts";
import { pieces } from "../splits.ts";
import { flipBit } from "./damage.ts";
import { encodedMessage, messages, skipMessage } from "./messages.ts";
import { law, type Subject } from "./subject.ts";

/** The ends of the messages in a stream that comes in these pieces, as a dialect would find them. */
export function scanEnds(protocol: Protocol, chunks: Iterable<Uint8Array>, limits: Limits = defaultLimits): number[] {
  const scanner = protocol.scanner(limits);
  const ends: number[] = [];
  let passed = 0;
  for (const chunk of chunks) {
    for (let at = 0; at < chunk.length;) {
      const end = scanner.push(chunk.subarray(at));
      if (end === undefined) break;
      if (!(end > 0 && end <= chunk.length - at))
        expect.fail(`found an end after ${end} of ${chunk.length - at} bytes`);
      at += end;
      ends.push(passed + at);
    }
    passed += chunk.length;
  }
  return ends;
}

/** The scanner finds the ends that the reader finds, however the bytes are cut. */
export function streamLaws(subject: Subject): void {
  const { protocol } = subject;
  const sizes = fc
    .array(fc.nat({ max: 40 }), { minLength: 1, maxLength: 8 })
    .filter((all) => all.some((size) => size > 0));
  const stream = fc.array(messages(subject), { minLength: 1, maxLength: 3 });

  law(subject, 0.03, "finds the same ends however a stream is cut", fc.tuple(stream, sizes), ([all, sizes]) => {
    const encoded = all.map((message) => encodedMessage(protocol, message));
    const whole = Uint8Array.from(encoded.flatMap((bytes) => [...bytes]));
    let end = 0;
    const ends = encoded.map((bytes) => (end += bytes.length));
    expect(scanEnds(protocol, [whole])).toStrictEqual(ends);
    expect(scanEnds(protocol, pieces(whole, sizes))).toStrictEqual(ends);
    expect(scanEnds(protocol, pieces(whole, [1]))).toStrictEqual(ends);
  });

  const flips = fc.array(fc.nat({ max: 0x7ffff }), { minLength: 1, maxLength: 2 });
  law(
    subject,
    0.03,
    "scans damaged messages as they are read",
    fc.tuple(messages(subject), flips),
    ([message, places]) => {
      const bytes = encodedMessage(protocol, message);
      for (const place of places) flipBit(bytes, place % (8 * bytes.length));
      checkAgreement(protocol, bytes);
    },
  );
}

/** Where both find an end it is the same; what the reader accepts the scanner must not refuse, nor wait for more of. */
export function checkAgreement(protocol: Protocol, bytes: Uint8Array): void {
  const read = outcome(() => skipMessage(protocol, bytes));
  const whole = outcome(() => protocol.scanner(defaultLimits).push(bytes));
  const bytewise = outcome(() => firstEnd(protocol, bytes));
  if (isProtocolError(read)) return;
  expect(whole).toBe(read);
  expect(bytewise).toBe(read);
}

/** The first end in a stream that comes byte by byte. */
function firstEnd(protocol: Protocol, bytes: Uint8Array): number | undefined {
  const scanner = protocol.scanner(defaultLimits);
  for (let at = 0; at < bytes.length; at++) if (scanner.push(bytes.subarray(at, at + 1)) !== undefined) return at + 1;
  return undefined;
}
