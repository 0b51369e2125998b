/** A range of the text, in UTF-16 code units; `end` is the first that is not in it. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface NameNode extends Span {
  readonly kind: "name";
  readonly text: string;
}

export interface StringNode extends Span {
  readonly kind: "string";
  /** As written, with its quotes. */
  readonly raw: string;
  /** With escapes replaced. */
  readonly value: string;
}

export interface IntegerNode extends Span {
  readonly kind: "integer";
  readonly raw: string;
  readonly value: bigint;
}

export interface DoubleNode extends Span {
  readonly kind: "double";
  readonly raw: string;
  readonly value: number;
}

export interface BoolNode extends Span {
  readonly kind: "bool";
  readonly value: boolean;
}

/** The name of a constant or enum value: `LIMIT`, `Color.RED`, `shared.Color.RED`. */
export interface ReferenceNode extends Span {
  readonly kind: "reference";
  readonly name: string;
}

export interface ListValueNode extends Span {
  readonly kind: "list_value";
  readonly items: readonly ValueNode[];
}

/** `{key: value}`: a map, or a struct by the names of its fields. */
export interface MapValueNode extends Span {
  readonly kind: "map_value";
  readonly entries: readonly { readonly key: ValueNode; readonly value: ValueNode }[];
}

/** `Name{field = value}`. */
export interface StructValueNode extends Span {
  readonly kind: "struct_value";
  readonly type: NameNode;
  readonly fields: readonly { readonly name: NameNode; readonly value: ValueNode }[];
}

export type LiteralNode = StringNode | IntegerNode | DoubleNode | BoolNode;
export type ValueNode = LiteralNode | ReferenceNode | ListValueNode | MapValueNode | StructValueNode;

/** One of `(key = "value")`; the value may be a number or boolean for fbthrift. */
export interface AnnotationNode extends Span {
  readonly kind: "annotation";
  readonly name: NameNode;
  readonly value: StringNode | IntegerNode | BoolNode | undefined;
}

/** `@name` or `@name{field = value}`. */
export interface StructuredAnnotationNode extends Span {
  readonly kind: "structured_annotation";
  readonly name: NameNode;
  readonly fields: StructValueNode["fields"];
}

export type BaseTypeName =
  | "bool"
  | "byte"
  | "i8"
  | "i16"
  | "i32"
  | "i64"
  | "float"
  | "double"
  | "string"
  | "binary"
  | "uuid";

interface TypeSpan extends Span {
  readonly annotations: readonly AnnotationNode[];
}

export interface BaseTypeNode extends TypeSpan {
  readonly kind: "base";
  readonly name: BaseTypeName;
}

/** Where nothing is returned. */
export interface VoidNode extends TypeSpan {
  readonly kind: "void";
}

/** The name of a definition here (`Info`) or in an included file (`base.Info`). */
export interface NamedTypeNode extends TypeSpan {
  readonly kind: "named";
  readonly name: string;
}

export interface ListTypeNode extends TypeSpan {
  readonly kind: "list";
  readonly of: TypeNode;
  readonly cppType: StringNode | undefined;
}

export interface SetTypeNode extends TypeSpan {
  readonly kind: "set";
  readonly of: TypeNode;
  readonly cppType: StringNode | undefined;
}

export interface MapTypeNode extends TypeSpan {
  readonly kind: "map";
  readonly key: TypeNode;
  readonly value: TypeNode;
  readonly cppType: StringNode | undefined;
}

export type TypeNode = BaseTypeNode | VoidNode | NamedTypeNode | ListTypeNode | SetTypeNode | MapTypeNode;

/** What every definition, field, method and enum value has. */
export interface Described extends Span {
  readonly name: NameNode;
  /** The doc comment before it, without its stars. */
  readonly doc: string | undefined;
  readonly annotations: readonly AnnotationNode[];
  readonly structured: readonly StructuredAnnotationNode[];
}

export interface FieldNode extends Described {
  readonly kind: "field";
  readonly id: IntegerNode | undefined;
  readonly requiredness: "required" | "optional" | "default";
  readonly type: TypeNode;
  /** Marked with `&`. */
  readonly isReference: boolean;
  readonly value: ValueNode | undefined;
  readonly xsd: XsdNode | undefined;
}

/** What Apache's grammar has for XML schemas. */
export interface XsdNode {
  readonly isOptional: boolean;
  readonly isNillable: boolean;
  readonly attributes: readonly FieldNode[] | undefined;
}

