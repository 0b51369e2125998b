import type { Definition } from "@seapink/idl";
import { documented } from "./comments.ts";
import { assigned, call, type Layout, lines, objectLiteral } from "./layout.ts";
import type { Module } from "./module.ts";
import { spellAnnotations } from "./spell-descriptor.ts";
import { propertyKey, quoted } from "./text.ts";

/** An object of the values, the union of them, and the descriptor. */
export function writeEnum(module: Module, definition: Extract<Definition, { kind: "enum" }>): readonly Layout[] {
  const { node, type } = definition;
  const name = module.nameOf(definition, "", "value");
  const docs = new Map(node.values.map((value) => [value.name.text, value]));
  const values = Array.from(type.values, ([key, number]) =>
    documented(docs.get(key), `${propertyKey(key)}: ${number}`),
  );
  // One without values may hold any number all the same.
  const union = values.length === 0 ? "number" : `(typeof ${name})[keyof typeof ${name}]`;
  const annotations = spellAnnotations(module, type.annotations);
  const args = [quoted(type.name), name, ...(annotations.length === 0 ? [] : [objectLiteral(annotations)])];
  const object = [`export const ${name} = `, objectLiteral(values, "always one each"), " as const;"];
  const descriptor = `export const ${module.nameOf(definition, "Type", "value")}: ${module.gen1("EnumType")} =`;
  return [
    lines(documented(node, object), [`export type ${name} =`, assigned(union), ";"]),
    [descriptor, assigned(call(module.pure("enumType"), args)), ";"],
  ];
}
