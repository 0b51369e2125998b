import { prefixOf } from "./paths.ts";
import type { Scope } from "./scope.ts";
import type { Described, StructuredAnnotationNode } from "./tree.ts";

/** The name of an annotation by the file that defines it, whatever that is called here: `thrift.Serial`. */
export function structuredName({ name: { text } }: StructuredAnnotationNode, scope: Scope): string {
  const dot = text.lastIndexOf(".");
  const include = dot === -1 ? undefined : scope.includeOf(text.slice(0, dot));
  return include ? prefixOf(include.node.path.value) + text.slice(dot) : text;
}

/** The annotation of that name, if there is one. */
export function findStructured(
  nodes: Described["structured"],
  scope: Scope,
  name: string,
): StructuredAnnotationNode | undefined {
  return nodes.find((node) => structuredName(node, scope) === name);
}
