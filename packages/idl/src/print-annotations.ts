import { printFieldValues, printItems, printValue } from "./print-value.ts";
import type { AnnotationNode, StructuredAnnotationNode } from "./tree.ts";

/** ` (key = "value", key)`, or nothing. */
export function printAnnotations(nodes: readonly AnnotationNode[], indent: string): string {
  return nodes.length === 0 ? "" : ` ${printItems("(", nodes.map(printAnnotation), ")", indent)}`;
}

function printAnnotation({ name, value }: AnnotationNode): string {
  return value ? `${name.text} = ${printValue(value, "")}` : name.text;
}

/** `@name{field = value}`. */
export function printStructured({ name, fields }: StructuredAnnotationNode, indent: string): string {
  return `@${name.text}${fields.length === 0 ? "" : printFieldValues(fields, indent)}`;
}
