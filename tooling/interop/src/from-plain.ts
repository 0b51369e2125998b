import type { Field, Type } from "@seapink/schema";
import { isPlainStruct, type Plain, type PlainStruct } from "./plain.ts";

/** A value of ours from plain JSON that has the form of the type. */
export function fromPlain(type: Type, plain: Plain): unknown {
  switch (type.kind) {
    case "list":
      return items(plain).map((item) => fromPlain(type.of, item));
    case "set":
      return new Set(items(plain).map((item) => fromPlain(type.of, item)));
    case "map":
      return new Map(entries(plain).map(([key, item]) => [fromPlain(type.key, key), fromPlain(type.value, item)]));
    case "struct":
      return fieldsFromPlain(type.fields, fields(plain));
    case "exception":
      return new type.construct(fieldsFromPlain(type.fields, fields(plain)));
    case "union":
      return unionFromPlain(type.fields, fields(plain));
    case "i64":
      return BigInt(plain as string);
    case "double":
    case "float":
      return Number(plain);
    case "binary":
      return bytes(plain as string);
    default:
      return plain;
  }
}

function bytes(base64: string): Uint8Array {
  return new Uint8Array(Buffer.from(base64, "base64"));
}

export function fieldsFromPlain(known: readonly Field[], plain: PlainStruct): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(plain).map(([name, value]) => [name, fromPlain(fieldOf(known, name).type, value)]),
  );
}

function unionFromPlain(known: readonly Field[], plain: PlainStruct): object {
  const [entry] = Object.entries(plain);
  if (entry === undefined) throw new TypeError("expected one field in a union, got none");
  return { field: entry[0], value: fromPlain(fieldOf(known, entry[0]).type, entry[1]) };
}

function fieldOf(known: readonly Field[], name: string): Field {
  const field = known.find((candidate) => candidate.name === name);
  if (field === undefined) throw new TypeError(`expected a field of the struct, got ${name}`);
  return field;
}

export function items(plain: Plain): readonly Plain[] {
  if (Array.isArray(plain)) return plain as readonly Plain[];
  throw new TypeError(`expected an array, got ${JSON.stringify(plain)}`);
}

export function entries(plain: Plain): readonly (readonly [Plain, Plain])[] {
  return items(plain).map((pair) => {
    const [key, value] = items(pair);
    if (key === undefined || value === undefined) throw new TypeError("expected a pair, got less");
    return [key, value] as const;
  });
}

function fields(plain: Plain): PlainStruct {
  if (isPlainStruct(plain)) return plain;
  throw new TypeError(`expected an object, got ${JSON.stringify(plain)}`);
}
