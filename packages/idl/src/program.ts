import type { ExceptionClass, InteractionType, ServiceType, StructType, Type } from "@seapink/schema";
import type { Diagnostic } from "./diagnostic.ts";
import { isOfKind } from "./find-of-kind.ts";
import { IdlError } from "./idl-error.ts";
import type { Linker } from "./linker.ts";
import { type ProgramFile, programFiles } from "./program-file.ts";
import { quote } from "./quote.ts";
import type { Declaration, Scope } from "./scope.ts";
import type { Services } from "./services.ts";
import type { DefinitionNode } from "./tree.ts";
import { nearVisible, visibleNames } from "./unresolved.ts";

/**
 * Linked and checked text. Names are those of the entry file, or with the prefix of a file that it includes:
 * `base.Base`. Asked twice for the same, it gives the same descriptor.
 * @throws IdlError (`unresolved`, `wrong_kind`) where a name is not what was asked for, with names that look like it.
 */
export interface Program {
  /** The entry file. */
  readonly file: string;
  /** What is doubtful; whatever is wrong is thrown as an error instead. */
  readonly warnings: readonly Diagnostic[];
  /** All files by their paths, the entry first. */
  readonly files: ReadonlyMap<string, ProgramFile>;
  /** The services of the entry file, in its order. */
  readonly services: ReadonlyMap<string, ServiceType>;
  service(name: string): ServiceType;
  interaction(name: string): InteractionType;
  struct(name: string): StructType;
  /** The class of an exception. */
  exception(name: string): ExceptionClass;
  /** A struct, union, exception, enum or typedef. */
  type(name: string): Type;
  /** The value of a constant. */
  constant(name: string): unknown;
}

export function createProgram(
  entry: Scope,
  linker: Linker,
  services: Services,
  warnings: readonly Diagnostic[],
): Program {
  const typeOf = (name: string, what: string, ...kinds: TypeKind[]): Type =>
    linker.types.declared(lookUp(entry, name, what, ...kinds));
  let all: ReadonlyMap<string, ServiceType> | undefined;
  return {
    file: entry.source.file,
    warnings,
    files: programFiles(linker.context.scopes.values(), linker, services),
    get services() {
      return (all ??= servicesOf(entry, services));
    },
    service: (name) => services.service(lookUp(entry, name, "a service", "service")),
    interaction: (name) => services.interaction(lookUp(entry, name, "an interaction", "interaction")),
    struct: (name) => typeOf(name, "a struct", "struct") as StructType,
    exception: (name) => (typeOf(name, "an exception", "exception") as Type & { kind: "exception" }).construct,
    type: (name) => typeOf(name, "a type", "struct", "union", "exception", "enum", "typedef"),
    constant: (name) => linker.values.constant(lookUp(entry, name, "a constant", "const")),
  };
}

type TypeKind = "struct" | "union" | "exception" | "enum" | "typedef";

function servicesOf(entry: Scope, services: Services): ReadonlyMap<string, ServiceType> {
  const declarations = [...entry.names.values()].filter((declaration) => isOfKind(declaration, "service"));
  return new Map(declarations.map((declaration) => [declaration.node.name.text, services.service(declaration)]));
}

function lookUp<K extends DefinitionNode["kind"]>(
  entry: Scope,
  name: string,
  what: string,
  ...kinds: readonly K[]
): Declaration<Extract<DefinitionNode, { kind: K }>> {
  const found = entry.find(
    name,
    kinds.some((kind) => kind === "const"),
  );
  if (found && isOfKind(found, ...kinds)) return found;
  const { file } = entry.source;
  const got = found ? `the ${found.node.kind} ${quote(name)}` : quote(name);
  const message = `expected ${what} of ${file}, got ${got}${hint(entry, name, kinds)}`;
  throw new IdlError(found ? "wrong_kind" : "unresolved", message, { file });
}

function hint(entry: Scope, name: string, kinds: readonly DefinitionNode["kind"][]): string {
  const near = nearVisible(entry, name, kinds);
  if (near.length > 0) return `; did you mean ${near.join(" or ")}?`;
  const all = [...visibleNames(entry, kinds)];
  return all.length === 0 ? "; it has none" : `; it has ${all.slice(0, 5).join(", ")}${all.length > 5 ? ", …" : ""}`;
}
