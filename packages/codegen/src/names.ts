import type { Definition, ProgramFile } from "@seapink/idl";
import { identifier, isDeclarable, takeName } from "./identifiers.ts";

/** What is written for a definition besides the type and the value of its own name. */
export type Role = "" | "Type" | "Base" | "Methods" | "Client" | "Handler";

const roles: Readonly<Record<Definition["kind"], readonly Role[]>> = {
  const: [],
  typedef: [],
  struct: [],
  union: [],
  enum: ["Type"],
  exception: ["Type", "Base"],
  service: ["Methods", "Client", "Handler"],
  interaction: ["Methods", "Client", "Handler"],
};

/** A definition as far as names go. */
export type Named = Pick<Definition, "name" | "kind">;

/** The names of what is written for a file: those of the IDL first, as they are wherever they can be. */
export class FileNames {
  readonly taken: Set<string> = new Set();
  readonly #names: Map<string, string> = new Map();

  constructor({ definitions }: ProgramFile) {
    // Apache's compiler lets a constant have the name of a type, which then keeps it.
    const all = [...definitions.filter((one) => !isConst(one)), ...definitions.filter(isConst)];
    const waiting = all.filter((one) => !this.#keep(one));
    for (const one of waiting) this.#names.set(keyOf(one, ""), takeName(one.name, this.taken));
    for (const one of all) for (const role of roles[one.kind]) this.#derive(one, role);
  }

  of(definition: Named, role: Role): string {
    return this.#names.get(keyOf(definition, role)) as string;
  }

  #keep(definition: Named): boolean {
    const { name } = definition;
    if (!isDeclarable(name) || this.taken.has(name)) return false;
    this.taken.add(name);
    this.#names.set(keyOf(definition, ""), name);
    return true;
  }

  #derive(definition: Named, role: Role): void {
    this.#names.set(keyOf(definition, role), takeName(identifier(definition.name) + role, this.taken));
  }
}

function isConst({ kind }: Named): boolean {
  return kind === "const";
}

function keyOf({ name, kind }: Named, role: Role): string {
  return `${kind === "const" ? "const" : role} ${name}`;
}