export interface ConstNode extends Described {
  readonly kind: "const";
  readonly type: TypeNode;
  readonly value: ValueNode;
}

export interface TypedefNode extends Described {
  readonly kind: "typedef";
  readonly type: TypeNode;
  /** The texts of a `senum`, an old way to write a typedef of `string`. */
  readonly texts: readonly StringNode[] | undefined;
}

export interface EnumValueNode extends Described {
  readonly kind: "enum_value";
  readonly value: IntegerNode | undefined;
}

export interface EnumNode extends Described {
  readonly kind: "enum";
  readonly values: readonly EnumValueNode[];
}

/** What fbthrift has before `exception`: `safe transient server`. */
export interface ExceptionQualifiers {
  /** Its message may be shown to anyone. */
  readonly isSafe: boolean;
  /** Whether to try again helps. */
  readonly persistence: "transient" | "stateful" | "permanent" | undefined;
  /** Whose fault it is. */
  readonly blame: "client" | "server" | undefined;
}

export interface StructNode extends Described {
  readonly kind: "struct" | "union" | "exception";
  readonly isXsdAll: boolean;
  readonly qualifiers: ExceptionQualifiers | undefined;
  readonly fields: readonly FieldNode[];
}

export interface StreamNode extends Span {
  readonly kind: "stream";
  readonly of: TypeNode;
  readonly throws: readonly FieldNode[];
}

export interface SinkNode extends Span {
  readonly kind: "sink";
  readonly of: TypeNode;
  readonly throws: readonly FieldNode[];
  /** What ends it; absent where a stream comes back. */
  readonly final: TypeNode | undefined;
  readonly finalThrows: readonly FieldNode[];
}

export type FunctionQualifier = "oneway" | "idempotent" | "readonly";

export interface FunctionNode extends Described {
  readonly kind: "function";
  readonly qualifier: FunctionQualifier | undefined;
  /** `void` or a type; an interaction may stand left of it, or alone; nothing left of a stream or sink. */
  readonly returns: readonly TypeNode[];
  readonly stream: StreamNode | undefined;
  readonly sink: SinkNode | undefined;
  readonly params: readonly FieldNode[];
  readonly throws: readonly FieldNode[];
}

/** `performs Name;` */
export interface PerformsNode extends Span {
  readonly kind: "performs";
  readonly interaction: NameNode;
}

export interface ServiceNode extends Described {
  readonly kind: "service";
  readonly extends: NameNode | undefined;
  readonly functions: readonly FunctionNode[];
  readonly performs: readonly PerformsNode[];
}

export interface InteractionNode extends Described {
  readonly kind: "interaction";
  readonly functions: readonly FunctionNode[];
}

export type TypeDefinitionNode = TypedefNode | EnumNode | StructNode;

export type DefinitionNode = ConstNode | TypedefNode | EnumNode | StructNode | ServiceNode | InteractionNode;

export interface IncludeNode extends Span {
  readonly kind: "include";
  readonly path: StringNode;
  /** What its names begin with, instead of the name of the file: `include "a.thrift" as b`. */
  readonly alias: NameNode | undefined;
  /** Whether the alias stands before the path, as thriftrw has it: `include b "a.thrift"`. */
  readonly isAliasFirst: boolean;
}

/** A file for generated code in C++ or Haskell. */
export interface ForeignIncludeNode extends Span {
  readonly kind: "cpp_include" | "hs_include";
  readonly path: StringNode;
}

/** `package "domain/path"`. */
export interface PackageNode extends Span {
  readonly kind: "package";
  /** Absent to say that there is none. */
  readonly path: StringNode | undefined;
  readonly structured: readonly StructuredAnnotationNode[];
}

export interface NamespaceNode extends Span {
  readonly kind: "namespace";
  /** The language, or `*`. */
  readonly language: string;
  readonly scope: string;
  /** The scope as written, if it is in quotes. */
  readonly quoted: StringNode | undefined;
  readonly annotations: readonly AnnotationNode[];
}

export type HeaderNode = IncludeNode | ForeignIncludeNode | PackageNode | NamespaceNode;

/** One file. */
export interface DocumentNode extends Span {
  readonly kind: "document";
  readonly doc: string | undefined;
  readonly headers: readonly HeaderNode[];
  readonly definitions: readonly DefinitionNode[];
  /** `false` when a definition could not be read, so that its name is missing here. */
  readonly isWhole: boolean;
}
