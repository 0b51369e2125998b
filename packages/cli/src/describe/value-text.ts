import { printable } from "@seapink/addresses/command";
import type { ValueNode } from "@seapink/idl";

/** A value as IDL has it, on one line. */
export function valueText(node: ValueNode): string {
  switch (node.kind) {
    case "integer":
    case "double":
      return node.raw;
    case "string":
      return printable(node.raw);
    case "bool":
      return String(node.value);
    case "reference":
      return node.name;
    case "list_value":
      return `[${node.items.map(valueText).join(", ")}]`;
    case "map_value":
      return `{${node.entries.map(({ key, value }) => `${valueText(key)}: ${valueText(value)}`).join(", ")}}`;
    case "struct_value":
      return `${node.type.text}{${node.fields.map(({ name, value }) => `${name.text} = ${valueText(value)}`).join(", ")}}`;
  }
}
