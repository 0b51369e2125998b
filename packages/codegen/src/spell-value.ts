import type { ValueNode } from "@seapink/idl";
import type { EnumType, Fieldset, Type } from "@seapink/schema";
import { constantOf } from "./constant-of.ts";
import { arrayLiteral, assigned, call, generic, type Layout, objectLiteral } from "./layout.ts";
import type { Module } from "./module.ts";
import { isSameType } from "./same-type.ts";
import { spellNumber } from "./spell-number.ts";
import { hasAll, isGiven, spellTypeOf } from "./spell-type-of.ts";
import { propertyKey, propertyOf, quoted } from "./text.ts";
import { nodesOfFields, nodesOfItems, nodesOfKeys } from "./value-nodes.ts";

/**
 * The code of a value.
 * @param node how it was written in this file, if it was: constants are then named, where they are of the same type
 */
export function spellValue(module: Module, value: unknown, type: Type, node?: ValueNode): Layout {
  return new Speller(module, true).value(value, type, node);
}

/** The same for a value that nobody else has: of constants only those are named that cannot be changed. */
export function spellOwnValue(module: Module, value: unknown, type: Type, node?: ValueNode): Layout {
  return new Speller(module, false).value(value, type, node);
}

/** So many bytes fit in one line. */
const few = 20;

class Speller {
  readonly #module: Module;
  readonly #isShared: boolean;

  constructor(module: Module, isShared: boolean) {
    this.#module = module;
    this.#isShared = isShared;
  }

  value(value: unknown, type: Type, node: ValueNode | undefined): Layout {
    const constant = node && constantOf(this.#module, node);
    if (!constant || !isSameType(constant.type, type)) return this.#literal(value, type, node);
    if (this.#isShared || isUnchanging(type)) return this.#module.nameOf(constant, "", "value");
    // What another file calls things means nothing here.
    return this.value(value, type, constant.file === this.#module.file.file ? constant.node.value : undefined);
  }

  #literal(value: unknown, type: Type, node: ValueNode | undefined): Layout {
    switch (type.kind) {
      case "list":
        return this.#items(value as readonly unknown[], type.of, node);
      case "set":
        return this.#set(value as ReadonlySet<unknown>, type, node);
      case "map":
        return this.#map(value as ReadonlyMap<unknown, unknown>, type, node);
      case "enum":
        return this.#enum(value as number, type, node);
      case "struct":
        return this.#fields(value as object, type, node);
      case "exception":
        return this.#exception(value as object, type, node);
      case "union":
        return this.#arm(value as { readonly field?: string; readonly value?: unknown }, type, node);
      default:
        return this.#scalar(value);
    }
  }

  #scalar(value: unknown): Layout {
    if (value instanceof Uint8Array) return this.#bytes(Array.from(value, String));
    return typeof value === "string" ? quoted(value) : spellNumber(value as boolean | number | bigint);
  }

  #bytes(bytes: readonly string[]): Layout {
    const type = this.#module.global("Uint8Array");
    return bytes.length <= few ? call(`${type}.of`, bytes) : call(`${type}.from`, [arrayLiteral(bytes, "filled")]);
  }

  #items(items: readonly unknown[], of: Type, node: ValueNode | undefined): Layout {
    const nodes = nodesOfItems(node, items.length);
    const layouts = items.map((item, i) => this.value(item, of, nodes[i]));
    return isFilled(of, layouts) ? arrayLiteral(layouts, "filled") : arrayLiteral(layouts);
  }

  #set(set: ReadonlySet<unknown>, { of }: Extract<Type, { kind: "set" }>, node: ValueNode | undefined): Layout {
    const items = [...set];
    const type = [`${this.#module.global("Set")}<`, spellTypeOf(this.#module, of, items), ">"];
    return ["new ", ...type, call("", items.length === 0 ? [] : [this.#items(items, of, node)])];
  }

  #map(
    map: ReadonlyMap<unknown, unknown>,
    { key: keyType, value: valueType }: Extract<Type, { kind: "map" }>,
    node: ValueNode | undefined,
  ): Layout {
    const nodes = nodesOfKeys(node, map.size);
    const entries = Array.from(map).map(([key, value], i) =>
      arrayLiteral([this.value(key, keyType, nodes[i]?.key), this.value(value, valueType, nodes[i]?.value)]),
    );
    const key = spellTypeOf(this.#module, keyType, [...map.keys()]);
    const value = spellTypeOf(this.#module, valueType, [...map.values()]);
    const type = generic(this.#module.global("Map"), [key, value]);
    return ["new ", type, call("", entries.length === 0 ? [] : [arrayLiteral(entries)])];
  }

  // Of two names for a number that which was written.
  #enum(value: number, type: EnumType, node: ValueNode | undefined): Layout {
    const written = node?.kind === "reference" ? node.name.slice(node.name.lastIndexOf(".") + 1) : undefined;
    const names = [...(written === undefined ? [] : [written]), ...type.values.keys()];
    const name = names.find((name) => type.values.get(name) === value);
    if (name !== undefined) return propertyOf(this.#module.nameOfType(type, "", "value"), name);
    return `${spellNumber(value)} as number as ${this.#module.nameOfType(type, "", "type")}`;
  }

  #fields(value: object, { fields }: Fieldset, node: ValueNode | undefined): Layout {
    const nodes = nodesOfFields(node);
    const given = fields.filter(({ name }) => isGiven(value, name));
    const properties = given.map(({ name, type }): Layout => {
      const field = (value as Readonly<Record<string, unknown>>)[name];
      return [`${propertyKey(name)}:`, assigned(this.value(field, type, nodes.get(name)))];
    });
    return objectLiteral(properties);
  }

  // The class asks for fields that a constant may leave out, as its type then says.
  #exception(value: object, type: Fieldset, node: ValueNode | undefined): Layout {
    const fields = this.#fields(value, type, node);
    const isWhole = hasAll(type, value);
    const cast = isWhole ? [] : [` as ${this.#module.nameOfType(type, "", "type")}`];
    const isNothing = isWhole && !type.fields.some(({ name }) => isGiven(value, name));
    return call(`new ${this.#module.nameOfType(type, "", "value")}`, isNothing ? [] : [[fields, ...cast]]);
  }

  #arm(
    { field: name, value }: { readonly field?: string; readonly value?: unknown },
    { fields }: Fieldset,
    node: ValueNode | undefined,
  ): Layout {
    const field = fields.find((field) => field.name === name);
    if (name === undefined || !field) return "{ field: undefined }";
    const inner = this.value(value, field.type, nodesOfFields(node).get(name));
    return objectLiteral([`field: ${quoted(name)}`, ["value:", assigned(inner)]]);
  }
}

function isUnchanging({ kind }: Type): boolean {
  return /^(bool|i8|i16|i32|i64|double|float|string|uuid|enum)$/.test(kind);
}

// As formatters have it: many numbers to a line.
function isFilled({ kind }: Type, items: readonly Layout[]): boolean {
  const isNumber = /^(i8|i16|i32|float|double)$/.test(kind);
  return isNumber && items.every((item) => typeof item === "string" && /^[-\d]/.test(item));
}
