import type { AnnotationNode, Definition, Described, FieldNode, FunctionNode, Program, TypeNode } from "@seapink/idl";
import type { Field, Method, Type } from "@seapink/schema";
import { toJson } from "@seapink/schema/json";
import { RawJson } from "../json-text.ts";
import { entryOf, type Found, type MethodOwner } from "./found.ts";
import { sampleJson } from "./sample-json.ts";
import { typeText } from "./type-text.ts";

/** A file for programs: `{file, includes, definitions}`, the definitions as `describeJson` has them. */
export function overviewJson(program: Program): object {
  const { file, includes, definitions } = entryOf(program);
  return {
    file,
    includes: includes.map(({ prefix, file }) => ({ prefix, file })),
    definitions: definitions.map(definitionJson),
  };
}

/**
 * A definition or method for programs: `{kind, name, doc?, annotations?}` with `methods`, `fields`, `values`, `type` or
 * `value`; types as IDL has them, values by the JSON mapping.
 */
export function describeJson(found: Found): object {
  return found.kind === "method" ? methodJson(found.owner, found.node, found.method) : definitionJson(found);
}

function definitionJson(definition: Definition): object {
  const { kind, name, node, file } = definition;
  const head = { kind, name, file, ...described(node) };
  switch (definition.kind) {
    case "const": {
      const { type, value } = definition;
      return { ...head, type: typeText(definition.node.type), value: jsonOf(type, value) };
    }
    case "typedef":
      return { ...head, type: typeText(definition.node.type) };
    case "enum":
      return { ...head, values: enumValues(definition) };
    case "service":
    case "interaction":
      return { ...head, ...ownerJson(definition) };
    default:
      return {
        ...head,
        fields: fieldsJson(definition.node.fields, definition.type.fields),
        sample: sampleOf(definition.type),
      };
  }
}

function ownerJson(owner: MethodOwner): object {
  const { node, type } = owner;
  const methods = node.functions.flatMap((one) => {
    const method = type.methods.get(one.name.text);
    return method ? [methodJson(owner, one, method)] : [];
  });
  if (node.kind === "interaction") return { methods };
  return {
    extends: node.extends?.text,
    performs: node.performs.length === 0 ? undefined : node.performs.map(({ interaction }) => interaction.text),
    methods,
  };
}

function enumValues({ node, type }: Extract<Definition, { kind: "enum" }>): readonly object[] {
  return node.values.map((one) => ({ name: one.name.text, value: type.values.get(one.name.text), ...described(one) }));
}

function methodJson(owner: MethodOwner, node: FunctionNode, method: Method): object {
  const { stream, sink } = node;
  const returns = node.returns.slice(method.creates ? 1 : 0).filter(({ kind }) => kind !== "void");
  return {
    kind: method.kind,
    name: method.name,
    owner: owner.name,
    wireName: method.wireName,
    ...described(node),
    args: fieldsJson(node.params, method.args.fields),
    returns: typeOf(returns[0]),
    creates: method.creates?.name,
    throws: node.throws.length === 0 ? undefined : fieldsJson(node.throws, method.result.fields),
    stream: stream && { of: typeText(stream.of), throws: fieldsJson(stream.throws, method.streamItem?.fields ?? []) },
    sink: sink && {
      of: typeText(sink.of),
      throws: fieldsJson(sink.throws, method.sinkItem?.fields ?? []),
      final: typeOf(sink.final),
      finalThrows: fieldsJson(sink.finalThrows, method.finalResponse?.fields ?? []),
    },
    sample: sampleOf(method.args),
  };
}

function typeOf(type: TypeNode | undefined): string | undefined {
  return type && typeText(type);
}

function fieldsJson(nodes: readonly FieldNode[], fields: readonly Field[]): readonly object[] {
  return nodes.map((node) => {
    const field = fields.find(({ name }) => name === node.name.text);
    return {
      id: field?.id,
      name: node.name.text,
      requiredness: node.requiredness,
      type: typeText(node.type),
      default: field && "default" in field ? jsonOf(field.type, field.default) : undefined,
      ...described(node),
    };
  });
}

function described({ doc, annotations }: Described): object {
  return { doc, annotations: annotations.length === 0 ? undefined : Object.fromEntries(annotations.map(annotation)) };
}

/** Without a value it is `1`, as compilers have it. */
function annotation({ name, value }: AnnotationNode): readonly [string, string] {
  return [name.text, value === undefined ? "1" : String(value.value)];
}

function jsonOf(type: Type, value: unknown): RawJson {
  return new RawJson(toJson(type, value));
}

function sampleOf(type: Type): RawJson | undefined {
  const text = sampleJson(type);
  return text === undefined ? undefined : new RawJson(text);
}
