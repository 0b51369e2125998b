import type { Type } from "@seapink/schema";
import { entries, items } from "./from-plain.ts";
import { isPlainStruct, type Plain } from "./plain.ts";

/**
 * The one form of a plain value: fields in the order of the IDL, sets and maps sorted, so that equal values are equal
 * text. Fields that the type has not are kept, at the end: they are a difference.
 */
export function normal(type: Type, plain: Plain): Plain {
  switch (type.kind) {
    case "list":
      return items(plain).map((item) => normal(type.of, item));
    case "set":
      return sorted(items(plain).map((item) => normal(type.of, item)));
    case "map":
      return sorted(entries(plain).map(([key, item]) => [normal(type.key, key), normal(type.value, item)]));
    case "struct":
    case "union":
    case "exception": {
      if (!isPlainStruct(plain)) return plain;
      const known = type.fields.flatMap((field) => {
        const value = plain[field.name];
        return value === undefined ? [] : [[field.name, normal(field.type, value)] as const];
      });
      return { ...Object.fromEntries(known), ...unknownFields(plain, new Set(known.map(([name]) => name))) };
    }
    default:
      return plain;
  }
}

function unknownFields(plain: { readonly [field: string]: Plain }, known: ReadonlySet<string>): object {
  return Object.fromEntries(Object.entries(plain).filter(([name]) => !known.has(name)));
}

function sorted(all: readonly Plain[]): Plain {
  const texts = new Map(all.map((item) => [item, JSON.stringify(item)]));
  return all.toSorted((a, b) => ((texts.get(a) ?? "") < (texts.get(b) ?? "") ? -1 : 1));
}
