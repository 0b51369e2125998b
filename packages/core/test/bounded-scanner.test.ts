import { AfterValue, BoundedScanner, limits, WireType } from "@seapink/core";
import { describe, expect, test } from "vitest";

/** A scanner as protocols see it. */
class OpenScanner extends BoundedScanner {
  get skipped(): number {
    return this.skip;
  }

  get at(): number {
    return this.offset;
  }

  claims(bytes: number): void {
    this.claim(bytes);
  }

  passes(bytes: number): void {
    this.pass(bytes);
  }

  counts(size: number, elementBytes: number): void {
    this.count(size, elementBytes);
  }

  struct(): void {
    this.enterStruct();
  }

  container(values: number, keyType: number, valueType: number): void {
    this.enterContainer(values, keyType, valueType);
  }

  leaves(): void {
    this.leave();
  }

  next(): number {
    return this.nextType();
  }

  ends(): void {
    this.endMessage();
  }
}

function scanner(firstBytes = 4): OpenScanner {
  return new OpenScanner(limits({ maxMessageBytes: 20, maxContainerElements: 3, maxDepth: 2 }), firstBytes);
}

function failing(code: string, message: string, offset: number): unknown {
  return expect.objectContaining({ code, message, offset });
}

describe("bytes", () => {
  test("are claimed up to the limit, wherever they are, those to step over as well", () => {
    const s = scanner();
    s.claims(6);
    s.passes(10);
    expect([s.at, s.skipped]).toEqual([20, 10]);
    const refused = failing("size_limit", "expected a message of at most 20 bytes, got 21 or more", 20);
    expect(() => s.passes(1)).toThrow(refused);
    expect(() => s.claims(1)).toThrow(refused);
    expect([s.at, s.skipped]).toEqual([20, 10]);
  });

  test("that the elements must take are not claimed, but must fit", () => {
    const s = scanner();
    s.counts(2, 8);
    expect(s.at).toBe(4);
    const refused = failing("size_limit", "expected a message of at most 20 bytes, got 21 or more", 4);
    expect(() => s.counts(1, 17)).toThrow(refused);
    expect(() => s.counts(0x7fff_ffff, 0xff)).toThrow(expect.objectContaining({ code: "size_limit" }));
  });
});

test("elements of all containers of a message are counted together", () => {
  const s = scanner();
  s.counts(3, 1);
  const refused = failing("size_limit", "expected at most 3 elements in the containers of a message", 4);
  expect(() => s.counts(1, 1)).toThrow(refused);
});

test("a message begins with nothing claimed and nothing counted", () => {
  const s = scanner();
  s.counts(3, 1);
  s.claims(16);
  s.ends();
  expect(s.at).toBe(4);
  expect(() => s.counts(3, 1)).not.toThrow();
  expect(() => s.claims(16)).not.toThrow();
});

test("counts depth, not values", () => {
  const s = scanner();
  for (let i = 0; i < 5; i++) {
    s.struct();
    s.container(0, 0, 0);
    s.leaves();
    s.leaves();
  }
  s.struct();
  s.struct();
  const refused = failing("depth_limit", "expected at most 2 structs and containers inside each other", 4);
  expect(() => s.struct()).toThrow(refused);
  expect(() => s.container(1, WireType.i8, WireType.i8)).toThrow(refused);
});

describe("after a value comes", () => {
  test("the end, where nothing is open", () => {
    expect(scanner().next()).toBe(AfterValue.endOfMessage);
  });

  test("a field, in a struct", () => {
    const s = scanner();
    s.struct();
    expect([s.next(), s.next()]).toEqual([AfterValue.field, AfterValue.field]);
  });

  test("as many elements as a list has, then what comes after the list", () => {
    const s = scanner();
    s.struct();
    s.container(2, WireType.i64, WireType.i64);
    expect([s.next(), s.next(), s.next()]).toEqual([WireType.i64, WireType.i64, AfterValue.field]);
  });

  test("keys and values of a map in turn, the keys first", () => {
    const s = scanner();
    s.container(4, WireType.string, WireType.list);
    const types = [s.next(), s.next(), s.next(), s.next(), s.next()];
    expect(types).toEqual([WireType.string, WireType.list, WireType.string, WireType.list, AfterValue.endOfMessage]);
  });

  test("what is around, however many containers end at once", () => {
    const s = scanner();
    s.container(1, WireType.list, WireType.list);
    expect(s.next()).toBe(WireType.list);
    s.container(0, WireType.i8, WireType.i8);
    expect(s.next()).toBe(AfterValue.endOfMessage);
  });

  test("the next element of the list around", () => {
    const s = scanner();
    s.container(2, WireType.list, WireType.list);
    s.next();
    s.container(1, WireType.i8, WireType.i8);
    expect([s.next(), s.next(), s.next()]).toEqual([WireType.i8, WireType.list, AfterValue.endOfMessage]);
  });
});
