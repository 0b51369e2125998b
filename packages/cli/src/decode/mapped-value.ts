import type { MapNode, Node, Scalar } from "./tree.ts";

/** A value by the JSON mapping; what has no name is left out. */
export function mappedValue(node: Node | undefined): unknown {
  switch (node?.kind) {
    case undefined:
      return null;
    case "scalar":
      return node.value;
    case "struct":
      return Object.fromEntries(
        node.fields.flatMap(({ name, value }) => (name === undefined ? [] : [[name, mappedValue(value)]])),
      );
    case "list":
      return node.items.map(({ value }) => mappedValue(value));
    case "map":
      return mappedMap(node);
  }
}

function mappedMap({ entries }: MapNode): unknown {
  const keys = entries.map(({ key }) => keyOf(key));
  if (keys.includes(undefined)) return entries.map(({ key, value }) => [mappedValue(key), mappedValue(value)]);
  return Object.fromEntries(entries.map(({ value }, i) => [String(keys[i]), mappedValue(value)]));
}

/** Texts, whole numbers and bools may be names of an object. */
function keyOf(node: Node | undefined): Scalar | undefined {
  if (node?.kind !== "scalar") return undefined;
  return ["double", "float", "binary", "uuid"].includes(node.type) ? undefined : node.value;
}
