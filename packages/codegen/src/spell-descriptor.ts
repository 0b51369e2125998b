import type { Annotations, Type } from "@seapink/schema";
import { arrayLiteral, call, type Layout } from "./layout.ts";
import type { Module } from "./module.ts";
import { quoted } from "./text.ts";

/** The code of the descriptor of a type. */
export function spellDescriptor(module: Module, type: Type): Layout {
  switch (type.kind) {
    case "list":
    case "set":
      return call(module.gen1(type.kind), [spellDescriptor(module, type.of)]);
    case "map":
      return call(module.gen1("map"), [spellDescriptor(module, type.key), spellDescriptor(module, type.value)]);
    case "enum":
    case "exception":
      return module.nameOfType(type, "Type", "value");
    case "struct":
    case "union":
      return module.nameOfType(type, "", "value");
    case "i64":
      return module.gen1(type.as === "number" ? "i64Number" : "i64");
    default:
      return module.gen1(type.kind);
  }
}

/** The property of the options of a definition that has the annotations, if there are any. */
export function spellAnnotations(module: Module, annotations: Annotations): readonly Layout[] {
  return annotationsOption(module.pure("annotations"), annotations);
}

/** The same of a member of one, which is made when the definition is used. */
export function spellMemberAnnotations(module: Module, annotations: Annotations): readonly Layout[] {
  return annotationsOption(module.gen1("annotations"), annotations);
}

function annotationsOption(callee: string, annotations: Annotations): readonly Layout[] {
  if (annotations.size === 0) return [];
  const entries = Array.from(annotations, ([key, values]) => arrayLiteral([key, ...values].map(quoted)));
  return [["annotations: ", call(callee, entries)]];
}
