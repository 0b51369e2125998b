import type { Fieldset, Method, MethodCodecs } from "@seapink/schema";
import { identifier } from "../identifiers.ts";
import { type Layout, objectLiteral } from "../layout.ts";
import type { Module } from "../module.ts";
import { codecText } from "./codec-text.ts";

/** The structs of a method that may have a codec each, by the names that descriptors have for them. */
const parts = Object.keys({
  args: true,
  result: true,
  streamItem: true,
  sinkItem: true,
  finalResponse: true,
} satisfies Record<keyof MethodCodecs, true>) as (keyof MethodCodecs)[];

/** The codecs of a generated file that are compiled ahead of time, if they are. */
export class Codecs {
  readonly #module: Module;
  readonly #isWanted: boolean;
  readonly #texts: string[] = [];
  #ofNothing: string | undefined;

  constructor(module: Module, isWanted: boolean) {
    this.#module = module;
    this.#isWanted = isWanted;
  }

  /** The functions that make them, for the end of the file. */
  layout(): readonly Layout[] {
    return this.#texts;
  }

  /** The property of the options of a struct, union or exception. */
  option(type: Fieldset): readonly Layout[] {
    return this.#isWanted ? [`codec: ${this.#add(type, type.name)}`] : [];
  }

  /** The property of the options of a method. */
  methodOption(method: Method, owner: string): readonly Layout[] {
    if (!this.#isWanted) return [];
    const codecs = parts.flatMap((part) => {
      const type = method[part];
      return type ? [`${part}: ${this.#add(type, owner + capitalized(method.name) + capitalized(part))}`] : [];
    });
    return [["codecs: ", objectLiteral(codecs)]];
  }

  // Most methods have a struct without fields.
  #add(type: Fieldset, name: string): string {
    if (type.kind !== "struct" || type.fields.length > 0) return this.#write(type, name);
    return (this.#ofNothing ??= this.#write(type, "empty"));
  }

  #write(type: Fieldset, wanted: string): string {
    const module = this.#module;
    const name = module.imports.take(`${uncapitalized(identifier(wanted))}Codec`);
    const refer = (inner: Fieldset): string =>
      module.nameOfType(inner, inner.kind === "exception" ? "Type" : "", "value");
    const gen1 = (type: string): string => module.gen1(type);
    this.#texts.push(codecText(type, { name, refer, gen1, global: (of) => module.global(of) }));
    return name;
  }
}

function capitalized(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

function uncapitalized(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}
