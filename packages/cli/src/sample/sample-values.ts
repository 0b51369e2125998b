import type { Field, Fieldset, Type } from "@seapink/schema";
import { countValues } from "./count-values.ts";
import { isFieldset } from "./least-sizes.ts";
import { scalarSample } from "./scalar-sample.ts";

/** How deep structs nest that may be left out, and containers that may be empty. */
const maxDepth = 6;

/**
 * Makes one sample. What must be there was paid for by whoever asks; what may be left out is made while there is
 * something to spare, so that the text of the IDL, which may be hostile, does not decide how much that is.
 */
export class SampleValues {
  readonly #leastSize: (type: Type) => number;
  #spare: number;
  /** The structs that we are inside of. */
  readonly #open: Set<Fieldset> = new Set();

  constructor(leastSize: (type: Type) => number, spare: number) {
    this.#leastSize = leastSize;
    this.#spare = spare;
  }

  valueOf(type: Type, name: string): unknown {
    switch (type.kind) {
      case "list":
        return this.#affords(type.of) ? [this.valueOf(type.of, name)] : [];
      case "set":
        return new Set(this.#affords(type.of) ? [this.valueOf(type.of, name)] : []);
      case "map":
        return new Map(this.#entries(type, name));
      case "enum":
        return type.values.values().next().value ?? 0;
      case "struct":
      case "union":
      case "exception":
        return this.#fieldset(type);
      default:
        return scalarSample(type, name);
    }
  }

  #entries({ key, value }: Type & { kind: "map" }, name: string): readonly (readonly [unknown, unknown])[] {
    return this.#affords(key, value) ? [[this.valueOf(key, name), this.valueOf(value, name)]] : [];
  }

  #fieldset(type: Fieldset): unknown {
    const isInItself = this.#open.has(type);
    this.#open.add(type);
    const value = type.kind === "union" ? this.#union(type.fields, isInItself) : this.#struct(type.fields);
    if (!isInItself) this.#open.delete(type);
    return type.kind === "exception" ? new type.construct(value) : value;
  }

  /** All of its fields are paid for before the first is made, or that one might take what the others need. */
  #struct(fields: readonly Field[]): Readonly<Record<string, unknown>> {
    const present = fields.filter(({ requiredness, type }) => requiredness === "required" || this.#affords(type));
    // Not by assignment: a field may be named `__proto__`.
    return Object.fromEntries(present.map((field) => [field.name, this.#fieldValue(field)]));
  }

  #fieldValue(field: Field): unknown {
    const { type, name } = field;
    const size = countValues(field.default, this.#spare);
    if (field.default === undefined || size > this.#spare) return this.valueOf(type, name);
    this.#spare -= size;
    return field.default;
  }

  /** The first field, or the smallest one where a union is inside of itself. */
  #union(fields: readonly Field[], isInItself: boolean): Readonly<Record<string, unknown>> {
    const smallest = fields.reduce((a, b) => (this.#leastSize(b.type) < this.#leastSize(a.type) ? b : a));
    const paid = this.#leastSize(smallest.type);
    const first = isInItself ? undefined : fields.find(({ type }) => this.#affords(type, undefined, paid));
    const { name, type } = first ?? smallest;
    return { field: name, value: this.valueOf(type, name) };
  }

  /** Whether there is enough left for what may be left out; then it is taken. */
  #affords(type: Type, other?: Type, paid = 0): boolean {
    const isTooMuch = [type, other].some((one) => one !== undefined && isFieldset(one) && this.#isDeep(one));
    const size = this.#leastSize(type) + (other === undefined ? 0 : this.#leastSize(other)) - paid;
    if (isTooMuch || size > this.#spare) return false;
    this.#spare -= size;
    return true;
  }

  #isDeep(type: Fieldset): boolean {
    return this.#open.has(type) || this.#open.size >= maxDepth;
  }
}
