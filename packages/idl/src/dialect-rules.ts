import type { IdlDialect } from "./dialect.ts";
import type { AnyNode } from "./visit.ts";

/** Something to write, who refuses it, and what it is in a tree. */
export interface DialectRule {
  readonly what: string;
  readonly refusedBy: readonly IdlDialect[];
  readonly isAt: (node: AnyNode) => boolean;
}

const apache = ["apache"] as const;
const thriftgo = ["thriftgo"] as const;
const fbthrift = ["fbthrift"] as const;
const notFbthrift = ["apache", "thriftgo"] as const;
const notApache = ["thriftgo", "fbthrift"] as const;
const all = ["apache", "thriftgo", "fbthrift"] as const;

export const dialectRules: readonly DialectRule[] = [
  { what: "an annotation with @", refusedBy: notFbthrift, isAt: (node) => node.kind === "structured_annotation" },
  { what: "an interaction", refusedBy: notFbthrift, isAt: ({ kind }) => kind === "interaction" || kind === "performs" },
  { what: "a stream", refusedBy: notFbthrift, isAt: (node) => node.kind === "stream" },
  { what: "a sink", refusedBy: notFbthrift, isAt: (node) => node.kind === "sink" },
  {
    what: '"idempotent" or "readonly"',
    refusedBy: notFbthrift,
    isAt: (node) => node.kind === "function" && node.qualifier !== undefined && node.qualifier !== "oneway",
  },
  {
    what: "an exception with qualifiers",
    refusedBy: notFbthrift,
    isAt: (node) => node.kind === "exception" && node.qualifiers !== undefined,
  },
  { what: "a package", refusedBy: notFbthrift, isAt: (node) => node.kind === "package" },
  { what: '"hs_include"', refusedBy: notFbthrift, isAt: (node) => node.kind === "hs_include" },
  {
    what: "an include with another name",
    refusedBy: notFbthrift,
    isAt: (node) => node.kind === "include" && node.alias !== undefined && !node.isAliasFirst,
  },
  {
    what: "a name before the path of an include",
    refusedBy: all,
    isAt: (node) => node.kind === "include" && node.isAliasFirst,
  },
  {
    what: "a namespace in quotes",
    refusedBy: notFbthrift,
    isAt: (node) => node.kind === "namespace" && node.quoted !== undefined,
  },
  {
    what: "a namespace of all languages",
    refusedBy: fbthrift,
    isAt: (node) => node.kind === "namespace" && node.language === "*",
  },
  {
    what: "a namespace of all languages with annotations",
    refusedBy: apache,
    isAt: (node) => node.kind === "namespace" && node.language === "*" && node.annotations.length > 0,
  },
  {
    what: "a constant with annotations",
    refusedBy: apache,
    isAt: (node) => node.kind === "const" && node.annotations.length > 0,
  },
  {
    what: "annotations at the name of a type",
    refusedBy: apache,
    isAt: (node) => node.kind === "named" && node.annotations.length > 0,
  },
  { what: "annotations in parentheses", refusedBy: fbthrift, isAt: (node) => node.kind === "annotation" },
  {
    what: "an annotation without a value",
    refusedBy: thriftgo,
    isAt: (node) => node.kind === "annotation" && node.value === undefined,
  },
  {
    what: "an annotation whose value is no string",
    refusedBy: notFbthrift,
    isAt: (node) => node.kind === "annotation" && node.value !== undefined && node.value.kind !== "string",
  },
  { what: 'a constant by "Name{…}"', refusedBy: notFbthrift, isAt: (node) => node.kind === "struct_value" },
  { what: '"&"', refusedBy: notApache, isAt: (node) => node.kind === "field" && node.isReference },
  {
    what: '"xsd_…"',
    refusedBy: notApache,
    isAt: (node) => (node.kind === "field" && node.xsd !== undefined) || ("isXsdAll" in node && node.isXsdAll),
  },
  {
    what: "a string over several lines",
    refusedBy: apache,
    isAt: (node) => node.kind === "string" && node.raw.includes("\n"),
  },
  { what: "a binary number", refusedBy: notFbthrift, isAt: (node) => isInteger(node, /0b/i) },
  { what: 'an octal number with "0o"', refusedBy: ["apache", "fbthrift"], isAt: (node) => isInteger(node, /0o/i) },
  { what: 'a number with "0X"', refusedBy: notFbthrift, isAt: (node) => isInteger(node, /0X/) },
  { what: "a hexadecimal number with a sign", refusedBy: thriftgo, isAt: (node) => isInteger(node, /^[+-]0x/) },
  ...(["float", "i8", "uuid"] as const).map((name) => ({
    what: `the type "${name}"`,
    refusedBy: { float: notFbthrift, i8: fbthrift, uuid: notApache }[name],
    isAt: (node: AnyNode) => node.kind === "base" && node.name === name,
  })),
];

function isInteger(node: AnyNode, pattern: RegExp): boolean {
  return node.kind === "integer" && pattern.test(node.raw);
}
