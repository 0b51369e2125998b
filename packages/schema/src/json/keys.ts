import { wrongValue } from "@seapink/core";
import { i64NumberOf } from "../held-by-number.ts";
import type { EnumType, MapType, Type } from "../type.ts";
import { parseI64 } from "./exact-integer.ts";
import { EnumNames } from "./enum-names.ts";
import { expectationOf } from "./expectation.ts";
import { i64Text, isInteger } from "./scalars.ts";
import { noName } from "./enums.ts";
import { quote } from "./writer.ts";

/** Keys of maps that are names of an object in JSON. */
export interface NameCodec {
  /** The key; `undefined` if the name is none. */
  readonly read: (name: string) => unknown;
  /** In quotes. */
  readonly write: (key: unknown) => string;
  /** What to say of a name that is no key. */
  readonly refusal: (name: string) => string;
}

/** For strings, integers, booleans and enums; `undefined` for what cannot be a name. */
export function nameCodec({ key }: MapType): NameCodec | undefined {
  switch (key.kind) {
    case "string":
      return named(
        key,
        (name) => name,
        (value) => (typeof value === "string" ? quote(value) : undefined),
      );
    case "bool":
      return named(
        key,
        (name) => bools.get(name),
        (value) => (typeof value === "boolean" ? `"${value}"` : undefined),
      );
    case "i8":
      return integerNames(key, 8);
    case "i16":
      return integerNames(key, 16);
    case "i32":
      return integerNames(key, 32);
    case "i64":
      return key.as === "number"
        ? named(key, safeInteger, (value) => `"${i64Text(i64NumberOf(value))}"`)
        : named(key, parseI64, (value) => `"${i64Text(value)}"`);
    case "enum":
      return enumNames(key);
    default:
      return undefined;
  }
}

const bools: ReadonlyMap<string, boolean> = new Map([
  ["true", true],
  ["false", false],
]);

function named(key: Type, read: (name: string) => unknown, write: (key: unknown) => string | undefined): NameCodec {
  const expected = expectationOf(key);
  return {
    read,
    write: (value) => write(value) ?? wrongValue(expected, value),
    refusal: (name) => `expected ${expected}, got string ${JSON.stringify(name.slice(0, 40))}`,
  };
}

function integerNames(key: Type, bits: number): NameCodec {
  return named(
    key,
    (name) => integerOf(name, bits),
    (value) => (isInteger(value, bits) ? `"${value}"` : undefined),
  );
}

function integerOf(name: string, bits: number): number | undefined {
  const value = Number(parseI64(name));
  return isInteger(value, bits) ? value : undefined;
}

function safeInteger(name: string): number | undefined {
  const value = Number(parseI64(name));
  return Number.isSafeInteger(value) ? value : undefined;
}

function enumNames(key: EnumType): NameCodec {
  const { names, numbers } = new EnumNames(key);
  const write = (value: unknown): string | undefined =>
    isInteger(value, 32) ? quote(names.get(value) ?? `${value}`) : undefined;
  return {
    ...named(key, (name) => numbers.get(name) ?? integerOf(name, 32), write),
    refusal: (name) => noName(key, name, numbers.keys()),
  };
}
