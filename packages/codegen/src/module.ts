import type { Definition, ProgramFile } from "@seapink/idl";
import { Codecs } from "./aot/codecs.ts";
import type { Global } from "./globals.ts";
import { Imports, type Meaning } from "./imports.ts";
import type { FileNames, Role } from "./names.ts";
import type { Defined, ProgramIndex } from "./program-index.ts";

export interface ModuleOptions {
  /** Where this file finds what is written for another file of the IDL. */
  readonly specifierOf: (file: string) => string;
  /** Whether codecs are compiled ahead of time. */
  readonly aot: boolean;
}

/** One generated file while it is written: what it calls what it needs. */
export class Module {
  readonly file: ProgramFile;
  readonly index: ProgramIndex;
  readonly imports: Imports;
  readonly codecs: Codecs;
  readonly #names: FileNames;

  constructor(index: ProgramIndex, file: ProgramFile, { specifierOf, aot }: ModuleOptions) {
    this.index = index;
    this.file = file;
    this.#names = index.names(file.file);
    this.imports = new Imports(file, this.#names, specifierOf);
    this.codecs = new Codecs(this, aot);
  }

  /** What a definition, or something that is written for it, is called here. */
  nameOf(definition: Definition, role: Role, meaning: Meaning): string {
    const name = this.index.names(definition.file).of(definition, role);
    return definition.file === this.file.file ? name : `${this.imports.file(definition.file, meaning)}.${name}`;
  }

  /** The same for the definition that a descriptor was made of. */
  nameOfType(type: Defined, role: Role, meaning: Meaning): string {
    return this.nameOf(this.index.definitionOf(type), role, meaning);
  }

  /** A function or type of gen1. */
  gen1(name: string): string {
    return `${this.imports.gen1()}.${name}`;
  }

  /** A call of a function of gen1 that bundlers leave out, where nothing uses what comes of it. */
  pure(name: string): string {
    return `/* @__PURE__ */ ${this.gen1(name)}`;
  }

  /** What JavaScript has everywhere, where the IDL has something else of that name, too. */
  global(name: Global): string {
    return this.#names.taken.has(name) ? `globalThis.${name}` : name;
  }
}
