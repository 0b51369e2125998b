import { printAnnotations } from "./print-annotations.ts";
import { printLead } from "./print-doc.ts";
import { printType } from "./print-type.ts";
import { deeper, printItems, printValue } from "./print-value.ts";
import type { FieldNode, XsdNode } from "./tree.ts";

/** What stands between braces, each on a line. */
export function printBody(items: readonly string[], indent: string): string {
  return items.length === 0 ? "{}" : `{\n${items.map((item) => `${deeper(indent)}${item}\n`).join("")}${indent}}`;
}

/** Fields between braces. */
export function printFields(fields: readonly FieldNode[], indent: string): string {
  return printBody(
    fields.map((field) => `${printField(field, deeper(indent))};`),
    indent,
  );
}

/** Parameters, or exceptions, between parentheses. */
export function printParams(fields: readonly FieldNode[], indent: string): string {
  return printItems(
    "(",
    fields.map((field) => printField(field, deeper(indent))),
    ")",
    indent,
  );
}

/** ` throws (…)`, or nothing. */
export function printThrows(fields: readonly FieldNode[], indent: string): string {
  return fields.length === 0 ? "" : ` throws ${printParams(fields, indent)}`;
}

function printField(node: FieldNode, indent: string): string {
  const id = node.id ? `${node.id.raw}: ` : "";
  const requiredness = node.requiredness === "default" ? "" : `${node.requiredness} `;
  const type = `${printType(node.type, indent)}${node.isReference ? " &" : ""}`;
  const value = node.value ? ` = ${printValue(node.value, indent)}` : "";
  const rest = `${value}${printXsd(node.xsd, indent)}${printAnnotations(node.annotations, indent)}`;
  return `${printLead(node, indent)}${id}${requiredness}${type} ${node.name.text}${rest}`;
}

function printXsd(node: XsdNode | undefined, indent: string): string {
  if (!node) return "";
  const attributes = node.attributes ? ` xsd_attrs ${printFields(node.attributes, indent)}` : "";
  return `${node.isOptional ? " xsd_optional" : ""}${node.isNillable ? " xsd_nillable" : ""}${attributes}`;
}
