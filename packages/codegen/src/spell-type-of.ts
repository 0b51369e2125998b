import type { Field, Fieldset, Type } from "@seapink/schema";
import { alternatives, generic, type Layout, typeLiteral } from "./layout.ts";
import { mayBeAbsent } from "./may-be-absent.ts";
import type { Module } from "./module.ts";
import { inOneLine } from "./print.ts";
import { spellType, type WrittenType } from "./spell-type.ts";
import { propertyName, quoted } from "./text.ts";

/**
 * The type of values: that which they were given, if they have all that it says. A constant may leave out fields that
 * are typed as present; what is said then is what there is.
 */
export function spellTypeOf(module: Module, type: Type, values: readonly unknown[], written?: WrittenType): Layout {
  if (values.every((value) => hasAll(type, value))) return spellType(module, type, written);
  switch (type.kind) {
    case "list":
      return arrayOf(type.of, spellTypeOf(module, type.of, itemsOf(values)));
    case "set":
      return [`${module.global("Set")}<`, spellTypeOf(module, type.of, itemsOf(values)), ">"];
    case "map": {
      const maps = values as readonly ReadonlyMap<unknown, unknown>[];
      const key = spellTypeOf(module, type.key, itemsOf(maps.map((map) => map.keys())));
      const value = spellTypeOf(module, type.value, itemsOf(maps.map((map) => map.values())));
      return generic(module.global("Map"), [key, value]);
    }
    case "struct":
      return typeLiteral(type.fields.flatMap((field) => spellProperty(module, field, values as readonly object[])));
    case "union":
      return [...type.fields.map((arm) => spellArm(module, arm, values)), module.gen1("UnknownField")].join(" | ");
    case "exception": {
      const missing = type.fields.filter((field) => !values.every((value) => hasField(field, value as object)));
      const names = missing.map(({ name }) => quoted(name)).join(" | ");
      return `${module.global("Omit")}<${module.nameOfType(type, "", "type")}, ${names}>`;
    }
    default:
      return spellType(module, type);
  }
}

/** Whether a value has all that its type says is there. */
export function hasAll(type: Type, value: unknown): boolean {
  switch (type.kind) {
    case "list":
    case "set":
      return itemsOf([value]).every((item) => hasAll(type.of, item));
    case "map":
      return Array.from(value as ReadonlyMap<unknown, unknown>).every(
        ([key, item]) => hasAll(type.key, key) && hasAll(type.value, item),
      );
    case "struct":
    case "exception":
      return type.fields.every((field) => hasField(field, value as object));
    case "union": {
      const { field: name, value: inner } = value as Arm;
      return type.fields.every((field) => field.name !== name || hasAll(field.type, inner));
    }
    default:
      return true;
  }
}

interface Arm {
  readonly field?: string;
  readonly value?: unknown;
}

// An absent field called `toString` is to the compiler the method that all objects have, and of another type.
function hasField(field: Field, value: object): boolean {
  if (isGiven(value, field.name)) return hasAll(field.type, fieldOf(value, field));
  return mayBeAbsent(field) && !Object.hasOwn(Object.prototype, field.name);
}

/** Whether a value has the field. Unlike one, the stack that every error has is not enumerable. */
export function isGiven(value: object, name: string): boolean {
  return Object.prototype.propertyIsEnumerable.call(value, name);
}

function fieldOf(value: object, { name }: Field): unknown {
  return (value as Readonly<Record<string, unknown>>)[name];
}

function itemsOf(containers: readonly unknown[]): readonly unknown[] {
  return (containers as readonly Iterable<unknown>[]).flatMap((container) => [...container]);
}

function arrayOf({ kind }: Type, item: Layout): Layout {
  return kind === "union" ? ["(", item, ")[]"] : [item, "[]"];
}

// A field that may be absent may be so here, too, so that whatever is of the type is of this one as well.
function spellProperty(module: Module, field: Field, values: readonly object[]): readonly Layout[] {
  const given = values.filter((value) => isGiven(value, field.name));
  if (given.length === 0) return [];
  const type = spellTypeOf(
    module,
    field.type,
    given.map((value) => fieldOf(value, field)),
  );
  const isThere = given.length === values.length && !mayBeAbsent(field);
  const name = propertyName(field.name);
  return [isThere ? [`${name}: `, type] : [`${name}?:`, alternatives([type, "undefined"])]];
}

function spellArm(module: Module, { name, type }: Fieldset["fields"][number], values: readonly unknown[]): string {
  const given = (values as readonly Arm[]).filter(({ field }) => field === name).map(({ value }) => value);
  return `{ field: ${quoted(name)}; value: ${inOneLine(spellTypeOf(module, type, given))} }`;
}
