import { limits, type Protocol } from "@seapink/core";
import { expect, test } from "vitest";
import { expectCode } from "../expect-code.ts";
import { expectLinear } from "../expect-linear.ts";
import { pieces } from "../splits.ts";
import type { ScalarShape, StructShape } from "../shape.ts";
import { writeShape } from "../shape-codec.ts";
import { scanEnds } from "./streams.ts";
import type { Subject } from "./subject.ts";
import { writtenMessage } from "./written.ts";

const listOf = (list: ScalarShape): StructShape => ({ struct: [{ id: 1, name: "f", type: { list } }] });
const textShape: StructShape = { struct: [{ id: 1, name: "f", type: "string" }] };

/** The limits of the scanner, and its time, which is linear in the bytes. */
export function scanBoundLaws({ protocol }: Subject): void {
  test("counts the elements and bytes of each scanned message anew", () => {
    const message = writtenMessage(protocol, "m", (w) => writeShape(w, listOf("i8"), { f: [1, 2, 3] }));
    const just = limits({ maxContainerElements: 3, maxMessageBytes: message.length });
    expect(scanEnds(protocol, [repeated(message, 3)], just)).toHaveLength(3);
    expectCode(() => scanEnds(protocol, [message], limits({ maxContainerElements: 2 })), "size_limit");
  });

  test("refuses a long name on read and scan, on the scan before it is there", () => {
    const named = (size: number): Uint8Array => namedMessage(protocol, "n".repeat(size));
    const ten = limits({ maxMethodNameBytes: 10 });
    expect(protocol.reader(named(10), ten).messageBegin().name).toHaveLength(10);
    expect(scanEnds(protocol, [named(10)], ten)).toHaveLength(1);
    for (const size of [11, 1_000_000]) {
      expectCode(() => protocol.reader(named(size), ten).messageBegin(), "size_limit");
      expectCode(() => scanEnds(protocol, pieces(named(size).subarray(0, 40), [1]), ten), "size_limit");
    }
  });

  test.each([
    ["elements", listOf("i64"), { f: Array.from({ length: 40 }, () => 1n) }],
    ["text", textShape, { f: "a".repeat(200) }],
  ])("refuses a message that is long by its %s", (_, shape, value) => {
    const message = writtenMessage(protocol, "m", (w) => writeShape(w, shape, value));
    const fits = limits({ maxMessageBytes: message.length });
    expect(scanEnds(protocol, pieces(message, [1]), fits)).toStrictEqual([message.length]);
    const short = limits({ maxMessageBytes: message.length - 1 });
    expectCode(() => scanEnds(protocol, pieces(message, [1]), short), "size_limit");
    expectCode(() => scanEnds(protocol, [message], short), "size_limit");
  });

  test("scans 1 MB that comes byte by byte in linear time", () => {
    const shape: StructShape = { struct: [{ id: 1, name: "items", type: { list: textShape } }] };
    const messageOf = (length: number): Uint8Array => {
      const items = Array.from({ length }, () => ({ f: "a text of some length" }));
      return writtenMessage(protocol, "m", (w) => writeShape(w, shape, { items }));
    };
    const messages = new Map([12_500, 50_000].map((length) => [length, messageOf(length)]));
    expect(messages.get(50_000)?.length).toBeGreaterThan(1_000_000);
    expectLinear(12_500, (length) => {
      expect(scanEnds(protocol, bytewise(messages.get(length) as Uint8Array))).toHaveLength(1);
    });
  });

  test("scans 100 000 messages of one chunk in linear time", () => {
    const chunk = repeated(namedMessage(protocol, "ping"), 100_000);
    expectLinear(25_000, (count) => {
      expect(scanEnds(protocol, [chunk.subarray(0, (chunk.length / 100_000) * count)])).toHaveLength(count);
    });
  });
}

function namedMessage(protocol: Protocol, name: string): Uint8Array {
  const wide = limits({ maxMethodNameBytes: Number.POSITIVE_INFINITY });
  return writtenMessage(protocol, name, (w) => writeShape(w, listOf("i8"), { f: [1, 2] }), wide);
}

// Views, since a million buffers would cost more than the scan.
function* bytewise(bytes: Uint8Array): Generator<Uint8Array, void> {
  for (let at = 0; at < bytes.length; at++) yield bytes.subarray(at, at + 1);
}

function repeated(bytes: Uint8Array, times: number): Uint8Array {
  const all = new Uint8Array(times * bytes.length);
  for (let i = 0; i < times; i++) all.set(bytes, i * bytes.length);
  return all;
}
