import { expect, test } from "vitest";
import { parse } from "../src/index.ts";
import { type AnyNode, visitTree } from "../src/visit.ts";
import { definitions, headers } from "./language.ts";

const more = "struct W { @a{b = A} 1: i32 c (d) } interaction J { @a sink<i32 (d), i32 throws (1: F f (d))> m() (d) }";
const { document } = parse(`${headers}\n${definitions}\n${more}`);

/** All nodes of a tree but names, each with the one that it is in, however it is in there. */
function parentsIn(part: unknown, parent: unknown, parents: Map<unknown, unknown> = new Map()): Map<unknown, unknown> {
  if (typeof part !== "object" || part === null) return parents;
  const isNode = "kind" in part && part.kind !== "name" && part.kind !== "document";
  if (isNode) parents.set(part, parent);
  for (const item of Object.values(part)) parentsIn(item, isNode ? part : parent, parents);
  return parents;
}

/** The lists of this name that have something in them. */
function listsIn(nodes: Iterable<AnyNode>, name: "annotations" | "structured"): unknown[] {
  const lists = Array.from(nodes, (node) => (node as Partial<Record<typeof name, readonly AnyNode[]>>)[name] ?? []);
  return lists.filter((list) => list.length > 0);
}

test("shows each node once, after that which it is in", () => {
  const seen: AnyNode[] = [];
  visitTree(document, { node: (node) => seen.push(node) });
  const parents = parentsIn(document, undefined);
  expect(seen.length).toBe(parents.size);
  const shown = new Set<unknown>([undefined]);
  for (const node of seen) {
    expect(shown.has(parents.get(node))).toBe(true);
    shown.add(node);
  }
  expect(shown.size).toBe(seen.length + 1);
});

test("shows the annotations of everything that has some", () => {
  const seen = { node: [] as AnyNode[], annotations: [] as unknown[], structured: [] as unknown[] };
  visitTree(document, {
    node: (node) => seen.node.push(node),
    annotations: (nodes) => seen.annotations.push(nodes),
    structured: (nodes) => seen.structured.push(nodes),
  });
  for (const name of ["annotations", "structured"] as const) {
    const all = listsIn(seen.node, name);
    expect(all.length).toBeGreaterThan(4);
    expect(seen[name].length).toBe(all.length);
    expect(all.filter((list) => !seen[name].includes(list))).toEqual([]);
  }
});
