import { ByteWriter, defaultLimits, limits, type Protocol } from "@seapink/core";
import { binary } from "@seapink/protocol-binary";
import { bytes, expectCode, hex } from "@seapink/testing";
import { describe, expect, test } from "vitest";
import { framedFraming, type Framing, unframedFraming } from "../src/framing.ts";

const strict = [binary()];
const old = [binary({ oldHeader: "accept" })];

/** Messages that begin with a bracket. */
const bracket: Protocol = {
  ...binary(),
  name: "bracket",
  detect: (first) => (first[0] === undefined ? "more" : first[0] === 0x5b ? "yes" : "no"),
};

interface Detections {
  readonly name: string;
  readonly framing: Framing;
  readonly protocols: readonly Protocol[];
  readonly answers: readonly (readonly [first: string, answer: string])[];
}

const detections: readonly Detections[] = [
  {
    name: "unframed",
    framing: unframedFraming,
    protocols: strict,
    answers: [
      ["", "more"],
      ["80", "more"],
      ["8001 00", "more"],
      ["8001 0001", "yes"],
      ["8001 0005", "no"],
      ["8002", "no"],
      ["00000004 70696e67 01", "no"],
    ],
  },
  {
    name: "unframed, with the old header",
    framing: unframedFraming,
    protocols: old,
    answers: [
      ["00000004 70696e67 01", "yes"],
      ["00000004 7069", "more"],
      ["8001 0001", "yes"],
    ],
  },
  {
    name: "unframed, of two protocols",
    framing: unframedFraming,
    protocols: [...strict, bracket],
    answers: [
      ["8001 0001", "yes"],
      ["8001", "more"],
      ["5b", "yes"],
      ["82", "no"],
    ],
  },
  {
    name: "framed",
    framing: framedFraming,
    protocols: strict,
    answers: [
      ["", "more"],
      ["00000011", "more"],
      ["00000011 80", "more"],
      ["00000011 80010001", "yes"],
      ["00000011 8002", "no"],
      ["80", "no"],
      ["7fffffff 80010001", "yes"],
      ["47455420 2f204854", "no"],
      ["0000000e 00000004 70696e67 01", "no"],
    ],
  },
  {
    name: "framed, with the old header",
    framing: framedFraming,
    protocols: old,
    answers: [["0000000e 00000004 70696e67 01", "yes"]],
  },
  {
    name: "framed, of two protocols",
    framing: framedFraming,
    protocols: [...strict, bracket],
    answers: [
      ["0000000e 5b", "yes"],
      ["0000000e 82", "no"],
    ],
  },
];

describe.each(detections)("first bytes, $name", ({ framing, protocols, answers }) => {
  test.each(answers)("of %j it says %s", (first, answer) => {
    expect(framing.detect(bytes(first), protocols)).toBe(answer);
  });
});

describe.each([
  [framedFraming, "00000002 aabb"],
  [unframedFraming, "aabb"],
])("$name", (framing, expected) => {
  test("closes a message behind others", () => {
    const out = new ByteWriter();
    out.raw(bytes("ff"));
    framing.begin(out);
    out.raw(bytes("aabb"));
    framing.end(out, 1, defaultLimits);
    expect(hex(out.take().subarray(1))).toBe(hex(bytes(expected)));
  });

  test("refuses a message beyond the limit", () => {
    const out = new ByteWriter();
    framing.begin(out);
    out.raw(new Uint8Array(11));
    const small = limits({ maxFrameBytes: 10, maxMessageBytes: 10 });
    expectCode(() => framing.end(out, 0, small), "frame_too_large");
    expect(() => framing.end(out, 1, small)).not.toThrow();
  });
});
