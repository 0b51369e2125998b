import { expect, test } from "vitest";
import { cyclesOf } from "../src/cycles.ts";

function cycles(edges: Record<string, string>): string[] {
  const found = cyclesOf(Object.keys(edges), (node) => edges[node] ?? "", 100);
  return Array.from(found, (cycle) => cycle.join(""));
}

test.each<[edges: Record<string, string>, cycles: string[]]>([
  [{}, []],
  [{ a: "bc", b: "d", c: "d", d: "" }, []],
  [{ a: "a" }, ["a"]],
  [{ a: "b", b: "c", c: "a" }, ["abc"]],
  [{ a: "b", b: "c", c: "b" }, ["bc"]],
  [{ a: "ab", b: "a", c: "a" }, ["a", "ab"]],
  [{ a: "", b: "c", c: "b" }, ["bc"]],
])("finds the cycles of %j", (edges, expected) => {
  expect(cycles(edges)).toEqual(expected);
});

test("finds so many at most", () => {
  const all = Array.from({ length: 50_000 }, (_, i) => i);
  const found = cyclesOf(all, (node) => [0, node + 1].filter((next) => next < all.length), 3);
  expect(Array.from(found, (cycle) => cycle.length)).toEqual([1, 2, 3]);
});

test("follows a path that is too long for the stack", () => {
  const size = 200_000;
  const [cycle] = cyclesOf([0], (node) => [(node + 1) % size], 1);
  expect(cycle).toHaveLength(size);
});
