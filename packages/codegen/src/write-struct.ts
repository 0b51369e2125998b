import { documented } from "./comments.ts";
import { declareDescriptor, type FieldsetDefinition, fieldsOf } from "./fieldset.ts";
import { type Layout, typeLiteral } from "./layout.ts";
import type { Module } from "./module.ts";
import { describeProperty } from "./spell-field.ts";

/** An interface, and the descriptor of the same name. */
export function writeStruct(module: Module, definition: FieldsetDefinition): readonly Layout[] {
  const properties = fieldsOf(definition).map((field) => describeProperty(module, field));
  const name = module.nameOf(definition, "", "type");
  const body = typeLiteral(properties, "always one each");
  return [
    documented(definition.node, [`export interface ${name} `, body]),
    declareDescriptor(module, definition, "StructType"),
  ];
}
