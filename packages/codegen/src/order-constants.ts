import type { ValueNode } from "@seapink/idl";
import { type ConstDefinition, constantOf } from "./constant-of.ts";
import type { Module } from "./module.ts";

/** Constants of one file, each behind those that it names, and else as they are. fbthrift lets them come in any order. */
export function orderConstants(module: Module, constants: readonly ConstDefinition[]): readonly ConstDefinition[] {
  const byNode = new Map(constants.map((constant) => [constant.node, constant]));
  const ordered = new Set<ConstDefinition>();
  const visit = (constant: ConstDefinition): void => {
    if (ordered.has(constant)) return;
    for (const node of valuesIn(constant.node.value)) {
      const named = constantOf(module, node);
      const own = named && byNode.get(named.node);
      if (own) visit(own);
    }
    ordered.add(constant);
  };
  for (const constant of constants) visit(constant);
  return [...ordered];
}

function* valuesIn(node: ValueNode): Iterable<ValueNode> {
  yield node;
  switch (node.kind) {
    case "list_value":
      for (const item of node.items) yield* valuesIn(item);
      return;
    case "map_value":
      for (const { key, value } of node.entries) yield* valuesBoth(key, value);
      return;
    case "struct_value":
      for (const { value } of node.fields) yield* valuesIn(value);
      return;
    default:
  }
}

function* valuesBoth(key: ValueNode, value: ValueNode): Iterable<ValueNode> {
  yield* valuesIn(key);
  yield* valuesIn(value);
}
