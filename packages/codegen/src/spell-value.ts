import type { Definition, ValueNode } from "@seapink/idl";
import type { EnumType, Fieldset, Type } from "@seapink/schema";
import { arrayLiteral, assigned, call, type Layout, objectLiteral } from "./layout.ts";
import type { Module } from "./module.ts";
import { isSameType } from "./same-type.ts";
import { nodesOfFields, nodesOfItems, nodesOfKeys } from "./value-nodes.ts";
import { mayBeAbsent } from "./may-be-absent.ts";
import { spellNumber } from "./spell-number.ts";
import { spellType } from "./spell-type.ts";
import { propertyKey, propertyOf, quoted } from "./text.ts";

type Constant = Extract<Definition, { kind: "const" }>;

/**
 * The code of a value.
 * @param node how it was written in this file, if it was: constants are then named, where they are of the same type
 */
export function spellValue(module: Module, value: unknown, type: Type, node?: ValueNode): Layout {
  const constant = node && constantOf(module, node);
  if (constant && isSameType(constant.type, type)) return module.nameOf(constant, "", "value");
  switch (type.kind) {
    case "list":
      return spellItems(module, value as readonly unknown[], type.of, node);
    case "set": {
      const items = [...(value as ReadonlySet<unknown>)];
      const callee = `new ${module.global("Set")}<${spellType(module, type.of)}>`;
      return call(callee, items.length === 0 ? [] : [spellItems(module, items, type.of, node)]);
    }
    case "map":
      return spellMap(module, value as ReadonlyMap<unknown, unknown>, type, node);
    case "enum":
      return spellEnum(module, value as number, type, node);
    case "struct":
    case "exception":
      return spellStruct(module, value as object, type, node);
    case "union":
      return spellUnion(module, value as { readonly field?: string; readonly value?: unknown }, type, node);
    default:
      return spellScalar(module, value);
  }
}

/** The constant that a value is written as. */
export function constantOf({ file }: Module, node: ValueNode): Constant | undefined {
  const found = node.kind === "reference" ? file.find(node.name, true) : undefined;
  return found?.kind === "const" ? found : undefined;
}

function spellScalar(module: Module, value: unknown): Layout {
  if (value instanceof Uint8Array) return spellBytes(module.global("Uint8Array"), Array.from(value, String));
  return typeof value === "string" ? quoted(value) : spellNumber(value as boolean | number | bigint);
}

/** So many bytes fit in one line. */
const few = 20;

function spellBytes(type: string, bytes: readonly string[]): Layout {
  return bytes.length <= few ? call(`${type}.of`, bytes) : call(`${type}.from`, [arrayLiteral(bytes, "filled")]);
}

function spellItems(module: Module, items: readonly unknown[], of: Type, node: ValueNode | undefined): Layout {
  const nodes = nodesOfItems(node, items.length);
  const layouts = items.map((item, i) => spellValue(module, item, of, nodes[i]));
  return isFilled(of, layouts) ? arrayLiteral(layouts, "filled") : arrayLiteral(layouts);
}

// As formatters have it: many numbers to a line.
function isFilled({ kind }: Type, items: readonly Layout[]): boolean {
  const isNumber = /^(i8|i16|i32|float|double)$/.test(kind);
  return isNumber && items.every((item) => typeof item === "string" && /^[-\d]/.test(item));
}

function spellMap(
  module: Module,
  map: ReadonlyMap<unknown, unknown>,
  { key: keyType, value: valueType }: Extract<Type, { kind: "map" }>,
  node: ValueNode | undefined,
): Layout {
  const nodes = nodesOfKeys(node, map.size);
  const entries = Array.from(map).map(([key, value], i) =>
    arrayLiteral([
      spellValue(module, key, keyType, nodes[i]?.key),
      spellValue(module, value, valueType, nodes[i]?.value),
    ]),
  );
  const callee = `new ${module.global("Map")}<${spellType(module, keyType)}, ${spellType(module, valueType)}>`;
  return call(callee, entries.length === 0 ? [] : [arrayLiteral(entries)]);
}

// Of two names for a number that which was written.
function spellEnum(module: Module, value: number, type: EnumType, node: ValueNode | undefined): Layout {
  const written = node?.kind === "reference" ? node.name.slice(node.name.lastIndexOf(".") + 1) : undefined;
  const names = [...(written === undefined ? [] : [written]), ...type.values.keys()];
  const name = names.find((name) => type.values.get(name) === value);
  if (name !== undefined) return propertyOf(module.nameOfType(type, "", "value"), name);
  return `${spellNumber(value)} as number as ${module.nameOfType(type, "", "type")}`;
}

function spellStruct(module: Module, value: object, type: Fieldset, node: ValueNode | undefined): Layout {
  const nodes = nodesOfFields(node);
  const given = type.fields.filter(({ name }) => isGiven(value, name));
  const properties = given.map(({ name, type }): Layout => {
    const field = (value as Readonly<Record<string, unknown>>)[name];
    return [`${propertyKey(name)}:`, assigned(spellValue(module, field, type, nodes.get(name)))];
  });
  // A constant may leave out what types ask for, as it may be left out on the wire.
  const isWhole = type.fields.every((field) => given.includes(field) || mayBeAbsent(field));
  const literal = objectLiteral(properties);
  const fields = isWhole ? literal : [literal, ` as ${module.nameOfType(type, "", "type")}`];
  if (type.kind !== "exception") return fields;
  return call(`new ${module.nameOfType(type, "", "value")}`, properties.length === 0 && isWhole ? [] : [fields]);
}

// Unlike a field, the stack that every error has is not enumerable.
function isGiven(value: object, name: string): boolean {
  return Object.prototype.propertyIsEnumerable.call(value, name);
}

function spellUnion(
  module: Module,
  { field: name, value }: { readonly field?: string; readonly value?: unknown },
  type: Fieldset,
  node: ValueNode | undefined,
): Layout {
  const field = type.fields.find((field) => field.name === name);
  if (name === undefined || !field) return "{ field: undefined }";
  const inner = spellValue(module, value, field.type, nodesOfFields(node).get(name));
  return objectLiteral([`field: ${quoted(name)}`, ["value:", assigned(inner)]]);
}
