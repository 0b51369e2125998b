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
  visitIn([...headers, ...definitions], visit);
}

function visitIn(part: object, visit: (node: AnyNode) => void): void {
  // All that has a kind in a tree is a node.
  if ("kind" in part) visit(part as AnyNode);
  for (const inner of Object.values(part)) if (typeof inner === "object" && inner !== null) visitIn(inner, visit);
}
