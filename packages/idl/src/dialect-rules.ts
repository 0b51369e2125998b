import type { IdlDialect } from "./dialect.ts";
import type { AnyNode } from "./visit.ts";

type Kind = AnyNode["kind"];

/** Something to write, who refuses it, and what it is in a tree. */
export interface DialectRule {
  readonly what: string;
  readonly refusedBy: readonly IdlDialect[];
  readonly kind: Kind;
  /** Whether it is this; only for nodes of the kind. */
  readonly isAt: (node: AnyNode) => boolean;
}

const notFbthrift = ["apache", "thriftgo"] as const;
const notApache = ["thriftgo", "fbthrift"] as const;
const all = ["apache", "thriftgo", "fbthrift"] as const;

function rule<K extends Kind>(
  refusedBy: readonly IdlDialect[],
  what: string,
  kind: K,
  isAt: (node: AnyNode & { kind: K }) => boolean = () => true,
): DialectRule {
  // It is asked of nodes of its kind only.
  return { what, refusedBy, kind, isAt: isAt as DialectRule["isAt"] };
}

const rules: readonly DialectRule[] = [
  rule(notFbthrift, "an annotation with @", "structured_annotation"),
  rule(notFbthrift, "an interaction", "interaction"),
  rule(notFbthrift, '"performs"', "performs"),
  rule(notFbthrift, "a stream", "stream"),
  rule(notFbthrift, "a sink", "sink"),
  rule(notFbthrift, '"idempotent"', "function", (node) => node.qualifier === "idempotent"),
  rule(notFbthrift, '"readonly"', "function", (node) => node.qualifier === "readonly"),
  rule(notFbthrift, "an exception with qualifiers", "exception", (node) => node.qualifiers !== undefined),
  rule(notFbthrift, "a package", "package"),
  rule(notFbthrift, '"hs_include"', "hs_include"),
  rule(notFbthrift, "an include with another name", "include", (node) => !!node.alias && !node.isAliasFirst),
  rule(all, "a name before the path of an include", "include", (node) => node.isAliasFirst),
  rule(notFbthrift, "a namespace in quotes", "namespace", (node) => node.quoted !== undefined),
  rule(["fbthrift"], "a namespace of all languages", "namespace", (node) => node.language === "*"),
  rule(
    ["apache"],
    "a namespace of all languages with annotations",
    "namespace",
    (node) => node.language === "*" && node.annotations.length > 0,
  ),
  rule(["apache"], "a constant with annotations", "const", (node) => node.annotations.length > 0),
  rule(["apache"], "annotations at the name of a type", "named", (node) => node.annotations.length > 0),
  rule(["fbthrift"], "annotations in parentheses", "annotation"),
  rule(["thriftgo"], "an annotation without a value", "annotation", (node) => !node.value),
  rule(
    notFbthrift,
    "an annotation whose value is no string",
    "annotation",
    (node) => node.value !== undefined && node.value.kind !== "string",
  ),
  rule(notFbthrift, 'a constant by "Name{…}"', "struct_value"),
  rule(notApache, '"&"', "field", (node) => node.isReference),
  rule(notApache, '"xsd_…"', "field", (node) => node.xsd !== undefined),
  rule(notApache, '"xsd_all"', "struct", (node) => node.isXsdAll),
  rule(notApache, '"xsd_all"', "union", (node) => node.isXsdAll),
  rule(["apache"], "a string over several lines", "string", (node) => node.raw.includes("\n")),
  rule(notFbthrift, "a binary number", "integer", (node) => /0b/i.test(node.raw)),
  rule(["apache", "fbthrift"], 'an octal number with "0o"', "integer", (node) => /0o/i.test(node.raw)),
  rule(notFbthrift, 'a number with "0X"', "integer", (node) => node.raw.includes("0X")),
  rule(["thriftgo"], "a hexadecimal number with a sign", "integer", (node) => /^[+-]0x/.test(node.raw)),
  rule(notFbthrift, 'the type "float"', "base", (node) => node.name === "float"),
  rule(["fbthrift"], 'the type "i8"', "base", (node) => node.name === "i8"),
  rule(notApache, 'the type "uuid"', "base", (node) => node.name === "uuid"),
];

/** What the compiler of a dialect refuses, by kind. */
export function dialectRules(dialect: IdlDialect): Map<string, DialectRule[]> {
  return Map.groupBy(
    rules.filter(({ refusedBy }) => refusedBy.includes(dialect)),
    ({ kind }) => kind,
  );
}
