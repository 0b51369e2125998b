import { limits, ProtocolError } from "@seapink/core";
import { binary } from "@seapink/protocol-binary";
import {
  bool,
  decode,
  encode,
  field,
  i32,
  i64,
  i64Number,
  i8,
  list,
  map,
  set,
  string,
  struct,
  type StructType,
  union,
  uuid,
} from "@seapink/schema";
import { bytes } from "@seapink/testing";
import { describe, expect, test } from "vitest";

const protocol = binary();
const required = { requiredness: "required" } as const;

const Item = struct("Item", [field(1, "n", i32, required), field(2, "tag", string)]);
const Choice = union("Choice", [field(1, "item", Item), field(2, "flag", bool)]);
const Request: StructType = struct("Request", () => [
  field(1, "ids", list(i64)),
  field(2, "tags", set(string)),
  field(3, "counts", map(string, i8)),
  field(4, "items", list(Item)),
  field(5, "choice", Choice),
  field(6, "id", uuid),
  field(7, "byNumber", map(i32, Item)),
  field(8, "inner", Request, { requiredness: "optional" }),
  field(9, "odd name\n", i32),
  field(10, "total", i64Number),
]);
const Args = struct("Args", [field(1, "req", Request)]);

/** What a call throws, as far as it is the library's. */
function refusal(act: () => unknown): Pick<ProtocolError, "code" | "message" | "path" | "offset"> {
  try {
    act();
  } catch (error) {
    if (error instanceof ProtocolError) return error;
    throw error;
  }
  return expect.fail("expected a refusal, got none");
}

test("a required field that has a default is not what does not fit", () => {
  const type = struct("S", [field(1, "a", i32, { ...required, default: 5 }), field(2, "b", i32)]);
  expect(() => encode(type, { b: "x" }, protocol)).toThrow('b: expected i32, got string "x"');
});

