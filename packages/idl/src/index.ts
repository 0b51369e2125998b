/** Thrift IDL: text to tree to linked, checked program whose services and types are schema descriptors. */
export { compile, type CompileOptions, type IdlTexts, loadProgram, type LoadOptions } from "./compile.ts";
export { type ContentProvider, contentProvider } from "./content-provider.ts";
export type { DialectOptions, FieldIds, IdlDialect } from "./dialect.ts";
export { type Diagnostic, type DiagnosticCode, formatDiagnostic, type Place } from "./diagnostic.ts";
export { IdlError, type IdlErrorOptions } from "./idl-error.ts";
export { defaultIdlLimits, type IdlLimits } from "./limits.ts";
export type { LinkOptions } from "./link.ts";
export type { IdlFile, Resolution } from "./load.ts";
export { parse, type Parsed, type ParseOptions } from "./parse.ts";
export { print } from "./print.ts";
export type { Program } from "./program.ts";
export type { Definition, ProgramFile, ProgramInclude } from "./program-file.ts";
export type { IdlProvider } from "./provider.ts";
export type {
  AnnotationNode,
  BaseTypeName,
  BaseTypeNode,
  BoolNode,
  ConstNode,
  DefinitionNode,
  Described,
  DocumentNode,
  DoubleNode,
  EnumNode,
  EnumValueNode,
  ExceptionQualifiers,
  FieldNode,
  ForeignIncludeNode,
  FunctionNode,
  FunctionQualifier,
  HeaderNode,
  IncludeNode,
  IntegerNode,
  InteractionNode,
  ListTypeNode,
  ListValueNode,
  LiteralNode,
  MapTypeNode,
  MapValueNode,
  NamedTypeNode,
  NameNode,
  NamespaceNode,
  PackageNode,
  PerformsNode,
  ReferenceNode,
  ServiceNode,
  SetTypeNode,
  SinkNode,
  Span,
  StreamNode,
  StringNode,
  StructNode,
  StructuredAnnotationNode,
  StructValueNode,
  TypeDefinitionNode,
  TypedefNode,
  TypeNode,
  ValueNode,
  VoidNode,
  XsdNode,
} from "./tree.ts";
