import { join } from "node:path";
import type { Description, NamedType, TypeText } from "../../describe.ts";
import type { Plain, PlainStruct } from "../../plain.ts";
import { doubleToPlain } from "../../to-plain.ts";
import { generated, type Int64, library } from "./library.ts";

type Class = new (fields: object) => object;

/** Values of the library from plain ones, and back: sets are arrays, maps objects whose keys are text, i64 an `Int64`. */
export class Values {
  readonly #classes: Map<string, Class> = new Map();
  readonly #fields: Map<string, readonly NamedType[]> = new Map();

  constructor({ structs }: Description, folder: string) {
    for (const [name, { module, fields }] of Object.entries(structs)) {
      const found = generated(join(folder, `${module}_types.js`))[name];
      if (found !== undefined) this.#classes.set(name, found);
      this.#fields.set(name, fields);
    }
  }

  classOf(name: string): Class {
    const found = this.#classes.get(name);
    if (found === undefined) throw new RangeError(`expected a struct of the description, got ${name}`);
    return found;
  }

  struct(name: string, plain: PlainStruct): object {
    const types = new Map(this.#fields.get(name)?.map((field) => [field.name, field.type]));
    const fields = Object.entries(plain).map(([key, value]) => [key, this.native(types.get(key) as TypeText, value)]);
    return new (this.classOf(name))(Object.fromEntries(fields));
  }

  native(type: TypeText, plain: Plain): unknown {
    if (typeof type === "string") return nativeScalar(type, plain);
    switch (type[0]) {
      case "struct":
        return this.struct(type[1], plain as PlainStruct);
      case "map":
        return Object.fromEntries(
          (plain as readonly (readonly [Plain, Plain])[]).map(([key, value]) => [
            String(this.native(type[1], key)),
            this.native(type[2], value),
          ]),
        );
      default:
        return (plain as readonly Plain[]).map((item) => this.native(type[1], item));
    }
  }

  plain(type: TypeText, value: unknown): Plain {
    if (typeof type === "string") return plainScalar(type, value);
    switch (type[0]) {
      case "struct":
        return this.#plainFields(this.#fields.get(type[1]) ?? [], value as object);
      case "map":
        return Object.entries(value as object).map(([key, item]) => [keyOf(type[1], key), this.plain(type[2], item)]);
      default:
        return (value as readonly unknown[]).map((item) => this.plain(type[1], item));
    }
  }

  #plainFields(fields: readonly NamedType[], value: object): PlainStruct {
    const given = new Map<string, unknown>(Object.entries(value));
    const present = fields.filter(({ name }) => (given.get(name) ?? undefined) !== undefined);
    return Object.fromEntries(present.map(({ name, type }) => [name, this.plain(type, given.get(name))]));
  }
}

function nativeScalar(type: string, plain: Plain): unknown {
  if (type === "i64") return library.fromBigInt(BigInt(plain as string));
  if (type === "double") return Number(plain);
  return type === "binary" ? fromBase64(plain as string) : plain;
}

function fromBase64(text: string): Buffer {
  return Buffer.from(text, "base64");
}

function plainScalar(type: string, value: unknown): Plain {
  if (type === "i64") return String(library.toBigInt(value as Int64));
  if (type === "double") return doubleToPlain(value as number);
  return type === "binary" ? (value as Buffer).toString("base64") : (value as Plain);
}

/** The key that a property's name stands for. */
function keyOf(type: TypeText, name: string): Plain {
  if (type === "bool") return name === "true";
  if (type === "i8" || type === "i16" || type === "i32") return Number(name);
  if (type === "double") return doubleToPlain(Number(name));
  return type === "binary" ? Buffer.from(name).toString("base64") : name;
}
