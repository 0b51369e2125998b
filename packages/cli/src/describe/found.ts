import type { Definition, FunctionNode, Program, ProgramFile } from "@seapink/idl";
import type { Method } from "@seapink/schema";
import { nearHint } from "@seapink/schema/internal";
import { UsageError } from "../usage-error.ts";

/** What has methods. */
export type Owner = Extract<Definition, { readonly kind: "service" | "interaction" }>;

/** A method, and who defines it. */
export interface FoundMethod {
  readonly kind: "method";
  readonly owner: Owner;
  /** What to call it by: `FileStore.open`, though another service defines `open`. */
  readonly name: string;
  readonly node: FunctionNode;
  readonly method: Method;
}

export type Found = Definition | FoundMethod;

/**
 * Finds what a name means in the entry file: a definition, also `prefix.Name` of an included file; `Service.method` or
 * `Interaction.method`; or `method`, where one service has it.
 * @throws UsageError with names that look like it
 */
export function findNamed(program: Program, name: string): Found {
  const entry = entryOf(program);
  const found = entry.find(name) ?? entry.findConstant(name) ?? memberOf(program, entry, name);
  if (found) return found;
  const names = namesOf(program);
  const prefixed = names.filter((one) => one.endsWith(`.${name}`));
  const hint = prefixed.length > 0 ? `; did you mean ${prefixed.slice(0, 3).join(" or ")}?` : nearHint(name, names);
  throw new UsageError(`NAME: expected something that ${program.file} defines or includes, got ${name}${hint}`);
}

export function entryOf(program: Program): ProgramFile {
  return program.files.get(program.file) as ProgramFile;
}

function memberOf(program: Program, entry: ProgramFile, name: string): FoundMethod | undefined {
  const dot = name.lastIndexOf(".");
  if (dot !== -1)
    return methodOf(program, entry.find(name.slice(0, dot)), {
      ownerName: name.slice(0, dot),
      name: name.slice(dot + 1),
    });
  const having = entry.definitions.flatMap((definition) =>
    definition.kind === "service" ? (methodOf(program, definition, { ownerName: definition.name, name }) ?? []) : [],
  );
  const nodes = new Set(having.map(({ node }) => node));
  return nodes.size === 1 ? having[0] : undefined;
}

/** A method of a service, of one that it extends, or of an interaction. */
function methodOf(
  program: Program,
  owner: Definition | undefined,
  wanted: { readonly ownerName: string; readonly name: string },
): FoundMethod | undefined {
  if (owner?.kind !== "service" && owner?.kind !== "interaction") return undefined;
  const node = owner.node.functions.find((one) => one.name.text === wanted.name);
  const method = owner.type.methods.get(wanted.name);
  if (node && method) return { kind: "method", owner, name: `${wanted.ownerName}.${wanted.name}`, node, method };
  const parent = owner.kind === "service" ? owner.node.extends : undefined;
  return parent && methodOf(program, program.files.get(owner.file)?.find(parent.text), wanted);
}

/** All names that there are to ask for, each service's before those of its methods; those of included files last. */
export function namesOf(program: Program): readonly string[] {
  const entry = entryOf(program);
  const included = entry.includes.flatMap(({ prefix, file }) =>
    (program.files.get(file)?.definitions ?? []).flatMap(namesIn).map((name) => `${prefix}.${name}`),
  );
  return [...entry.definitions.flatMap(namesIn), ...included];
}

function namesIn(definition: Definition): readonly string[] {
  const { kind, name } = definition;
  if (kind !== "service" && kind !== "interaction") return [name];
  return [name, ...Array.from(definition.type.methods.keys(), (method) => `${name}.${method}`)];
}
