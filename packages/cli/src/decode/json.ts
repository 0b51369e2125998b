import type { Decoded } from "./decode-bytes.ts";
import { mappedValue } from "./mapped-value.ts";
import type { FieldNode, Node, Part, StructNode } from "./tree.ts";

/**
 * What was found, for programs: `{as, bytes, parts, error?}`. A part is `{part, offset, …}` with what its kind has, `fields`
 * of its struct, their `value` by the JSON mapping where the IDL names them, and `parts` inside.
 */
export function decodedJson({ as, bytes, parts, error }: Decoded): unknown {
  const told = error && {
    error: { message: error.message, ...(error.offset !== undefined && { offset: error.offset }) },
  };
  return { as, bytes, parts: parts.map(partJson), ...told };
}

function partJson({ part, offset, facts, struct, parts }: Part): unknown {
  return {
    part,
    ...placed(offset),
    ...facts,
    ...(struct && structJson(struct)),
    ...(struct && isNamed(struct) && { value: mappedValue(struct) }),
    ...(parts.length > 0 && { parts: parts.map(partJson) }),
  };
}

function structJson({ type, fields }: StructNode): { readonly type: string; readonly fields: unknown } {
  return { type, fields: fields.map(fieldJson) };
}

function fieldJson({ offset, id, name, type, value }: FieldNode): unknown {
  const shown = value === undefined ? { type } : nodeJson(value);
  return { ...placed(offset), id, ...(name !== undefined && { name }), ...shown };
}

function nodeJson(node: Node | undefined): object {
  switch (node?.kind) {
    case undefined:
      return {};
    case "scalar":
      return { type: node.type, value: node.value };
    case "struct":
      return structJson(node);
    case "list":
      return { type: node.type, size: node.size, items: node.items.map(({ value }) => nodeJson(value)) };
    case "map":
      return {
        type: node.type,
        size: node.size,
        entries: node.entries.map(({ key, value }) => ({ key: nodeJson(key), value: nodeJson(value) })),
      };
  }
}

function placed(offset: number | undefined): { readonly offset?: number } {
  return offset === undefined ? {} : { offset };
}

function isNamed({ type, fields }: StructNode): boolean {
  return type !== "struct" && fields.every(({ name }) => name !== undefined);
}
