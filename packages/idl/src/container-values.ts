import type { MapType, Type } from "@seapink/schema";
import type { Mismatch } from "./scalar-value.ts";
import type { ValueNode } from "./tree.ts";
import { type Origin, spell, type ValueProblems } from "./value-problems.ts";

/** Reads a value; `undefined` is none, of which it has been told what is wrong. */
export type Evaluate = (node: ValueNode, type: Type, origin: Origin) => unknown;

/** What constants of lists, sets and maps mean. */
export class ContainerValues {
  readonly #problems: ValueProblems;
  readonly #evaluate: Evaluate;

  constructor(problems: ValueProblems, evaluate: Evaluate) {
    this.#problems = problems;
    this.#evaluate = evaluate;
  }

  list(node: ValueNode, of: Type, origin: Origin): unknown[] | undefined {
    if (node.kind === "map_value" && node.entries.length === 0) return [];
    if (node.kind !== "list_value") return this.#mismatch(node, origin)("a list in brackets");
    return node.items.map((item) => this.#evaluate(item, of, origin));
  }

  set(node: ValueNode, of: Type, origin: Origin): Set<unknown> | undefined {
    const items = this.list(node, of, origin);
    if (!items || node.kind !== "list_value") return items && new Set(items);
    const set = new Map<unknown, ValueNode>();
    for (const [index, item] of items.entries()) {
      const at = node.items[index] as ValueNode;
      const other = set.get(item);
      if (!other) set.set(item, at);
      else if (item !== undefined) this.#problems.same({ at, other, what: "items of a set", got: spell(at) }, origin);
    }
    return new Set(set.keys());
  }

  map(node: ValueNode, type: MapType, origin: Origin): Map<unknown, unknown> | undefined {
    if (node.kind === "list_value" && node.items.length === 0) return new Map();
    if (node.kind !== "map_value") return this.#mismatch(node, origin)("a map in braces");
    const map = new Map<unknown, unknown>();
    const nodes = new Map<unknown, ValueNode>();
    for (const entry of node.entries) {
      const key = this.#evaluate(entry.key, type.key, origin);
      const value = this.#evaluate(entry.value, type.value, origin);
      const other = nodes.get(key);
      if (!other) nodes.set(key, entry.key);
      else if (key !== undefined) this.#sameKey(entry.key, other, origin, isConflict(map.get(key), value));
      map.set(key, value);
    }
    return map;
  }

  #mismatch(node: ValueNode, origin: Origin): Mismatch {
    return this.#problems.mismatch(node, origin);
  }

  #sameKey(at: ValueNode, other: ValueNode, origin: Origin, isConflict: boolean): void {
    const isError = isConflict && this.#problems.isFbthrift;
    this.#problems.same({ at, other, what: "keys of a map", got: spell(at) }, origin, isError);
  }
}

/** As far as it can be told without a look inside. */
function isConflict(a: unknown, b: unknown): boolean {
  return typeof a !== "object" && a !== b;
}
