import { limits } from "@seapink/core";
import { field, i32, list, map, set, string, struct, type StructType } from "@seapink/schema";
import { expectCode } from "@seapink/testing";
import { describe, expect, test } from "vitest";
import { codecIn, modes } from "./modes.ts";

const optional = { requiredness: "optional" } as const;
const Chain: StructType = struct("Chain", () => [field(1, "n", i32), field(2, "next", Chain, optional)]);
const Even: StructType = struct("Even", () => [field(1, "odd", Odd, optional)]);
const Odd: StructType = struct("Odd", () => [field(1, "evens", list(Even)), field(2, "byName", map(string, Odd))]);

interface Link {
  n: number;
  next?: Link;
}

function chain(length: number): Link {
  let link: Link = { n: length };
  for (let n = length - 1; n > 0; n--) link = { n, next: link };
  return link;
}

describe.each(modes)("%s", (mode) => {
  test("a struct that contains itself", () => {
    const codec = codecIn(mode, Chain);
    expect(codec.decode(codec.encode(chain(10)))).toStrictEqual(chain(10));
  });

  test("structs that contain each other, in containers, from either end", () => {
    const even = {
      odd: {
        evens: [{}, { odd: { evens: [], byName: new Map() } }],
        byName: new Map([["a", { evens: [], byName: new Map() }]]),
      },
    };
    expect(codecIn(mode, Even).decode(codecIn(mode, Even).encode(even))).toStrictEqual(even);
    expect(codecIn(mode, Odd).decode(codecIn(mode, Odd).encode(even.odd))).toStrictEqual(even.odd);
  });

  test("depth has a limit on both sides, which counts structs and containers", () => {
    const two = codecIn(mode, Chain, limits({ maxDepth: 2 }));
    expect(two.decode(two.encode(chain(2)))).toStrictEqual(chain(2));
    expectCode(() => two.encode(chain(3)), "depth_limit");
    expectCode(() => two.decode(codecIn(mode, Chain).encode(chain(3))), "depth_limit");
    const nested = struct("Nested", [field(1, "v", list(set(i32)))]);
    expectCode(() => codecIn(mode, nested, limits({ maxDepth: 2 })).encode({ v: [new Set([1])] }), "depth_limit");
    expect(codecIn(mode, nested, limits({ maxDepth: 3 })).encode({ v: [new Set([1])] })).toHaveLength(18);
  });

  test("a value that contains itself is as deep as can be", () => {
    const link: Link = { n: 1 };
    link.next = link;
    expectCode(() => codecIn(mode, Chain).encode(link), "depth_limit");
  });

  test("a struct whose fields cannot be had fails each time, and so does what was compiled around it", () => {
    let fail = true;
    const Broken: StructType = struct("Broken", () => {
      if (fail) throw new RangeError("no fields yet");
      return [field(1, "outer", Outer, optional)];
    });
    const Outer: StructType = struct("Outer", () => [field(1, "broken", Broken, optional)]);
    const codec = codecIn(mode, Outer);
    expect(() => codec.encode({})).toThrow("no fields yet");
    expect(() => codec.encode({})).toThrow("no fields yet");
    fail = false;
    expect(codec.decode(codec.encode({ broken: { outer: {} } }))).toStrictEqual({ broken: { outer: {} } });
  });
});
