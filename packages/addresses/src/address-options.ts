import { wrongAddress } from "./address-error.ts";

/** What stands behind the `?` of an address. */
export class AddressOptions {
  readonly #text: string;
  readonly #values: ReadonlyMap<string, string>;

  /** @throws AddressError for an option that is not known, or given twice */
  constructor(text: string, url: URL, known: readonly string[]) {
    this.#text = text;
    if (known.length === 0 && url.search !== "")
      throw wrongAddress(text, `no options of ${url.protocol}//`, url.search);
    const values = new Map<string, string>();
    for (const [name, value] of url.searchParams) {
      if (!known.includes(name)) throw wrongAddress(text, known.map((option) => `${option}=`).join(" or "), name);
      if (values.has(name)) throw wrongAddress(text, `${name}= once`, "another");
      values.set(name, value);
    }
    this.#values = values;
  }

  get(name: string): string | undefined {
    return this.#values.get(name);
  }

  /**
   * The value of an option, by default the first of those that there are.
   * @throws AddressError
   */
  oneOf<T extends string>(name: string, values: readonly [T, ...T[]]): T {
    const value = this.#values.get(name) ?? values[0];
    const known = values.find((one) => one === value);
    if (known !== undefined) return known;
    throw wrongAddress(this.#text, values.map((one) => `${name}=${one}`).join(" or "), value);
  }

  /** Those of a list that were given. */
  pick<Name extends string>(names: readonly Name[]): Partial<Record<Name, string>> {
    const given: Partial<Record<Name, string>> = {};
    for (const name of names) {
      const value = this.#values.get(name);
      if (value !== undefined) given[name] = value;
    }
    return given;
  }
}