describe("a value that does not fit", () => {
  test.each<[req: unknown, message: string]>([
    [5, "req: expected struct, got number 5"],
    [{ ids: [1n, 2n, 3n, "x"] }, 'req.ids[3]: expected i64, got string "x"'],
    [{ ids: 1n }, "req.ids: expected list, got bigint 1"],
    [{ tags: new Set(["a", "\ud800"]) }, 'req.tags[1]: expected string, got string "\\ud800"'],
    [{ tags: "a" }, 'req.tags: expected set, got string "a"'],
    [{ total: 2n ** 53n }, "req.total: expected an i64 that a number can hold, got bigint 9007199254740992"],
    [{ total: 2n ** 63n }, "req.total: expected i64, got bigint 9223372036854775808"],
    [{ counts: new Map([["a", 128]]) }, 'req.counts["a"]: expected i8, got number 128'],
    [{ counts: new Map([[5, 1]]) }, "req.counts[5] (key): expected string, got number 5"],
    [{ counts: {} }, "req.counts: expected map, got object"],
    [{ items: [{ n: 1 }, { n: 2, tag: null }] }, "req.items[1].tag: expected string, got null"],
    [{ items: [{}] }, "req.items[0].n: expected i32, which is required, got none"],
    [{ items: [{ n: 1 }, undefined] }, "req.items[1]: expected struct, got undefined"],
    [
      { choice: { field: "none", value: 1 } },
      'req.choice.field: expected the name of a field in "field", got string "none"',
    ],
    [{ choice: { field: "flag", value: 1 } }, "req.choice.flag: expected bool, got number 1"],
    [{ choice: { field: "item", value: { n: 0.5 } } }, "req.choice.item.n: expected i32, got number 0.5"],
    [{ id: "1" }, 'req.id: expected uuid, got string "1"'],
    [{ byNumber: new Map([[1, { n: "x" }]]) }, 'req.byNumber[1].n: expected i32, got string "x"'],
    [{ inner: { inner: { ids: [1.5] } } }, "req.inner.inner.ids[0]: expected i64, got number 1.5"],
    [{ "odd name\n": "1" }, 'req["odd name\\n"]: expected i32, got string "1"'],
  ])("is refused with its path, row %#", (req, message) => {
    const error = refusal(() => encode(Args, { req }, protocol));
    expect(error).toMatchObject({ code: "invalid_data", message, offset: -1 });
    expect(message.startsWith(`${error.path}: `)).toBe(true);
  });

  test("is refused without a path where the value itself is wrong", () => {
    expect(refusal(() => encode(Args, null, protocol))).toMatchObject({
      path: "",
      message: "expected struct, got null",
    });
  });

  test("never shows much of the value, and stays on one line", () => {
    const long = "x\n".repeat(5000);
    const values = [{ id: long }, { counts: new Map([[long, 999]]) }, { [long]: 1, "odd name\n": long }];
    for (const req of values) {
      const { message } = refusal(() => encode(Args, { req }, protocol));
      expect(message.length).toBeLessThan(200);
      expect(message).not.toContain("\n");
    }
  });

  test("leaves nothing of it in what is written next", () => {
    const whole = encode(Args, { req: { ids: [7n] } }, protocol).slice();
    expect(() => encode(Args, { req: { ids: [1n, 2n, "x"] } }, protocol)).toThrow(ProtocolError);
    expect(encode(Args, { req: { ids: [7n] } }, protocol)).toStrictEqual(whole);
  });

  test("that contains itself is too deep", () => {
    const req: Record<string, unknown> = {};
    req["inner"] = req;
    expect(refusal(() => encode(Args, { req }, protocol)).code).toBe("depth_limit");
  });

  test("is too deep where the limits say so", () => {
    const req = { inner: { inner: {} } };
    expect(encode(Args, { req }, protocol, { limits: limits({ maxDepth: 4 }) })).toStrictEqual(
      encode(Args, { req }, protocol),
    );
    expect(() => encode(Args, { req }, protocol, { limits: limits({ maxDepth: 3 }) })).toThrow(
      expect.objectContaining({ code: "depth_limit" }),
    );
  });
});

const getter = (get: () => unknown): unknown => Object.defineProperty({}, "req", { get });

describe("getters of a value", () => {
  test("may throw: the error arrives as it is, and the next value is whole", () => {
    const own = new TypeError("mine");
    const value = getter(() => {
      throw own;
    });
    expect(() => encode(Args, value, protocol)).toThrow(own);
    expect(encode(Args, {}, protocol)).toStrictEqual(Uint8Array.of(0));
  });

  test("may encode, many levels deep", () => {
    const inner: Uint8Array[] = [];
    const nested = (level: number): unknown =>
      getter(() => {
        if (level > 0) inner.push(encode(Args, nested(level - 1), protocol));
        return { ids: [BigInt(level)] };
      });
    const outer = encode(Args, nested(5), protocol);
    const ids = [...inner, outer].map((one) => (decode(Args, one, protocol) as { req: { ids: bigint[] } }).req.ids[0]);
    expect(ids).toStrictEqual([0n, 1n, 2n, 3n, 4n, 5n]);
  });

  test("may fail a value that encodes others: those others stay whole", () => {
    let inner: Uint8Array | undefined;
    const value = getter(() => {
      inner = encode(Args, { req: { ids: [9n] } }, protocol);
      return "not a request";
    });
    expect(() => encode(Args, value, protocol)).toThrow("req: expected struct");
    expect(decode(Args, inner as Uint8Array, protocol)).toStrictEqual({ req: { ids: [9n] } });
  });

  test("may give something else the second time, when only the path is wanted", () => {
    let times = 0;
    const value = getter(() => (times++ === 0 ? "wrong" : {}));
    expect(refusal(() => encode(Args, value, protocol))).toMatchObject({ path: "", code: "invalid_data" });
    const angry = getter(() => {
      if (times++ > 2) throw new Error("again?");
      return 5;
    });
    expect(refusal(() => encode(Args, angry, protocol))).toMatchObject({ path: "", code: "invalid_data" });
  });
});

