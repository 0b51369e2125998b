import type { Definition } from "@seapink/idl";
import { arrayLiteral, assigned, call, type Layout, objectLiteral, returning } from "./layout.ts";
import type { Module } from "./module.ts";
import { spellAnnotations } from "./spell-descriptor.ts";
import { fieldDescriptor, type WrittenField, writtenFields } from "./spell-field.ts";
import { quoted } from "./text.ts";

export type FieldsetDefinition = Extract<Definition, { kind: "struct" | "union" | "exception" }>;

export function fieldsOf({ type, node }: FieldsetDefinition): readonly WrittenField[] {
  return writtenFields(type.fields, node.fields);
}

/** The call that makes the descriptor of a struct, union or exception. */
function fieldsetDescriptor(module: Module, definition: FieldsetDefinition): Layout {
  const { type, kind } = definition;
  const fields = fieldsOf(definition).map((field) => fieldDescriptor(module, field));
  const construct = kind === "exception" ? [module.nameOf(definition, "", "value")] : [];
  const options = [...spellAnnotations(module, type.annotations), ...module.codecs.option(type)];
  return call(module.pure(kind), [
    quoted(type.name),
    ...construct,
    returning(arrayLiteral(fields)),
    ...(options.length === 0 ? [] : [objectLiteral(options)]),
  ]);
}

/** The declaration of such a descriptor. */
export function declareDescriptor(module: Module, definition: FieldsetDefinition, type: string): Layout {
  const name = module.nameOf(definition, definition.kind === "exception" ? "Type" : "", "value");
  const of = module.nameOf(definition, "", "type");
  return [`export const ${name}: ${module.gen1(type)}<${of}> =`, assigned(fieldsetDescriptor(module, definition)), ";"];
}
