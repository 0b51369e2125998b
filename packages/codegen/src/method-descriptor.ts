import type { FieldNode } from "@seapink/idl";
import { exceptionsOf, type InteractionType, type ServiceType, type StructType } from "@seapink/schema";
import { arrayLiteral, call, type Layout, objectLiteral, returning } from "./layout.ts";
import type { Module } from "./module.ts";
import { spellMemberAnnotations, spellDescriptor } from "./spell-descriptor.ts";
import { fieldDescriptor, writtenFields } from "./spell-field.ts";
import { quoted } from "./text.ts";
import { successType, type WrittenMethod } from "./written-method.ts";

/** The descriptors of the methods of a service or interaction, as a function that returns them. */
export function methodList(
  module: Module,
  methods: readonly WrittenMethod[],
  { name }: ServiceType | InteractionType,
): Layout {
  return returning(arrayLiteral(methods.map((method) => methodDescriptor(module, method, name))));
}

function methodDescriptor(module: Module, { method, node }: WrittenMethod, owner: string): Layout {
  const { name, kind, args, result, streamItem, creates, annotations } = method;
  const options = [
    ...(kind === "oneway" ? ['kind: "oneway"'] : []),
    ...fieldList(module, "args", args.fields.length === 0 ? undefined : args, node.params, false),
    ...typeOption(module, "returns", result),
    ...fieldList(module, "throws", result, node.throws, true),
    ...(streamItem ? [["stream: ", items(module, streamItem, node.stream?.throws ?? [])]] : []),
    ...sinkOption(module, { method, node }),
    ...(creates ? [`creates: ${module.nameOfType(creates, "", "value")}`] : []),
    ...spellMemberAnnotations(module, annotations),
    ...module.codecs.methodOption(method, owner),
  ];
  return call(module.gen1("method"), options.length === 0 ? [quoted(name)] : [quoted(name), objectLiteral(options)]);
}

function items(module: Module, item: StructType, throws: readonly FieldNode[]): Layout {
  return objectLiteral([...typeOption(module, "of", item), ...fieldList(module, "throws", item, throws, true)]);
}

function sinkOption(module: Module, { method, node }: WrittenMethod): readonly Layout[] {
  const { sinkItem, finalResponse } = method;
  if (!sinkItem) return [];
  const options = [
    ...typeOption(module, "of", sinkItem),
    ...fieldList(module, "throws", sinkItem, node.sink?.throws ?? [], true),
    ...(finalResponse ? typeOption(module, "final", finalResponse) : []),
    ...(finalResponse ? fieldList(module, "finalThrows", finalResponse, node.sink?.finalThrows ?? [], true) : []),
  ];
  return [["sink: ", objectLiteral(options)]];
}

function typeOption(module: Module, name: string, result: StructType): readonly Layout[] {
  const type = successType(result);
  return type ? [[`${name}: `, spellDescriptor(module, type)]] : [];
}

/** @param isDeclared whether only declared exceptions are meant */
function fieldList(
  module: Module,
  name: string,
  type: StructType | undefined,
  nodes: readonly FieldNode[],
  isDeclared: boolean,
): readonly Layout[] {
  const fields = type && (isDeclared ? exceptionsOf(type) : type.fields);
  if (!fields || fields.length === 0) return [];
  const written = writtenFields(fields, nodes);
  return [[`${name}: `, arrayLiteral(written.map((field) => fieldDescriptor(module, field, isDeclared)))]];
}
