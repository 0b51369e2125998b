import type { Definition } from "@seapink/idl";
import { documented } from "./comments.ts";
import { assigned, type Layout } from "./layout.ts";
import type { Module } from "./module.ts";
import { spellType } from "./spell-type.ts";
import { spellValue } from "./spell-value.ts";

export type ConstDefinition = Extract<Definition, { kind: "const" }>;

export function writeConstant(module: Module, definition: ConstDefinition): readonly Layout[] {
  const { node, type, value } = definition;
  const name = module.nameOf(definition, "", "value");
  const spelled = spellType(module, type, { node: node.type, file: module.file });
  const layout = [`export const ${name}: ${spelled} =`, assigned(spellValue(module, value, type, node.value)), ";"];
  return [documented(node, layout)];
}
