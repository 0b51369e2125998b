import type { MapValueNode, ValueNode } from "@seapink/idl";

/** How the items of a list or set were written; nothing where some are left out, being there twice. */
export function nodesOfItems(node: ValueNode | undefined, count: number): readonly ValueNode[] {
  return node?.kind === "list_value" && node.items.length === count ? node.items : [];
}

/** How the entries of a map were written; nothing where some are left out. */
export function nodesOfKeys(node: ValueNode | undefined, count: number): MapValueNode["entries"] {
  return node?.kind === "map_value" && node.entries.length === count ? node.entries : [];
}

/** How the fields of a struct or union were written, by name. */
export function nodesOfFields(node: ValueNode | undefined): ReadonlyMap<string, ValueNode> {
  if (node?.kind === "struct_value") return new Map(node.fields.map(({ name, value }) => [name.text, value]));
  if (node?.kind !== "map_value") return new Map();
  return new Map(
    node.entries.flatMap(({ key, value }): readonly (readonly [string, ValueNode])[] =>
      key.kind === "string" ? [[key.value, value]] : [],
    ),
  );
}
