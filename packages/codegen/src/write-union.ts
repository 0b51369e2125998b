import { documented } from "./comments.ts";
import { declareDescriptor, type FieldsetDefinition, fieldsOf } from "./fieldset.ts";
import { alternatives, type Layout, typeLiteral } from "./layout.ts";
import type { Module } from "./module.ts";
import type { WrittenField } from "./spell-field.ts";
import { spellType } from "./spell-type.ts";
import { quoted } from "./text.ts";

/** A union that `field` tells apart, and the descriptor of the same name. */
export function writeUnion(module: Module, definition: FieldsetDefinition): readonly Layout[] {
  const name = module.nameOf(definition, "", "type");
  const arms = fieldsOf(definition).map((field) => spellArm(module, field));
  return [
    documented(definition.node, [`export type ${name} =`, alternatives([...arms, module.gen1("UnknownField")]), ";"]),
    declareDescriptor(module, definition, "UnionType"),
  ];
}

function spellArm(module: Module, { field, node }: WrittenField): Layout {
  const type = spellType(module, field.type, { node: node.type, file: module.file });
  return typeLiteral([`field: ${quoted(field.name)}`, documented(node, `value: ${type}`)]);
}
