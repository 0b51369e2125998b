import type { Definition, FunctionNode, Program, ProgramFile } from "@seapink/idl";
import type { Method } from "@seapink/schema";
import { nearHint } from "@seapink/schema/internal";
import { methodOf } from "../method-of.ts";
import { UsageError } from "../usage-error.ts";

/** What has methods. */
export type MethodOwner = Extract<Definition, { readonly kind: "service" | "interaction" }>;

/** A method, and who defines it. */
export interface DescribedMethod {
  readonly kind: "method";
  readonly owner: MethodOwner;
  /** What to call it by: `FileStore.open`, though another service defines `open`. */
  readonly name: string;
  readonly node: FunctionNode;
  readonly method: Method;
}

export type Found = Definition | DescribedMethod;

/**
 * Finds what a name means in the entry file: a definition, also `prefix.Name` of an included file; `Service.method` or
 * `Interaction.method`; or `method`, where one service has it, as for `call`.
 * @throws UsageError with names that look like it, or mean several
 */
export function findNamed(program: Program, name: string): Found {
  const entry = entryOf(program);
  const found = entry.find(name) ?? entry.findConstant(name) ?? memberOf(program, entry, name);
  if (found) return found;
  const names = allNames(program);
  const prefixed = names.filter((one) => one.endsWith(`.${name}`));
  const hint = prefixed.length > 0 ? `; did you mean ${prefixed.slice(0, 3).join(" or ")}?` : nearHint(name, names);
  throw new UsageError(`NAME: expected something that ${program.file} defines or includes, got ${name}${hint}`);
}

export function entryOf(program: Program): ProgramFile {
  return program.files.get(program.file) as ProgramFile;
}

/** By the rules of `call`, or a method of an interaction. */
function memberOf(program: Program, entry: ProgramFile, name: string): DescribedMethod | undefined {
  const dot = name.lastIndexOf(".");
  const owners = dot === -1 ? entry.definitions.filter(isService) : [entry.find(name.slice(0, dot))];
  const owner = owners.find((one) => one && hasMethods(one) && one.type.methods.has(name.slice(dot + 1)));
  if (owner?.kind === "interaction") return described(program, owner, name);
  if (owner?.kind !== "service") return undefined;
  const { service, method } = methodOf(program, name);
  const found = dot === -1 ? (owners.find((one) => one?.type === service) ?? owner) : owner;
  return described(program, found as MethodOwner, dot === -1 ? `${service.name}.${method.name}` : name);
}

/** A method of an owner that has it, with what defines it: the owner itself, or a service that it extends. */
function described(program: Program, owner: MethodOwner, name: string): DescribedMethod | undefined {
  const own = name.slice(name.lastIndexOf(".") + 1);
  const node = owner.node.functions.find((one) => one.name.text === own);
  const method = owner.type.methods.get(own);
  if (node && method) return { kind: "method", owner, name, node, method };
  const parent = owner.kind === "service" ? owner.node.extends : undefined;
  const above = parent && program.files.get(owner.file)?.find(parent.text);
  return above && hasMethods(above) ? described(program, above, name) : undefined;
}

function isService(definition: Definition): definition is Extract<Definition, { readonly kind: "service" }> {
  return definition.kind === "service";
}

function hasMethods(definition: Definition): definition is MethodOwner {
  return definition.kind === "service" || definition.kind === "interaction";
}

/** All names that there are to ask for, each service's before those of its methods; those of included files last. */
export function allNames(program: Program): readonly string[] {
  const entry = entryOf(program);
  const included = entry.includes.flatMap(({ prefix, file }) =>
    (program.files.get(file)?.definitions ?? []).flatMap(namesIn).map((name) => `${prefix}.${name}`),
  );
  return [...entry.definitions.flatMap(namesIn), ...included];
}

function namesIn(definition: Definition): readonly string[] {
  const { name } = definition;
  if (!hasMethods(definition)) return [name];
  return [name, ...Array.from(definition.type.methods.keys(), (method) => `${name}.${method}`)];
}
