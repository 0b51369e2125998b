import type { FieldNode, FunctionNode, SinkNode, StreamNode } from "@seapink/idl";
import { typeText } from "./type-text.ts";
import { valueText } from "./value-text.ts";

/** A method on one line, without documentation and annotations. */
export function signature({ qualifier, returns, stream, sink, name, params, throws }: FunctionNode): string {
  const types = returns.map(typeText);
  if (sink) types.push(sinkText(sink));
  if (stream) types.push(`stream<${itemText(stream)}>`);
  const head = qualifier === undefined ? "" : `${qualifier} `;
  return `${head}${types.join(", ")} ${name.text}${fieldsText(params)}${throwsText(throws)}`;
}

function sinkText(sink: SinkNode): string {
  const end = sink.final ? `, ${typeText(sink.final)}${throwsText(sink.finalThrows)}` : "";
  return `sink<${itemText(sink)}${end}>`;
}

function itemText({ of, throws }: StreamNode | SinkNode): string {
  return `${typeText(of)}${throwsText(throws)}`;
}

function throwsText(fields: readonly FieldNode[]): string {
  return fields.length === 0 ? "" : ` throws ${fieldsText(fields)}`;
}

function fieldsText(fields: readonly FieldNode[]): string {
  return `(${fields.map(fieldText).join(", ")})`;
}

function fieldText({ id, requiredness, type, isReference, name, value }: FieldNode): string {
  const words = [
    ...(id ? [`${id.raw}:`] : []),
    ...(requiredness === "default" ? [] : [requiredness]),
    `${typeText(type)}${isReference ? " &" : ""}`,
    name.text,
    ...(value ? [`= ${valueText(value)}`] : []),
  ];
  return words.join(" ");
}