describe("what was encoded", () => {
  test("stays valid whatever is encoded after it", () => {
    const all = Array.from({ length: 3000 }, (_, i) => encode(Item, { n: i, tag: "t".repeat(i % 50) }, protocol));
    all.forEach((one, i) => expect(decode(Item, one, protocol)).toStrictEqual({ n: i, tag: "t".repeat(i % 50) }));
  });
});

const args = (body: string): Uint8Array => bytes(`0c 0001 ${body} 00 | 00`);

describe("bytes that cannot be read", () => {
  test.each<[body: string, code: string, path: string]>([
    ["0f 0001 0a 00000002 0000000000000001 00", "invalid_data", "req.ids"],
    ["0f 0001 08 00000001 00000001", "invalid_data", "req.ids"],
    ["0e 0002 0b 00000002 00000001 61 00000001 ff", "invalid_data", "req.tags[1]"],
    ["0d 0003 0b 03 00000001 00000001 ff 00", "invalid_data", "req.counts[entry 0]"],
    ["0f 0004 0c 00000002 08 0001 00000001 00 00", "invalid_data", "req.items[1].n"],
    ["0f 0004 0c 00000001 08 0001 00000001 0b 0002 ffffffff 00", "negative_size", "req.items[0].tag"],
    ["0c 0005 02 0002 01 0c 0001 08 0001 00000001 00 00", "invalid_data", "req.choice"],
    ["08 0009 00000001 | 0f 0063 07 00000001", "invalid_data", "req[field 99]"],
    ["0c 0008 0c 0008 0f 0001 0a ffffffff 00 00", "negative_size", "req.inner.inner.ids"],
  ])("are refused with the path and the offset: %s", (body, code, path) => {
    const error = refusal(() => decode(Args, args(body), protocol));
    expect(error).toMatchObject({ code, path });
    expect(error.message.startsWith(`${path}: expected`)).toBe(true);
  });

  test("say at which byte", () => {
    expect(refusal(() => decode(Args, bytes("0c 0001 0f 0001 0a ffffffff"), protocol)).offset).toBe(11);
    expect(refusal(() => decode(Item, bytes("08 0001 0000"), protocol))).toMatchObject({ offset: 3, path: "n" });
    expect(refusal(() => decode(Item, new Uint8Array(0), protocol))).toMatchObject({ offset: 0, path: "" });
    const arms = refusal(() => decode(Args, args("0c 0005 02 0002 01 0c 0001 08 0001 00000001 00 00"), protocol));
    expect(arms).toMatchObject({ offset: 22, mayHaveRun: true });
    const missing = refusal(() => decode(Args, args("0c 0005 0c 0001 00 00"), protocol));
    expect(missing).toMatchObject({ offset: 10, path: "req.choice.item.n" });
  });

  test("keep to the limits that are given", () => {
    const encoded = encode(Args, { req: { ids: [1n, 2n, 3n] } }, protocol);
    expect(decode(Args, encoded, protocol)).toStrictEqual({ req: { ids: [1n, 2n, 3n] } });
    const few = limits({ maxContainerElements: 2 });
    expect(refusal(() => decode(Args, encoded, protocol, { limits: few }))).toMatchObject({
      code: "size_limit",
      path: "req.ids",
    });
    const flat = limits({ maxDepth: 2 });
    expect(refusal(() => decode(Args, encoded, protocol, { limits: flat }))).toMatchObject({
      code: "depth_limit",
      path: "req.ids",
    });
  });

  test("may have others after them, which are not looked at", () => {
    expect(decode(Item, bytes("08 0001 00000001 00 | ff ff"), protocol)).toStrictEqual({ n: 1 });
  });
});
