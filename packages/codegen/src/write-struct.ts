import { documented } from "./comments.ts";
import { declareDescriptor, type FieldsetDefinition, fieldsOf } from "./fieldset.ts";
import { type Layout, typeLiteral } from "./layout.ts";
import type { Module } from "./module.ts";
import { describeProperty } from "./spell-field.ts";

/** An interface, and the descriptor of the same name. One without properties would take any value, a number even. */
export function writeStruct(module: Module, definition: FieldsetDefinition): readonly Layout[] {
  const properties = fieldsOf(definition).map((field) => describeProperty(module, field));
  const name = module.nameOf(definition, "", "type");
  const declaration: Layout =
    properties.length === 0
      ? `export type ${name} = ${module.global("Record")}<string, never>;`
      : [`export interface ${name} `, typeLiteral(properties, "always one each")];
  return [documented(definition.node, declaration), declareDescriptor(module, definition, "StructType")];
}
