import type { TypeNode } from "@seapink/idl";

/** A type as IDL has it, without annotations. */
export function typeText(type: TypeNode): string {
  switch (type.kind) {
    case "base":
    case "named":
      return type.name;
    case "void":
      return "void";
    case "list":
    case "set":
      return `${type.kind}<${typeText(type.of)}>`;
    case "map":
      return `map<${typeText(type.key)}, ${typeText(type.value)}>`;
  }
}
