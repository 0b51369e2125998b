import type { Field, Type } from "@seapink/schema";
import type { Plain, PlainStruct } from "./plain.ts";

/** A value of ours that has the form of the type, as what our codecs read has, as plain JSON. */
export function toPlain(type: Type, value: unknown): Plain {
  switch (type.kind) {
    case "list":
      return (value as readonly unknown[]).map((item) => toPlain(type.of, item));
    case "set":
      return Array.from(value as ReadonlySet<unknown>, (item) => toPlain(type.of, item));
    case "map":
      return Array.from(value as ReadonlyMap<unknown, unknown>, ([key, item]) => [
        toPlain(type.key, key),
        toPlain(type.value, item),
      ]);
    case "struct":
    case "exception":
      return fieldsToPlain(type.fields, value as object);
    case "union":
      return unionToPlain(type.fields, value as { field: string; value: unknown });
    case "i64":
      return String(value);
    case "double":
    case "float":
      return doubleToPlain(value as number);
    case "binary":
      return base64(value as Uint8Array);
    default:
      return value as Plain;
  }
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("base64");
}

/** What JSON has no number for is text. */
export function doubleToPlain(value: number): Plain {
  if (Object.is(value, -0)) return "-0";
  return Number.isFinite(value) ? value : String(value);
}

function fieldsToPlain(fields: readonly Field[], value: object): PlainStruct {
  const given = new Map(Object.entries(value));
  const present = fields.filter((field) => given.get(field.name) !== undefined);
  return Object.fromEntries(present.map((field) => [field.name, toPlain(field.type, given.get(field.name))]));
}

function unionToPlain(
  fields: readonly Field[],
  { field: name, value }: { field: string; value: unknown },
): PlainStruct {
  const field = fields.find((known) => known.name === name);
  return field === undefined ? {} : { [name]: toPlain(field.type, value) };
}
