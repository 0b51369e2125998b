import type { Fieldset } from "./type.ts";

export interface EmitOptions {
  /** How the code spells the descriptor of another struct: an expression, without names that begin with a dollar. */
  readonly refer: (type: Fieldset) => string;
  /** How it spells what JavaScript has everywhere, in a file that has something else of that name. */
  readonly global?: (name: GlobalName) => string;
  /** How it spells a type of `gen1`, if it is to be TypeScript; without it is JavaScript. */
  readonly gen1?: ((name: Gen1Name) => string) | undefined;
}

export type GlobalName = "Array" | "Map" | "Set" | "Uint8Array";
export type Gen1Name = "FieldValues" | "ProtocolReader";

/**
 * What the functions of a codec refer to: constants that its factory takes from the tools `$` before it makes them.
 * Their names begin with a dollar, which none of the IDL does, so that none hides a descriptor.
 */
export class EmitScope {
  /** The lines that make the constants. */
  readonly constants: string[] = [];
  readonly #options: EmitOptions;
  readonly #named: Map<string, string> = new Map();
  readonly #codecs: Map<Fieldset, number> = new Map();
  #variables = 0;

  constructor(options: EmitOptions) {
    this.#options = options;
  }

  /** A number of its own for each set of variables: containers are in each other, and beside each other. */
  next(): number {
    return this.#variables++;
  }

  // A name of the IDL is no part of the constant's.
  property(name: string): string {
    return this.#constant("$property", `$.property(${JSON.stringify(name)})`);
  }

  makeDefault(index: number): string {
    return this.#constant("$makeDefault", `$.makeDefault(${index})`);
  }

  default(index: number): string {
    return this.#constant("$default", `$.default(${index})`);
  }

  i64Number(): string {
    return this.#constant("$i64Number", "$.i64Number");
  }

  writer(type: Fieldset): string {
    return `$write${this.#codec(type)}`;
  }

  reader(type: Fieldset): string {
    return `$read${this.#codec(type)}`;
  }

  global(name: GlobalName): string {
    return this.#options.global?.(name) ?? name;
  }

  gen1(name: Gen1Name): string {
    return this.#options.gen1?.(name) ?? name;
  }

  /** An expression with the type that only its user can know. */
  as(expression: string, type: string): string {
    return expression + this.typed(` as ${type}`);
  }

  /** What is there only for the compiler of types. */
  typed(text: string): string {
    return this.#options.gen1 === undefined ? "" : text;
  }

  #constant(prefix: string, expression: string): string {
    const known = this.#named.get(expression);
    if (known !== undefined) return known;
    const name = `${prefix}${this.#named.size}`;
    this.#named.set(expression, name);
    this.constants.push(`const ${name} = ${expression};`);
    return name;
  }

  #codec(type: Fieldset): number {
    const known = this.#codecs.get(type);
    if (known !== undefined) return known;
    const number = this.#codecs.size;
    this.#codecs.set(type, number);
    const codec = `$.codecOf(${this.#options.refer(type)})`;
    this.constants.push(`const { write: $write${number}, read: $read${number} } = ${codec};`);
    return number;
  }
}
