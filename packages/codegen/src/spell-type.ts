import type { Definition, ProgramFile, TypeNode } from "@seapink/idl";
import type { ScalarType, Type } from "@seapink/schema";
import type { Module } from "./module.ts";
import { isSameType } from "./same-type.ts";

/** A type as it was written. */
export interface WrittenType {
  readonly node: TypeNode;
  /** Where its names mean something. */
  readonly file: ProgramFile;
}

/** The TypeScript of a type: with the names of typedefs, if it is known how it was written. */
export function spellType(module: Module, type: Type, written?: WrittenType): string {
  const definition = written && typedefOf(written);
  if (definition && isSameType(definition.type, type)) return module.nameOf(definition, "", "type");
  // What a typedef leaves open of an i64 may be said where it is used.
  if (definition) return spellType(module, type, insideOf(module, definition));
  switch (type.kind) {
    case "list":
      return `${spellType(module, type.of, partOf(written, "of"))}[]`;
    case "set":
      return `${module.global("Set")}<${spellType(module, type.of, partOf(written, "of"))}>`;
    case "map": {
      const key = spellType(module, type.key, partOf(written, "key"));
      return `${module.global("Map")}<${key}, ${spellType(module, type.value, partOf(written, "value"))}>`;
    }
    case "enum":
    case "struct":
    case "union":
    case "exception":
      return module.nameOfType(type, "", "type");
    default:
      return spellScalar(module, type);
  }
}

function spellScalar(module: Module, type: ScalarType): string {
  switch (type.kind) {
    case "bool":
      return "boolean";
    case "i64":
      return type.as === "number" ? "number" : "bigint";
    case "string":
    case "uuid":
      return "string";
    case "binary":
      return module.global("Uint8Array");
    default:
      return "number";
  }
}

type Typedef = Extract<Definition, { kind: "typedef" }>;

// Words such as uuid are types of younger texts, and names in older ones.
function typedefOf({ node, file }: WrittenType): Typedef | undefined {
  const found = node.kind === "named" || node.kind === "base" ? file.find(node.name) : undefined;
  return found?.kind === "typedef" ? found : undefined;
}

function insideOf({ index }: Module, { node, file }: Typedef): WrittenType {
  return { node: node.type, file: index.file(file) };
}

function partOf(written: WrittenType | undefined, part: "of" | "key" | "value"): WrittenType | undefined {
  const node = written && innerNode(written.node, part);
  return node && { node, file: written.file };
}

function innerNode(node: TypeNode, part: "of" | "key" | "value"): TypeNode | undefined {
  switch (node.kind) {
    case "list":
    case "set":
      return part === "of" ? node.of : undefined;
    case "map":
      return part === "of" ? undefined : node[part];
    default:
      return undefined;
  }
}
