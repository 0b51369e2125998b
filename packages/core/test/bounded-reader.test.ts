import { BoundedReader, limits, ViewCache, WireType } from "@seapink/core";
import { expect, test } from "vitest";

const views = new ViewCache();
const { i8 } = WireType;

/** As a protocol that marks no ends would use it. */
class UnmarkedReader extends BoundedReader {
  listBegin(): number {
    this.enter();
    return this.u8();
  }
}

function reader(size: number, elementBytes = 1): BoundedReader {
  const bounds = limits({ maxDepth: 2, maxContainerElements: 10 });
  return new UnmarkedReader(new Uint8Array(size), views, bounds, elementBytes);
}

function failing(code: string, message: string): unknown {
  return expect.objectContaining({ code, message, offset: 0 });
}

test("counts depth, not values", () => {
  const r = reader(0);
  for (let i = 0; i < 5; i++) {
    r.enter();
    r.enter();
    r.leave();
    r.leave();
  }
  r.enter();
  r.enter();
  expect(() => r.enter()).toThrow(
    failing("depth_limit", "expected at most 2 structs and containers inside each other"),
  );
});

test("a container claims no more than the bytes that remain", () => {
  expect(() => reader(8).count(2, 4, i8, i8)).not.toThrow();
  expect(() => reader(7).count(2, 4, i8, i8)).toThrow(
    failing("invalid_data", "expected 2 elements of 4 bytes or more, got 7 bytes"),
  );
  expect(() => reader(8).count(0xffff_ffff, 0x7fff_ffff, i8, i8)).toThrow(
    expect.objectContaining({ code: "invalid_data" }),
  );
});

test("all containers together claim no more than the limit, or than there are bytes for", () => {
  const many = reader(100);
  many.count(10, 1, i8, i8);
  expect(() => many.count(1, 1, i8, i8)).toThrow(
    failing("size_limit", "expected at most 10 elements in the containers of a message"),
  );
  const few = reader(8, 2);
  few.count(4, 2, i8, i8);
  expect(() => few.count(1, 2, i8, i8)).toThrow(
    failing("invalid_data", "expected at most 4 elements in all containers, for which there are bytes"),
  );
});

test.each([
  ["elements", WireType.struct, WireType.struct],
  ["keys", WireType.set, i8],
  ["values", i8, WireType.map],
])("%s that hold others count eight times, but are as many as they are", (_, key, type) => {
  const tooMany = failing("size_limit", "expected at most 10 elements in the containers of a message");
  const r = reader(3);
  r.count(1, 1, key, type);
  r.count(2, 1, WireType.string, WireType.uuid);
  expect(() => reader(3).count(2, 1, key, type)).toThrow(tooMany);
  const full = reader(100);
  full.count(1, 1, key, type);
  expect(() => full.count(3, 1, i8, i8)).toThrow(tooMany);
});

test("elements of another type than expected are refused, unless there are none or nothing was expected", () => {
  const r = reader(0);
  r.otherType(WireType.i32, WireType.i64, 0);
  r.otherKey(WireType.i32, WireType.i64, 0);
  const refused = failing("invalid_data", "expected elements of type i32, got i64");
  expect(() => r.otherType(WireType.i32, WireType.i64, 1)).toThrow(refused);
  expect(() => r.otherKey(WireType.i32, WireType.i64, 1)).toThrow(refused);
  expect([r.elementType, r.keyType]).toEqual([WireType.stop, WireType.stop]);
  r.otherType(WireType.stop, WireType.i64, 1);
  r.otherKey(WireType.stop, WireType.bool, 0);
  expect([r.elementType, r.keyType]).toEqual([WireType.i64, WireType.bool]);
});

test("what is not marked has no bytes, and all that is begun is left again", () => {
  const r = reader(3);
  r.enter();
  expect([r.listBegin(WireType.i8), r.depth]).toEqual([0, 2]);
  r.listEnd();
  expect([r.setBegin(WireType.i8), r.depth]).toEqual([0, 2]);
  r.setEnd();
  r.enter();
  r.mapEnd();
  r.fieldEnd();
  expect(r.messageBody()).toHaveLength(1);
  r.messageEnd();
  expect([r.depth, r.offset]).toEqual([1, 2]);
});
