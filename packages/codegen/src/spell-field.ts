import type { FieldNode } from "@seapink/idl";
import type { Field } from "@seapink/schema";
import { documented } from "./comments.ts";
import { alternatives, assigned, call, type Layout, objectLiteral } from "./layout.ts";
import { mayBeAbsent } from "./may-be-absent.ts";
import type { Module } from "./module.ts";
import { inOneLine } from "./print.ts";
import { spellMemberAnnotations, spellDescriptor } from "./spell-descriptor.ts";
import { spellType } from "./spell-type.ts";
import { spellOwnValue, spellValue } from "./spell-value.ts";
import { propertyName, quoted } from "./text.ts";

/** A field as it means and as it is written. */
export interface WrittenField {
  readonly field: Field;
  readonly node: FieldNode;
}

/** The fields of a list with their nodes. */
export function writtenFields(fields: readonly Field[], nodes: readonly FieldNode[]): readonly WrittenField[] {
  const byName = new Map(nodes.map((node) => [node.name.text, node]));
  return fields.map((field) => ({ field, node: byName.get(field.name) as FieldNode }));
}

/** The field as a property of a type. */
export function spellProperty(module: Module, { field, node }: WrittenField): Layout {
  const type = spellType(module, field.type, { node: node.type, file: module.file });
  const name = propertyName(field.name);
  return mayBeAbsent(field) ? [`${name}?:`, alternatives([type, "undefined"])] : `${name}: ${type}`;
}

/** The same with its doc. */
export function describeProperty(module: Module, written: WrittenField): Layout {
  return documented(written.node, spellProperty(module, written), ...defaultTag(module, written));
}

const longestDefault = 80;

export function defaultTag(module: Module, { field, node }: WrittenField): readonly string[] {
  if (field.default === undefined) return [];
  const text = inOneLine(spellValue(module, field.default, field.type, node.value));
  return text === undefined || text.length > longestDefault ? [] : [`@defaultValue \`${text}\``];
}

/** @param isDeclared whether it is one of a list of exceptions, of which each is optional */
export function fieldDescriptor(module: Module, { field, node }: WrittenField, isDeclared = false): Layout {
  const { id, name, type, requiredness, annotations } = field;
  const options = [
    ...(requiredness === "default" || isDeclared ? [] : [`requiredness: ${quoted(requiredness)}`]),
    ...(field.default === undefined
      ? []
      : [["default:", assigned(spellOwnValue(module, field.default, type, node.value))]]),
    ...spellMemberAnnotations(module, annotations),
  ];
  const args = [String(id), quoted(name), spellDescriptor(module, type)];
  return call(module.gen1("field"), options.length === 0 ? args : [...args, objectLiteral(options)]);
}
