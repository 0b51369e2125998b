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

/** Base types that came later; a definition of the same name goes before. */
export const youngTypes: ReadonlySet<string> = new Set<BaseTypeName>(["float", "uuid"]);

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

const otherWords =
  "cpp_type xsd_all xsd_optional xsd_nillable xsd_attrs oneway async extends throws required optional true false";

/** What no type, service or constant can be called. (A field or method can: there is no mistaking it.) */
export const reservedWords: ReadonlySet<string> = new Set(
  [...typeWords, ...definitionWords, ...headerList, ...otherWords.split(" ")].filter(
    (word) => !youngTypes.has(word) && word !== "interaction",
  ),
);
