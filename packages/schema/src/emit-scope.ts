import { defaultFactory } from "./default-value.ts";
import type { CodecOf } from "./fieldset-codec.ts";
import type { Field, Fieldset } from "./type.ts";

/** The values that emitted code refers to. They are passed to it as parameters, so that none becomes source text. */
export class EmitScope {
  readonly names: string[] = [];
  readonly values: unknown[] = [];
  readonly #codecOf: CodecOf;
  readonly #codecs: Map<Fieldset, number> = new Map();

  constructor(codecOf: CodecOf) {
    this.#codecOf = codecOf;
  }

  define(name: string, value: unknown): string {
    this.names.push(name);
    this.values.push(value);
    return name;
  }

  // The names that emitted code declares itself have no dollar.
  constant(value: unknown): string {
    return this.define(`$${this.names.length}`, value);
  }

  default(field: Field): string {
    return this.constant(defaultFactory(field));
  }

  writer(type: Fieldset): string {
    return `w${this.#codec(type)}`;
  }

  reader(type: Fieldset): string {
    return `r${this.#codec(type)}`;
  }

  #codec(type: Fieldset): number {
    const known = this.#codecs.get(type);
    if (known !== undefined) return known;
    const number = this.#codecs.size;
    this.#codecs.set(type, number);
    const codec = this.#codecOf(type);
    this.define(`w${number}`, codec.write);
    this.define(`r${number}`, codec.read);
    return number;
  }
}
