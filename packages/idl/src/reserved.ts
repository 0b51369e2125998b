import type { IdlDialect } from "./dialect.ts";
import type { BaseTypeName } from "./tree.ts";

export const baseTypes: ReadonlySet<string> = new Set<BaseTypeName>([
  "bool",
  "byte",
  "i8",
  "i16",
  "i32",
  "i64",
  "float",
  "double",
  "string",
  "binary",
  "uuid",
]);

/** Base types that not all compilers have; a definition of the same name goes before. */
export const youngTypes: ReadonlySet<string> = new Set<BaseTypeName>(["float", "i8", "uuid"]);

/** Words that begin a type and are not its name. */
export const typeWords: ReadonlySet<string> = new Set([...baseTypes, "void", "list", "set", "map"]);

const definitionList = ["const", "typedef", "enum", "struct", "union", "exception", "service", "interaction"] as const;
const headerList = ["include", "cpp_include", "namespace"] as const;
export const definitionWords: ReadonlySet<string> = new Set(definitionList);

/** Headers of old for `namespace`, with the language of each. */
export const legacyNamespaces: ReadonlyMap<string, string> = new Map([
  ["cocoa_prefix", "cocoa"],
  ["cpp_namespace", "cpp"],
  ["csharp_namespace", "csharp"],
  ["delphi_namespace", "delphi"],
  ["java_package", "java"],
  ["perl_package", "perl"],
  ["php_namespace", "php"],
  ["py_module", "py"],
  ["ruby_namespace", "rb"],
  ["smalltalk_category", "smalltalk.category"],
  ["smalltalk_prefix", "smalltalk.prefix"],
  ["xsd_namespace", "xsd"],
]);

export const headerWords: ReadonlySet<string> = new Set([
  ...headerList,
  "hs_include",
  "package",
  ...legacyNamespaces.keys(),
]);

/** What may stand before `exception`. */
export const exceptionWords: ReadonlySet<string> = new Set([
  "safe",
  "transient",
  "stateful",
  "permanent",
  "client",
  "server",
]);

/** Whose lines may begin a definition. */
export const definitionStarts: ReadonlySet<string> = new Set([...definitionWords, ...exceptionWords]);

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/));

// A field or method may be called so all the same: there is no mistaking it.
const thriftgoWords = `binary bool byte const cpp_include cpp_type double enum exception extends i16 i32 i64 i8 include list
  map namespace oneway optional required service set string struct throws typedef union void`;
const apacheWords = `${thriftgoWords} async false true xsd_all xsd_attrs xsd_nillable xsd_optional`;
const fbthriftWords = `binary bool byte const cpp_include double enum exception extends false float hs_include i16 i32 i64
  include interaction list map namespace optional performs required service set stream string struct throws true typedef
  union void`;
const reserved = { apache: words(apacheWords), thriftgo: words(thriftgoWords), fbthrift: words(fbthriftWords) };

/** What no type, service or constant can be called. */
export function reservedWordsOf(dialect: IdlDialect | undefined): ReadonlySet<string> {
  return reserved[dialect ?? "apache"];
}
