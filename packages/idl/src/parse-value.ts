import type { Parser } from "./parser.ts";
import { readItems } from "./recover.ts";
import type { ListValueNode, MapValueNode, ReferenceNode, StructValueNode, ValueNode } from "./tree.ts";

/** A constant. */
export function parseValue(p: Parser): ValueNode {
  switch (p.kind) {
    case "integer":
      return p.integer();
    case "double":
      return p.double();
    case "string":
      return p.string("a string");
    case "[":
      return p.nested(() => parseList(p));
    case "{":
      return p.nested(() => parseMap(p));
    case "name":
      return parseNamed(p);
    default:
      return p.fail("a value");
  }
}

function parseNamed(p: Parser): ValueNode {
  const name = p.name("a value");
  const { text, start, end } = name;
  if (text === "true" || text === "false") return { kind: "bool", value: text === "true", start, end };
  if (p.kind === "{")
    return p.nested((): StructValueNode => {
      const fields = parseFieldValues(p);
      return { kind: "struct_value", type: name, fields, start, end: p.end };
    });
  return { kind: "reference", name: text, start, end } satisfies ReferenceNode;
}

/** `{name = value, …}`. */
export function parseFieldValues(p: Parser): StructValueNode["fields"] {
  const { start, end } = p.scanner;
  p.next();
  return readItems(p, "}", { start, end }, () => {
    const name = p.name("the name of a field");
    p.expect("=");
    const value = parseValue(p);
    p.separator();
    return { name, value };
  });
}

function parseList(p: Parser): ListValueNode {
  const { start, end } = p.scanner;
  p.next();
  const items = readItems(p, "]", { start, end }, () => {
    const value = parseValue(p);
    p.separator();
    return value;
  });
  return { kind: "list_value", items, start, end: p.end };
}

function parseMap(p: Parser): MapValueNode {
  const { start, end } = p.scanner;
  p.next();
  const entries = readItems(p, "}", { start, end }, () => {
    const key = parseValue(p);
    p.expect(":");
    const value = parseValue(p);
    p.separator();
    return { key, value };
  });
  return { kind: "map_value", entries, start, end: p.end };
}
