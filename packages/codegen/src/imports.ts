import type { ProgramFile } from "@seapink/idl";
import { globalNames } from "./globals.ts";
import { takeName } from "./identifiers.ts";
import { type Layout, objectLiteral } from "./layout.ts";
import type { FileNames } from "./names.ts";
import { quoted } from "./text.ts";

/** Whether the name of something stands for a type or for a value. */
export type Meaning = "type" | "value";

/** What clients and handlers are made of. */
export type RpcType = "Client" | "Implementation" | "InteractionClient" | "InteractionHandler";

/** What a generated file imports: only what has been asked for. */
export class Imports {
  readonly #taken: Set<string>;
  readonly #gen1: string;
  readonly #specifierOf: (file: string) => string;
  readonly #aliases: Map<string, string> = new Map();
  readonly #files: Map<string, Meaning> = new Map();
  readonly #rpc: Map<RpcType, string> = new Map();
  #isGen1Used = false;

  /** @param specifierOf where this file finds what is written for another file of the IDL */
  constructor({ includes }: ProgramFile, names: FileNames, specifierOf: (file: string) => string) {
    this.#taken = new Set([...names.taken, ...globalNames]);
    this.#gen1 = takeName("t", this.#taken);
    this.#specifierOf = specifierOf;
    for (const { file, prefix } of includes) {
      if (!this.#aliases.has(file)) this.#aliases.set(file, takeName(prefix, this.#taken));
    }
  }

  /** By what name there is what is written for another file of the IDL. */
  file(file: string, meaning: Meaning): string {
    if (this.#files.get(file) !== "value") this.#files.set(file, meaning);
    const alias = this.#aliases.get(file) ?? takeName(stemOf(this.#specifierOf(file)), this.#taken);
    this.#aliases.set(file, alias);
    return alias;
  }

  gen1(): string {
    this.#isGen1Used = true;
    return this.#gen1;
  }

  /** A name for what the file has for itself. */
  take(wanted: string): string {
    return takeName(wanted, this.#taken);
  }

  rpc(type: RpcType): string {
    const name = this.#rpc.get(type) ?? takeName(type, this.#taken);
    this.#rpc.set(type, name);
    return name;
  }

  layout(): readonly Layout[] {
    const files = Array.from(this.#files, ([file, meaning]): readonly [string, Meaning, string] => [
      this.#specifierOf(file),
      meaning,
      this.#aliases.get(file) as string,
    ]);
    const sorted = files.sort(([a], [b]) => (a < b ? -1 : 1));
    return [
      ...this.#rpcImport(),
      ...(this.#isGen1Used ? [`import * as ${this.#gen1} from "@seapink/schema/gen1";`] : []),
      ...sorted.map(
        ([specifier, meaning, alias]) =>
          `import ${meaning === "type" ? "type " : ""}* as ${alias} from ${quoted(specifier)};`,
      ),
    ];
  }

  #rpcImport(): readonly Layout[] {
    const names = Array.from(this.#rpc, ([type, name]) => (type === name ? name : `${type} as ${name}`));
    return names.length === 0 ? [] : [["import type ", objectLiteral(names.sort()), ' from "@seapink/rpc/gen1";']];
  }
}

function stemOf(specifier: string): string {
  return specifier.replace(/^.*\//, "").replace(/\.[^.]*$/, "");
}
