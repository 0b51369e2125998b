import type { Definition, Program, ProgramFile } from "@seapink/idl";
import type { EnumType, Fieldset, InteractionType, ServiceType } from "@seapink/schema";
import { FileNames } from "./names.ts";

/** What has a definition of its own. */
export type Defined = EnumType | Fieldset | InteractionType | ServiceType;

/** A program, to be looked up by its descriptors. */
export class ProgramIndex {
  readonly #program: Program;
  readonly #definitions: Map<unknown, Definition> = new Map();
  readonly #names: Map<string, FileNames> = new Map();

  constructor(program: Program) {
    this.#program = program;
    for (const { definitions } of program.files.values()) {
      for (const definition of definitions) {
        if (definition.kind !== "const" && definition.kind !== "typedef")
          this.#definitions.set(definition.type, definition);
      }
    }
  }

  file(path: string): ProgramFile {
    return this.#program.files.get(path) as ProgramFile;
  }

  names(path: string): FileNames {
    const known = this.#names.get(path) ?? new FileNames(this.file(path));
    this.#names.set(path, known);
    return known;
  }

  /** Every descriptor of a program has been made of a definition of it. */
  definitionOf(type: Defined): Definition {
    return this.#definitions.get(type) as Definition;
  }
}
