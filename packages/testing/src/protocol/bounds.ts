import {
  defaultLimits,
  isProtocolError,
  limits,
  type Protocol,
  type ProtocolReader,
  type ProtocolWriter,
  WireType,
} from "@seapink/core";
import { expect, test } from "vitest";
import { expectCode } from "../expect-code.ts";
import { outcome } from "../outcome.ts";
import type { Shape, StructShape } from "../shape.ts";
import { readShape, writeShape } from "../shape-codec.ts";
import type { Subject } from "./subject.ts";
import { written } from "./written.ts";

/** Claims cost nothing, and the limits of the reader are kept. */
export function boundLaws({ protocol, shapes }: Subject): void {
  const lacking: readonly WireType[] = (shapes.lacks ?? []).map((kind) =>
    kind === "binary" ? WireType.string : WireType[kind],
  );
  const elements = Object.entries(WireType).filter(([, type]) => type !== WireType.stop && !lacking.includes(type));

  test.each(elements)("refuses 2^31 elements of %s in a few bytes", (_, type) => {
    const most = 2 ** 31 - 1;
    checkClaim(
      protocol,
      WireType.list,
      (w) => w.listBegin(type, most),
      (r) => r.listBegin(type),
    );
    checkClaim(
      protocol,
      WireType.set,
      (w) => w.setBegin(type, most),
      (r) => r.setBegin(type),
    );
    checkClaim(
      protocol,
      WireType.map,
      (w) => w.mapBegin(WireType.i8, type, most),
      (r) => r.mapBegin(WireType.i8, type),
    );
  });

  test.each([0, 1, 5, 7, 9, 17, 18, 20, 127, 255, 256, -1])("refuses to skip type %i, which is none", (type) => {
    const bytes = written(protocol, (w) => writeShape(w, oneField({ list: "i8" }), { f: [1, 2, 3] }));
    expectCode(() => protocol.reader(bytes, defaultLimits).skip(type), "invalid_data");
  });

  test("counts the elements of all containers of a message", () => {
    const shape: Shape = { struct: [1, 2, 3].map((id) => ({ id, name: `f${id}`, type: { list: "i8" } })) };
    const value = { f1: [1, 2], f2: [], f3: [3, 4] };
    const bytes = written(protocol, (w) => writeShape(w, shape, value));
    const four = limits({ maxContainerElements: 4 });
    expect(readShape(protocol.reader(bytes, four), shape)).toStrictEqual(value);
    expect(() => protocol.reader(bytes, four).skip(WireType.struct)).not.toThrow();
    const three = limits({ maxContainerElements: 3 });
    expectCode(() => readShape(protocol.reader(bytes, three), shape), "size_limit");
    expectCode(() => protocol.reader(bytes, three).skip(WireType.struct), "size_limit");
  });

  test.each<[what: string, element: Shape, value: unknown]>([
    ["structs", { struct: [] }, {}],
    ["lists", { list: "i8" }, []],
  ])("counts each of a container's %s as eight elements", (_, element, value) => {
    const bytes = written(protocol, (w) => writeShape(w, oneField({ list: element }), { f: [value, value] }));
    const read = (maxContainerElements: number): unknown =>
      readShape(protocol.reader(bytes, limits({ maxContainerElements })), oneField({ list: element }));
    const skip = (maxContainerElements: number): void =>
      protocol.reader(bytes, limits({ maxContainerElements })).skip(WireType.struct);
    expect(read(16)).toStrictEqual({ f: [value, value] });
    expect(() => skip(16)).not.toThrow();
    expectCode(() => read(15), "size_limit");
    expectCode(() => skip(15), "size_limit");
  });
}

const oneField = (type: Shape): StructShape => ({ struct: [{ id: 1, name: "f", type }] });

/** A struct whose only field claims to go on and on. */
function checkClaim(
  protocol: Protocol,
  type: WireType,
  claim: (w: ProtocolWriter) => void,
  begin: (r: ProtocolReader) => number,
): void {
  const bytes = written(protocol, (w) => {
    w.structBegin();
    w.fieldBegin(type, 1);
    claim(w);
  });
  const padded = Uint8Array.from([...bytes, ...new Uint8Array(8)]);
  const read = outcome(() => {
    const reader = protocol.reader(padded, defaultLimits);
    reader.structBegin();
    reader.fieldBegin();
    return begin(reader);
  });
  const skipped = outcome(() => protocol.reader(padded, defaultLimits).skip(WireType.struct));
  expect(isProtocolError(read)).toBe(true);
  expect(isProtocolError(skipped)).toBe(true);
}
