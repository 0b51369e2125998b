import type { ExceptionType, StructType, Type } from "@seapink/schema";
import { cyclesOf } from "./cycles.ts";
import { isOfKind } from "./find-of-kind.ts";
import type { Linker } from "./linker.ts";
import { chain, quote } from "./quote.ts";
import type { Declaration, Scope } from "./scope.ts";
import type { Services } from "./services.ts";
import type { DefinitionNode, Described, StructNode } from "./tree.ts";

/** Looks at every definition once, so that whatever is wrong is told, and nothing fails when a descriptor is used. */
export function check(linker: Linker, services: Services): void {
  const { scopes } = linker.context;
  const all = Array.from(scopes.values(), declarationsOf).flat();
  for (const declaration of all) checkDefinition(declaration, linker, services);
  const structs = all.filter((declaration) => isOfKind(declaration, "struct", "exception"));
  checkEndless(
    structs.map((declaration) => linker.types.declared(declaration)),
    linker,
  );
  for (const scope of scopes.values()) warnOfUnused(scope, linker);
}

/** All, even those whose name another has. */
function declarationsOf(scope: Scope): Declaration[] {
  return scope.document.definitions.map((node) => ({ node, scope }));
}

function checkDefinition(declaration: Declaration, linker: Linker, services: Services): void {
  if (isOfKind(declaration, "const")) linker.values.constant(declaration);
  else if (isOfKind(declaration, "service")) services.check(declaration);
  else if (isOfKind(declaration, "interaction")) services.interaction(declaration);
  else if (isOfKind(declaration, "typedef", "enum")) linker.types.declared(declaration);
  else if (isOfKind(declaration, "struct", "union", "exception")) checkStruct(declaration, linker);
}

function checkStruct(declaration: Declaration<StructNode>, linker: Linker): void {
  const { node, scope } = declaration;
  const members = linker.members(declaration);
  linker.types.declared(declaration);
  linker.withDefaults(members);
  const [first, second] = [...members.values()].filter((member) => member.node.value);
  if (node.kind !== "union" || !first || !second) return;
  const { text } = second.node.name;
  const message = `expected at most one default in a union, got one for ${quote(text)} too`;
  const related = { site: scope.site(first.node.name), message: "the other is here" };
  linker.context.diagnostics.error(scope.site(second.node.name), "duplicate", message, { related });
}

/** Structs that need themselves: no value can be made of them, but some programs have such and do without. */
function checkEndless(types: readonly Type[], linker: Linker): void {
  const { diagnostics } = linker.context;
  const needs = (type: Type): Type[] => {
    const members = isStruct(type) ? [...linker.members(linker.types.declarationOf(type)).values()] : [];
    return members.filter(({ field }) => field.requiredness === "required").map(({ field }) => field.type);
  };
  for (const cycle of cyclesOf(types, needs)) {
    const declarations = cycle.filter(isStruct).map((type) => linker.types.declarationOf(type));
    const [first] = declarations;
    const names = chain(declarations.map(({ node }) => node.name.text));
    const message = `expected a struct that values can be made of, got the cycle ${names} of required fields`;
    if (first) diagnostics.warn(first.scope.site(first.node.name), "cycle", message);
    if (diagnostics.isFullOfWarnings) return;
  }
}

function isStruct(type: Type): type is StructType | ExceptionType {
  return type.kind === "struct" || type.kind === "exception";
}

function warnOfUnused(scope: Scope, { context: { diagnostics } }: Linker): void {
  if (!scope.document.isWhole) return;
  for (const name of annotationNames(scope)) scope.find(name);
  for (const { node, isUsed, scope: included } of scope.includes) {
    const message = `expected a use of the included file, got none of ${quote(node.path.value)}`;
    if (!isUsed && included) diagnostics.warn(scope.site(node), "unused_include", message);
  }
}

/** The names of structured annotations, which are structs of included files, mostly. */
function annotationNames({ document }: Scope): string[] {
  const parts = document.definitions.flatMap(partsOf);
  return parts.flatMap((part) => part.structured.map((annotation) => annotation.name.text));
}

function partsOf(node: DefinitionNode): Described[] {
  switch (node.kind) {
    case "enum":
      return [node, ...node.values];
    case "struct":
    case "union":
    case "exception":
      return [node, ...node.fields];
    case "service":
    case "interaction":
      return [node, ...node.functions.flatMap((item) => [item, ...item.params, ...item.throws])];
    default:
      return [node];
  }
}
