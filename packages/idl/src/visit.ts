import type {
  AnnotationNode,
  DefinitionNode,
  DocumentNode,
  EnumValueNode,
  FieldNode,
  FunctionNode,
  HeaderNode,
  PerformsNode,
  SinkNode,
  StreamNode,
  StructuredAnnotationNode,
  TypeNode,
  ValueNode,
} from "./tree.ts";

/** Anything in a tree that has a kind, but for names. */
export type AnyNode =
  | AnnotationNode
  | DefinitionNode
  | EnumValueNode
  | FieldNode
  | FunctionNode
  | HeaderNode
  | PerformsNode
  | SinkNode
  | StreamNode
  | StructuredAnnotationNode
  | TypeNode
  | ValueNode;

/** Who looks at a tree, and at what of it. */
export interface Visitor {
  readonly node?: (node: AnyNode) => void;
  /** All annotations of one thing, if it has any, */
  readonly annotations?: (nodes: readonly AnnotationNode[]) => void;
  /** and those with `@`. */
  readonly structured?: (nodes: readonly StructuredAnnotationNode[]) => void;
}

/** Shows all of a tree, each part before those that are in it. */
export function visitTree({ headers, definitions }: DocumentNode, visitor: Visitor): void {
  for (const header of headers) visitHeader(header, visitor);
  for (const definition of definitions) visitDefinition(definition, visitor);
}

// Each kind by itself: to ask nodes for the names of their properties takes several times as long.

function visitHeader(node: HeaderNode, visitor: Visitor): void {
  visitor.node?.(node);
  if (node.kind === "package") visitStructured(node.structured, visitor);
  const text = node.kind === "namespace" ? node.quoted : node.path;
  if (text) visitor.node?.(text);
  if (node.kind === "namespace") visitAnnotations(node.annotations, visitor);
}

function visitDefinition(node: DefinitionNode, visitor: Visitor): void {
  visitor.node?.(node);
  visitStructured(node.structured, visitor);
  visitBody(node, visitor);
  visitAnnotations(node.annotations, visitor);
}

function visitBody(node: DefinitionNode, visitor: Visitor): void {
  switch (node.kind) {
    case "const":
      visitType(node.type, visitor);
      return visitValue(node.value, visitor);
    case "typedef":
      visitType(node.type, visitor);
      return visitLeaves(node.texts, visitor);
    case "enum":
      return visitEnumValues(node.values, visitor);
    case "service":
      visitFunctions(node.functions, visitor);
      return visitLeaves(node.performs, visitor);
    case "interaction":
      return visitFunctions(node.functions, visitor);
    default:
      visitFields(node.fields, visitor);
  }
}

function visitLeaves(nodes: readonly AnyNode[] = [], visitor: Visitor): void {
  for (const node of nodes) visitor.node?.(node);
}

function visitEnumValues(nodes: readonly EnumValueNode[], visitor: Visitor): void {
  for (const node of nodes) {
    visitor.node?.(node);
    visitStructured(node.structured, visitor);
    if (node.value) visitor.node?.(node.value);
    visitAnnotations(node.annotations, visitor);
  }
}

function visitFields(nodes: readonly FieldNode[], visitor: Visitor): void {
  for (const node of nodes) {
    visitor.node?.(node);
    visitStructured(node.structured, visitor);
    if (node.id) visitor.node?.(node.id);
    visitType(node.type, visitor);
    if (node.value) visitValue(node.value, visitor);
    if (node.xsd?.attributes) visitFields(node.xsd.attributes, visitor);
    visitAnnotations(node.annotations, visitor);
  }
}

function visitFunctions(nodes: readonly FunctionNode[], visitor: Visitor): void {
  for (const node of nodes) {
    visitor.node?.(node);
    visitStructured(node.structured, visitor);
    for (const type of node.returns) visitType(type, visitor);
    if (node.sink) visitItems(node.sink, visitor);
    if (node.stream) visitItems(node.stream, visitor);
    visitFields(node.params, visitor);
    visitFields(node.throws, visitor);
    visitAnnotations(node.annotations, visitor);
  }
}

function visitItems(node: StreamNode | SinkNode, visitor: Visitor): void {
  visitor.node?.(node);
  visitType(node.of, visitor);
  visitFields(node.throws, visitor);
  if (node.kind === "stream") return;
  if (node.final) visitType(node.final, visitor);
  visitFields(node.finalThrows, visitor);
}

function visitType(node: TypeNode, visitor: Visitor): void {
  visitor.node?.(node);
  if (node.kind === "map") {
    visitType(node.key, visitor);
    visitType(node.value, visitor);
    if (node.cppType) visitor.node?.(node.cppType);
  } else if (node.kind === "list" || node.kind === "set") {
    visitType(node.of, visitor);
    if (node.cppType) visitor.node?.(node.cppType);
  }
  visitAnnotations(node.annotations, visitor);
}

function visitValue(node: ValueNode, visitor: Visitor): void {
  visitor.node?.(node);
  if (node.kind === "list_value") for (const item of node.items) visitValue(item, visitor);
  else if (node.kind === "struct_value") for (const { value } of node.fields) visitValue(value, visitor);
  else if (node.kind === "map_value") {
    for (const { key, value } of node.entries) {
      visitValue(key, visitor);
      visitValue(value, visitor);
    }
  }
}

function visitAnnotations(nodes: readonly AnnotationNode[], visitor: Visitor): void {
  if (nodes.length === 0) return;
  visitor.annotations?.(nodes);
  for (const node of nodes) {
    visitor.node?.(node);
    if (node.value) visitor.node?.(node.value);
  }
}

function visitStructured(nodes: readonly StructuredAnnotationNode[], visitor: Visitor): void {
  if (nodes.length === 0) return;
  visitor.structured?.(nodes);
  for (const node of nodes) {
    visitor.node?.(node);
    for (const { value } of node.fields) visitValue(value, visitor);
  }
}
