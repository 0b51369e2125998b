import { type Arbitrary, array, boolean, constant, constantFrom, letrec, oneof, option, record } from "fast-check";
import type {
  AnnotationNode,
  DefinitionNode,
  DocumentNode,
  FieldNode,
  FunctionNode,
  HeaderNode,
  StructuredAnnotationNode,
  TypeNode,
  ValueNode,
} from "../src/index.ts";

// Trees have places, which nobody looks at here.
const span = { start: constant(0), end: constant(0) };

function node<K extends string, Parts extends object>(
  kind: K | Arbitrary<K>,
  parts: { readonly [P in keyof Parts]: Arbitrary<Parts[P]> },
): Arbitrary<{ kind: K; start: number; end: number } & Parts> {
  const model = { kind: typeof kind === "string" ? constant(kind) : kind, ...span, ...parts };
  return record(model) as unknown as Arbitrary<{ kind: K; start: number; end: number } & Parts>;
}

const few = <T>(item: Arbitrary<T>): Arbitrary<T[]> => array(item, { maxLength: 3 });
const maybe = <T>(item: Arbitrary<T>): Arbitrary<T | undefined> => option(item, { nil: undefined });

const word: Arbitrary<string> = constantFrom(
  ..."a B c_1 stream sink readonly idempotent performs safe client exceptions package as uuids été".split(" "),
);
const path: Arbitrary<string> = oneof(word, constantFrom("a.B", "base.Info", "a.b.c"));
const name = node("name", { text: word });
const pathName = node("name", { text: path });

const doc: Arbitrary<string | undefined> = maybe(
  constantFrom(
    "One line.",
    "*bold*",
    "- a\n- b",
    "First.\n\n  Third.",
    "a */ b\n\n/c",
    "< less",
    "/",
    "a\n* b",
    "// c",
    "#",
  ),
);

const string = oneof(
  node("string", { raw: constantFrom('"a"'), value: constant("a") }),
  node("string", { raw: constant("'it\\'s'"), value: constant("it's") }),
  node("string", { raw: constant('"two\nlines"'), value: constant("two\nlines") }),
);
const integer = oneof(
  node("integer", { raw: constant("7"), value: constant(7n) }),
  node("integer", { raw: constant("-0x1F"), value: constant(-31n) }),
);
const double = node("double", { raw: constant("-.5e3"), value: constant(-500) });
const bool = node("bool", { value: boolean() });

const { value } = letrec<{ value: ValueNode }>((tie) => ({
  value: oneof(
    { maxDepth: 3 },
    integer,
    double,
    string,
    bool,
    node("reference", { name: path }),
    node("list_value", { items: few(tie("value")) }),
    node("map_value", { entries: few(record({ key: tie("value"), value: tie("value") })) }),
    node("struct_value", { type: pathName, fields: few(record({ name, value: tie("value") })) }),
  ),
}));

const annotations: Arbitrary<AnnotationNode[]> = few(
  node("annotation", { name: pathName, value: maybe(oneof(string, integer, bool)) }),
);
const structured: Arbitrary<StructuredAnnotationNode[]> = few(
  node("structured_annotation", { name: pathName, fields: few(record({ name, value })) }),
);
const described = { name, doc, annotations, structured };

const base = constantFrom("bool", "byte", "i8", "i16", "i32", "i64", "float", "double", "string", "binary", "uuid");
const cppType = maybe(string);
const { type } = letrec<{ type: TypeNode }>((tie) => ({
  type: oneof(
    { maxDepth: 3 },
    node("base", { name: base, annotations }),
    node("named", { name: path, annotations }),
    node("list", { of: tie("type"), cppType, annotations }),
    node("set", { of: tie("type"), cppType, annotations }),
    node("map", { key: tie("type"), value: tie("type"), cppType, annotations }),
  ) as Arbitrary<TypeNode>,
}));

const field: Arbitrary<FieldNode> = letrec<{ field: FieldNode }>((tie) => ({
  field: node("field", {
    ...described,
    id: maybe(integer),
    requiredness: constantFrom("required", "optional", "default"),
    type,
    isReference: boolean(),
    value: maybe(value),
    xsd: oneof(
      { maxDepth: 2 },
      constant(undefined),
      record({ isOptional: constant(true), isNillable: boolean(), attributes: maybe(few(tie("field"))) }),
    ),
  }) as Arbitrary<FieldNode>,
})).field;

const fields = few(field);
const stream = node("stream", { of: type, throws: fields });
const endedSink = node("sink", { of: type, throws: fields, final: type, finalThrows: fields });
const openSink = node("sink", { of: type, throws: fields, final: constant(undefined), finalThrows: constant([]) });
const nothing = node("void", { annotations }) as Arbitrary<TypeNode>;

const method = node("function", {
  ...described,
  qualifier: maybe(constantFrom("oneway", "idempotent", "readonly")),
  returns: array(oneof(type, nothing), { minLength: 1, maxLength: 2 }),
  stream: maybe(stream),
  sink: maybe(oneof(endedSink, openSink)),
  params: fields,
  throws: fields,
}) as Arbitrary<FunctionNode>;

const performs = node("performs", { interaction: pathName });
const qualifiers = record({
  isSafe: constant(true),
  persistence: maybe(constantFrom("transient", "stateful", "permanent")),
  blame: maybe(constantFrom("client", "server")),
});
const noQualifiers = constant(undefined);
const plain = { ...described, isXsdAll: boolean(), fields, qualifiers: noQualifiers };
const senum = {
  type: record({ kind: constant("base"), ...span, name: constant("string"), annotations: constant([]) }),
};

const definition = oneof(
  node("const", { ...described, type, value }),
  node("typedef", { ...described, type, texts: noQualifiers }),
  node("typedef", { ...described, ...senum, texts: few(string) }),
  node("enum", { ...described, values: few(node("enum_value", { ...described, value: maybe(integer) })) }),
  node(constantFrom("struct", "union", "exception"), plain),
  node("exception", { ...plain, qualifiers: maybe(qualifiers) }),
  node("service", { ...described, extends: maybe(pathName), functions: few(method), performs: few(performs) }),
  node("interaction", { ...described, functions: few(method) }),
) as Arbitrary<DefinitionNode>;

const header = oneof(
  node("include", { path: string, alias: noQualifiers, isAliasFirst: constant(false) }),
  node("include", { path: string, alias: name, isAliasFirst: boolean() }),
  node(constantFrom("cpp_include", "hs_include"), { path: string }),
  node("package", { path: maybe(string), structured }),
  node("namespace", { language: oneof(constant("*"), path), scope: path, quoted: noQualifiers, annotations }),
  node("namespace", {
    language: path,
    scope: constant("a"),
    quoted: record({ kind: constant("string"), ...span, raw: constant('"a"'), value: constant("a") }),
    annotations,
  }),
) as Arbitrary<HeaderNode>;

/** Any tree that a text can be read as; the values of its literals are those of the raw ones. */
export const anyDocument: Arbitrary<DocumentNode> = node("document", {
  doc,
  headers: few(header),
  definitions: array(definition, { maxLength: 5 }),
  isWhole: constant(true),
}) as Arbitrary<DocumentNode>;
