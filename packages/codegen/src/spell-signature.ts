import type { FieldNode } from "@seapink/idl";
import { exceptionsOf, type Method, type StructType, type Type } from "@seapink/schema";
import { documented } from "./comments.ts";
import { alternatives, type Layout, typeLiteral } from "./layout.ts";
import type { Module } from "./module.ts";
import { describeProperty, writtenFields } from "./spell-field.ts";
import { spellType, type WrittenType } from "./spell-type.ts";
import { propertyName, quoted } from "./text.ts";
import { successType, type WrittenMethod } from "./written-method.ts";

/** The signature of a method, which clients and handlers are derived from. */
export function spellSignature(module: Module, written: WrittenMethod): Layout {
  const { method, node } = written;
  const { streamItem, sinkItem, finalResponse, creates } = method;
  const item = (type: Type | undefined, of: WrittenType["node"] | undefined, name: string): readonly Layout[] =>
    type && of ? [`${name}: ${spellType(module, type, { node: of, file: module.file })}`] : [];
  const properties = [
    `kind: ${quoted(method.kind)}`,
    ["args: ", argumentsType(module, method.args, node.params)],
    `returns: ${returnType(module, written)}`,
    ...item(successType(streamItem), node.stream?.of, "stream"),
    ...item(successType(sinkItem), node.sink?.of, "sink"),
    ...item(successType(finalResponse), node.sink?.final, "final"),
    ...(creates ? [`creates: ${module.nameOfType(creates, "Methods", "type")}`] : []),
    ...thrown(module, method),
    ...defaults(method),
  ];
  return documented(node, [`${propertyName(method.name)}: `, typeLiteral(properties)]);
}

function argumentsType(module: Module, { fields }: StructType, nodes: readonly FieldNode[]): Layout {
  // Not `object`, which would take what belongs into the options of a call.
  if (fields.length === 0) return `${module.global("Record")}<string, never>`;
  return typeLiteral(writtenFields(fields, nodes).map((field) => describeProperty(module, field)));
}

// An interaction stands left of the response.
function returnType(module: Module, { method, node }: WrittenMethod): string {
  const type = successType(method.result);
  const written = node.returns.at(-1);
  return type && written ? spellType(module, type, { node: written, file: module.file }) : "undefined";
}

/** What the server throws, of each part; with what is declared for a sink's items, the client breaks off. */
function thrown(module: Module, { result, streamItem, finalResponse }: Method): readonly Layout[] {
  const parts = [
    ["throws", result],
    ["streamThrows", streamItem],
    ["finalThrows", finalResponse],
  ] as const;
  return parts.flatMap(([name, of]) => {
    const types = new Set(of && exceptionsOf(of).map(({ type }) => type));
    const names = Array.from(types, (type) => module.nameOfType(type, "", "type"));
    return names.length === 0 ? [] : [[`${name}:`, alternatives(names)]];
  });
}

function defaults({ args }: Method): readonly Layout[] {
  const names = args.fields.filter((field) => field.default !== undefined).map(({ name }) => quoted(name));
  return names.length === 0 ? [] : [["defaults:", alternatives(names)]];
}
