import { printAnnotations } from "./print-annotations.ts";
import type { TypeNode } from "./tree.ts";

/** A type, or `void`. What C++ makes of a container stands where all compilers take it: for a list behind it. */
export function printType(node: TypeNode, indent: string): string {
  return `${printBare(node, indent)}${printAnnotations(node.annotations, indent)}`;
}

function printBare(node: TypeNode, indent: string): string {
  switch (node.kind) {
    case "base":
    case "named":
      return node.name;
    case "void":
      return "void";
    case "list":
      return `list<${printType(node.of, indent)}>${node.cppType ? ` cpp_type ${node.cppType.raw}` : ""}`;
    case "set":
      return `set${before(node.cppType)}<${printType(node.of, indent)}>`;
    case "map":
      return `map${before(node.cppType)}<${printType(node.key, indent)}, ${printType(node.value, indent)}>`;
  }
}

function before(cppType: { readonly raw: string } | undefined): string {
  return cppType ? ` cpp_type ${cppType.raw} ` : "";
}
