import { property } from "./property.ts";
import type { Field, Fieldset, Type } from "./type.ts";

/** Makes the default value of a field: all but scalars anew each time, since whoever reads may change them. */
export function defaultFactory({ type, default: value }: Field): () => unknown {
  return isPrimitive(value) ? () => value : () => copy(type, value);
}

function isPrimitive(value: unknown): boolean {
  return typeof value !== "object" || value === null;
}

// What is not of its type, as in descriptors made by hand, stays what it is.
function copy(type: Type, value: unknown): unknown {
  switch (type.kind) {
    case "list":
    case "set":
      if (Array.isArray(value)) return value.map((item) => copy(type.of, item));
      return value instanceof Set ? new Set(Array.from(value, (item) => copy(type.of, item))) : value;
    case "map":
      if (!(value instanceof Map)) return value;
      return new Map(Array.from(value, ([key, item]) => [copy(type.key, key), copy(type.value, item)]));
    case "struct":
      return isPrimitive(value) ? value : copyOfFields(type, value as object);
    case "exception":
      return isPrimitive(value) ? value : new type.construct(copyOfFields(type, value as object));
    case "union":
      return isPrimitive(value) ? value : copyOfUnion(type.fields, value as object);
    default:
      return value instanceof Uint8Array ? value.slice() : value;
  }
}

function copyOfFields({ fields }: Fieldset, from: object): Record<string, unknown> {
  const object = {};
  for (const { name, type } of fields) {
    const field = property(name);
    const value = field.get(from);
    if (value !== undefined) field.set(object, copy(type, value));
  }
  return object;
}

function copyOfUnion(fields: readonly Field[], from: object): object {
  const { field: name, value }: { field?: unknown; value?: unknown } = from;
  const field = fields.find((one) => one.name === name);
  return { field: name, value: field ? copy(field.type, value) : value };
}
