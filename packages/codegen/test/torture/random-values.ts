import type { Field, ScalarKind, Type } from "@seapink/schema";
import * as fc from "fast-check";

const maxDepth = 3;

/**
 * Values of a type, in which structs and containers are no deeper in each other than they need be. What is read of one
 * is equal to it: a field with a default is therefore never absent. Enums have numbers without a name, too.
 */
export function randomValues(type: Type): fc.Arbitrary<unknown> {
  return fc.gen().map((draw) => new Drawing(draw, false).value(type, maxDepth));
}

/** The same without some of the fields that have a default. */
export function sparseValues(type: Type): fc.Arbitrary<unknown> {
  return fc.gen().map((draw) => new Drawing(draw, true).value(type, maxDepth));
}

/** Made as it goes, since types may contain themselves, and all that is possible is far more than what is drawn. */
class Drawing {
  readonly #draw: fc.GeneratorValue;
  readonly #isSparse: boolean;

  constructor(draw: fc.GeneratorValue, isSparse: boolean) {
    this.#draw = draw;
    this.#isSparse = isSparse;
  }

  value(type: Type, depth: number): unknown {
    switch (type.kind) {
      case "list":
        return this.#items(type.of, depth);
      case "set":
        return new Set(this.#items(type.of, depth));
      case "map":
        return this.#map(type, depth);
      case "struct":
        return this.#fields(type.fields, depth);
      case "exception":
        return new type.construct(this.#fields(type.fields, depth));
      case "union":
        return this.#arm(type.fields, depth);
      case "enum":
        return this.#draw(() => enumValue(type.values));
      case "i64":
        return type.as === "number" ? this.#draw(fc.maxSafeInteger) : this.#draw(i64);
      default:
        return this.#draw(scalarValues[type.kind]);
    }
  }

  #items(of: Type, depth: number): unknown[] {
    return Array.from({ length: this.#size(depth) }, () => this.value(of, depth - 1));
  }

  #map({ key, value }: Extract<Type, { kind: "map" }>, depth: number): Map<unknown, unknown> {
    return new Map(
      Array.from({ length: this.#size(depth) }, () => [this.value(key, depth - 1), this.value(value, depth - 1)]),
    );
  }

  #size(depth: number): number {
    return depth > 0 ? this.#draw(size) : 0;
  }

  // `Object.fromEntries` makes `__proto__` a property like any other.
  #fields(fields: readonly Field[], depth: number): Record<string, unknown> {
    const present = fields.filter((field) => this.#isPresent(field, depth));
    return Object.fromEntries(present.map((field) => [field.name, this.value(field.type, depth - 1)]));
  }

  #isPresent({ requiredness, default: fallback, type }: Field, depth: number): boolean {
    if (fallback !== undefined) return !this.#isSparse || this.#draw(fc.boolean);
    if (requiredness === "required") return true;
    return (depth > 0 || isScalar(type)) && this.#draw(fc.boolean);
  }

  #arm(fields: readonly Field[], depth: number): unknown {
    const ending = depth > 0 ? [] : fields.filter(({ type }) => !("fields" in type));
    const { name, type } = this.#draw(() => fc.constantFrom(...(ending.length > 0 ? ending : fields)));
    return { field: name, value: this.value(type, depth - 1) };
  }
}

function isScalar({ kind }: Type): boolean {
  return kind === "enum" || Object.hasOwn(scalarValues, kind);
}

const size = (): fc.Arbitrary<number> => fc.nat({ max: 3 });
const signed = (bits: number) => (): fc.Arbitrary<number> =>
  fc.integer({ min: -(2 ** (bits - 1)), max: 2 ** (bits - 1) - 1 });
const i32 = signed(32);
const i64 = (): fc.Arbitrary<bigint> => fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n });

function enumValue(values: ReadonlyMap<string, number>): fc.Arbitrary<number> {
  return values.size === 0 ? i32() : fc.oneof({ arbitrary: fc.constantFrom(...values.values()), weight: 4 }, i32());
}

const scalarValues: Readonly<Record<ScalarKind, () => fc.Arbitrary<unknown>>> = {
  bool: fc.boolean,
  i8: signed(8),
  i16: signed(16),
  i32,
  i64,
  double: () => fc.double(),
  float: () => fc.float(),
  string: () =>
    fc.oneof(
      fc.string({ unit: "binary" }),
      fc.integer({ min: 0, max: 400 }).map((size) => "a".repeat(size)),
    ),
  binary: () => fc.uint8Array({ maxLength: 20 }),
  uuid: () => fc.uuid(),
};
