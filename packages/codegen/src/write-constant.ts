import { documented } from "./comments.ts";
import type { ConstDefinition } from "./constant-of.ts";
import { assigned, type Layout } from "./layout.ts";
import type { Module } from "./module.ts";
import { spellTypeOf } from "./spell-type-of.ts";
import { spellValue } from "./spell-value.ts";

export function writeConstant(module: Module, definition: ConstDefinition): readonly Layout[] {
  const { node, type, value } = definition;
  const name = module.nameOf(definition, "", "value");
  const spelled = spellTypeOf(module, type, [value], { node: node.type, file: module.file });
  const layout = [`export const ${name}: `, spelled, " =", assigned(spellValue(module, value, type, node.value)), ";"];
  return [documented(node, layout)];
}
