import type { StructValueNode, ValueNode } from "./tree.ts";

/** How long a list may be that stands on one line. */
const widest = 80;

/** A constant; `indent` is that of the line that it begins in. */
export function printValue(node: ValueNode, indent: string): string {
  const inner = deeper(indent);
  switch (node.kind) {
    case "integer":
    case "double":
    case "string":
      return node.raw;
    case "bool":
      return String(node.value);
    case "reference":
      return node.name;
    case "list_value":
      return printItems(
        "[",
        node.items.map((item) => printValue(item, inner)),
        "]",
        indent,
      );
    case "map_value":
      return printItems(
        "{",
        node.entries.map(({ key, value }) => `${printValue(key, inner)}: ${printValue(value, inner)}`),
        "}",
        indent,
      );
    case "struct_value":
      return `${node.type.text}${printFieldValues(node.fields, indent)}`;
  }
}

/** `{name = value, …}`. */
export function printFieldValues(fields: StructValueNode["fields"], indent: string): string {
  const items = fields.map(({ name, value }) => `${name.text} = ${printValue(value, deeper(indent))}`);
  return printItems("{", items, "}", indent);
}

/** Items between marks: on one line, or if they are too long, or have lines themselves, on a line each. */
export function printItems(open: string, items: readonly string[], close: string, indent: string): string {
  const line = `${open}${items.join(", ")}${close}`;
  if (line.length <= widest && !line.includes("\n")) return line;
  return `${open}\n${items.map((item) => `${deeper(indent)}${item},\n`).join("")}${indent}${close}`;
}

export function deeper(indent: string): string {
  return `${indent}  `;
}
