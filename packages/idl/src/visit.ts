import type {
  AnnotationNode,
  DefinitionNode,
  DocumentNode,
  EnumValueNode,
  FieldNode,
  FunctionNode,
  HeaderNode,
  NameNode,
  PerformsNode,
  SinkNode,
  StreamNode,
  StructuredAnnotationNode,
  TypeNode,
  ValueNode,
} from "./tree.ts";

/** Anything in a tree that has a kind. */
export type AnyNode =
  | AnnotationNode
  | DefinitionNode
  | EnumValueNode
  | FieldNode
  | FunctionNode
  | HeaderNode
  | NameNode
  | PerformsNode
  | SinkNode
  | StreamNode
  | StructuredAnnotationNode
  | TypeNode
  | ValueNode;

/** Shows all nodes of a tree, each before those that are in it. */
export function visitNodes({ headers, definitions }: DocumentNode, visit: (node: AnyNode) => void): void {
  visitPart(headers, visit);
  visitPart(definitions, visit);
}

function visitPart(part: unknown, visit: (node: AnyNode) => void): void {
  if (typeof part !== "object" || part === null) return;
  if (Array.isArray(part)) {
    for (const item of part) visitPart(item, visit);
    return;
  }
  // What has a kind in a tree is a node; entries of maps and the like have none.
  if ("kind" in part) visit(part as AnyNode);
  for (const key in part) visitPart(part[key as keyof typeof part], visit);
}
