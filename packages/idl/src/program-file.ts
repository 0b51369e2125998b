import type { EnumType, Fieldset, InteractionType, ServiceType, Type } from "@seapink/schema";
import { isOfKind } from "./find-of-kind.ts";
import type { Linker } from "./linker.ts";
import type { Declaration, Scope } from "./scope.ts";
import type { Services } from "./services.ts";
import type {
  ConstNode,
  DocumentNode,
  EnumNode,
  IncludeNode,
  InteractionNode,
  ServiceNode,
  StructNode,
  TypedefNode,
} from "./tree.ts";

/** One file of a program. */
export interface ProgramFile {
  /** Its path, as `Program.files` has it. */
  readonly file: string;
  readonly document: DocumentNode;
  /** The files that it includes and uses or not; without those that only hold fbthrift's own annotations. */
  readonly includes: readonly ProgramInclude[];
  /** In the order of the text. */
  readonly definitions: readonly Definition[];
  /** What a name means in the text of this file: `Name`, or `prefix.Name` of a file that it includes. */
  find(name: string): Definition | undefined;
  /** The same where a constant is meant, which then goes before something else of the same name. */
  findConstant(name: string): Definition | undefined;
}

export interface ProgramInclude {
  readonly node: IncludeNode;
  /** What its names begin with in the text. */
  readonly prefix: string;
  /** The key in `Program.files`. */
  readonly file: string;
}

/** What a text defines, with what it means. Asked twice, it is the same object. */
export type Definition = DefinitionOf<
  | { readonly kind: "const"; readonly node: ConstNode; readonly type: Type; readonly value: unknown }
  | { readonly kind: "typedef"; readonly node: TypedefNode; readonly type: Type }
  | { readonly kind: "enum"; readonly node: EnumNode; readonly type: EnumType }
  | { readonly kind: "struct" | "union" | "exception"; readonly node: StructNode; readonly type: Fieldset }
  | { readonly kind: "service"; readonly node: ServiceNode; readonly type: ServiceType }
  | { readonly kind: "interaction"; readonly node: InteractionNode; readonly type: InteractionType }
>;

type DefinitionOf<D> = D & { readonly name: string; readonly file: string };

/** The files of a program, the entry first. */
export function programFiles(
  scopes: Iterable<Scope>,
  linker: Linker,
  services: Services,
): ReadonlyMap<string, ProgramFile> {
  const known = new Map<Declaration["node"], Definition>();
  const definitionOf = (declaration: Declaration): Definition => {
    const made = known.get(declaration.node) ?? define(declaration, linker, services);
    known.set(declaration.node, made);
    return made;
  };
  return new Map(Array.from(scopes, (scope) => [scope.source.file, programFile(scope, definitionOf)]));
}

function programFile(scope: Scope, definitionOf: (declaration: Declaration) => Definition): ProgramFile {
  let definitions: readonly Definition[] | undefined;
  const find = (name: string, isConst: boolean): Definition | undefined => {
    const found = scope.find(name, isConst);
    return found && definitionOf(found);
  };
  return {
    file: scope.source.file,
    document: scope.document,
    includes: scope.includes.flatMap(({ node, prefix, scope: included }) =>
      included === undefined ? [] : [{ node, prefix, file: included.source.file }],
    ),
    get definitions() {
      return (definitions ??= scope.document.definitions.map((node) => definitionOf({ node, scope })));
    },
    find: (name) => find(name, false),
    findConstant: (name) => find(name, true),
  };
}

function define(declaration: Declaration, linker: Linker, services: Services): Definition {
  const { node, scope } = declaration;
  const place = { name: node.name.text, file: scope.source.file };
  if (isOfKind(declaration, "const")) {
    const type = linker.types.describe(declaration.node.type, scope);
    return { ...place, kind: "const", node: declaration.node, type, value: linker.values.constant(declaration) };
  }
  if (isOfKind(declaration, "service"))
    return { ...place, kind: "service", node: declaration.node, type: services.service(declaration) };
  if (isOfKind(declaration, "interaction"))
    return { ...place, kind: "interaction", node: declaration.node, type: services.interaction(declaration) };
  return defineType(declaration as Declaration<TypedefNode | EnumNode | StructNode>, place, linker);
}

// A descriptor has the kind of its definition, but for a typedef's, which may have any.
function defineType(
  { node, scope }: Declaration<TypedefNode | EnumNode | StructNode>,
  place: { readonly name: string; readonly file: string },
  linker: Linker,
): Definition {
  const type = linker.types.declared({ node, scope });
  switch (node.kind) {
    case "typedef":
      return { ...place, kind: node.kind, node, type };
    case "enum":
      return { ...place, kind: node.kind, node, type: type as EnumType };
    default:
      return { ...place, kind: node.kind, node, type: type as Fieldset };
  }
}
