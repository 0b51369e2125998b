import { defaultLimits, type Limits, limits, type Protocol, type ProtocolWriter, WireType } from "@seapink/core";
import { expect, test } from "vitest";
import { expectCode } from "../expect-code.ts";
import { type Shape, wireTypeOf } from "../shape.ts";
import { readShape, writeShape } from "../shape-codec.ts";
import { scanEnds } from "./streams.ts";
import type { Subject } from "./subject.ts";
import { written, writtenMessage } from "./written.ts";

/** How one level is put inside another, `levels` deep; every level counts, whatever kind it is of. */
interface Nesting {
  readonly kind: string;
  shape(inner: Shape): Shape;
  begin(w: ProtocolWriter, inner: WireType): void;
  end(w: ProtocolWriter): void;
}

const nestings: readonly Nesting[] = [
  {
    kind: "struct",
    shape: (inner) => ({ struct: [{ id: 1, name: "f", type: inner }] }),
    begin(w, inner) {
      w.structBegin();
      w.fieldBegin(inner, 1);
    },
    end(w) {
      w.fieldEnd();
      w.structEnd();
    },
  },
  {
    kind: "list",
    shape: (list) => ({ list }),
    begin: (w, inner) => w.listBegin(inner, 1),
    end: (w) => w.listEnd(),
  },
  {
    kind: "set",
    shape: (set) => ({ set }),
    begin: (w, inner) => w.setBegin(inner, 1),
    end: (w) => w.setEnd(),
  },
  {
    kind: "map",
    shape: (value) => ({ map: ["i8", value] }),
    begin(w, inner) {
      w.mapBegin(WireType.i8, inner, 1);
      w.i8(0);
    },
    end: (w) => w.mapEnd(),
  },
];

/** Depth is bounded on read, skip, scan and write, by the same number. */
export function nestingLaws({ protocol }: Subject): void {
  const most = defaultLimits.maxDepth;

  for (const nesting of nestings) {
    test(`takes ${most} levels of ${nesting.kind} and not one more`, () => {
      const fits = nested(protocol, nesting, most);
      const shape = nestedShape(nesting, most);
      expect(() => readShape(protocol.reader(fits, defaultLimits), shape)).not.toThrow();
      expect(() => protocol.reader(fits, defaultLimits).skip(WireType.struct)).not.toThrow();
      expect(() => nested(protocol, nesting, most, defaultLimits)).not.toThrow();
      const deeper = nested(protocol, nesting, most + 1);
      const deeperShape = nestedShape(nesting, most + 1);
      expectCode(() => readShape(protocol.reader(deeper, defaultLimits), deeperShape), "depth_limit");
      expectCode(() => protocol.reader(deeper, defaultLimits).skip(WireType.struct), "depth_limit");
      expectCode(() => nested(protocol, nesting, most + 1, defaultLimits), "depth_limit");
    });

    test(`scans ${most} levels of ${nesting.kind} and not one more`, () => {
      const fits = nestedMessage(protocol, nesting, most);
      expect(scanEnds(protocol, [fits])).toStrictEqual([fits.length]);
      expectCode(() => scanEnds(protocol, [nestedMessage(protocol, nesting, most + 1)]), "depth_limit");
    });

    test(`refuses 100 000 levels of ${nesting.kind} without following them`, () => {
      const bytes = nested(protocol, nesting, 100_000);
      expectCode(() => protocol.reader(bytes, defaultLimits).skip(WireType.struct), "depth_limit");
      expectCode(() => scanEnds(protocol, [nestedMessage(protocol, nesting, 100_000)]), "depth_limit");
    });
  }

  test("counts depth, not values: levels that have ended are free", () => {
    const inner: Shape = { list: { struct: [{ id: 1, name: "f", type: { set: "i8" } }] } };
    const shape: Shape = { struct: [{ id: 1, name: "f", type: inner }] };
    const value = { f: Array.from({ length: 100 }, () => ({ f: [] })) };
    const four = limits({ maxDepth: 4 });
    const bytes = written(protocol, (w) => writeShape(w, shape, value), four);
    expect(readShape(protocol.reader(bytes, four), shape)).toStrictEqual(value);
    expect(() => protocol.reader(bytes, four).skip(WireType.struct)).not.toThrow();
    expectCode(() => protocol.reader(bytes, limits({ maxDepth: 3 })).skip(WireType.struct), "depth_limit");
  });
}

/** A struct around `levels - 1` more levels, the innermost of which holds an i8. */
function writeNested(w: ProtocolWriter, nesting: Nesting, levels: number): void {
  const outer = nestings[0] as Nesting;
  const kind = wireTypeOf(nesting.shape("i8"));
  for (let level = 1; level <= levels; level++) {
    (level === 1 ? outer : nesting).begin(w, level === levels ? WireType.i8 : kind);
  }
  w.i8(1);
  for (let level = levels; level >= 1; level--) (level === 1 ? outer : nesting).end(w);
}

function nestedShape(nesting: Nesting, levels: number): Shape {
  let shape: Shape = "i8";
  for (let level = levels; level > 1; level--) shape = nesting.shape(shape);
  return (nestings[0] as Nesting).shape(shape);
}

const unbounded = limits({ maxDepth: Number.POSITIVE_INFINITY });

function nested(protocol: Protocol, nesting: Nesting, levels: number, within: Limits = unbounded): Uint8Array {
  return written(protocol, (w) => writeNested(w, nesting, levels), within);
}

function nestedMessage(protocol: Protocol, nesting: Nesting, levels: number): Uint8Array {
  return writtenMessage(protocol, "m", (w) => writeNested(w, nesting, levels), unbounded);
}
