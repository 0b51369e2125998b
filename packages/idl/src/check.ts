import type { Fieldset } from "@seapink/schema";
import { checkAnnotations } from "./check-annotations.ts";
import { checkEndless } from "./endless.ts";
import { isOfKind } from "./find-of-kind.ts";
import type { LinkContext } from "./link-context.ts";
import type { Linker } from "./linker.ts";
import type { Member } from "./members.ts";
import { quote } from "./quote.ts";
import type { Declaration, Scope } from "./scope.ts";
import type { Services } from "./services.ts";
import type { StructNode } from "./tree.ts";

/** Looks at every definition once, so that whatever is wrong is told, and nothing fails when a descriptor is used. */
export function check(linker: Linker, services: Services): void {
  const { scopes } = linker.context;
  const all = Array.from(scopes.values(), declarationsOf).flat();
  for (const declaration of all) checkDefinition(declaration, linker, services);
  const structs = all.filter((declaration) => isOfKind(declaration, "struct", "union", "exception"));
  checkEndless(
    structs.map((declaration) => linker.types.declared(declaration) as Fieldset),
    linker,
  );
  for (const scope of scopes.values()) {
    checkAnnotations(scope, linker);
    warnOfUnused(scope, linker);
  }
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
  // Its defaults are worked out with it.
  void (linker.types.declared(declaration) as Fieldset).fields;
  if (node.kind === "union") checkUnion(members, scope, linker.context);
}

function checkUnion(members: readonly Member[], scope: Scope, { diagnostics, dialect }: LinkContext): void {
  const [first, second] = members.filter((member) => member.node.value);
  if (!first || !second) return;
  const { name } = second.node;
  const message = `expected at most one default in a union, got one for ${quote(name.text)} too`;
  const remarks = { related: { site: scope.site(first.node.name), message: "the other is here" } };
  if (dialect === "fbthrift") diagnostics.warn(scope.site(name), "default", message, remarks);
  else diagnostics.error(scope.site(name), "duplicate", message, remarks);
}

function warnOfUnused(scope: Scope, { context: { diagnostics } }: Linker): void {
  if (!scope.document.isWhole) return;
  for (const { node, isUsed, scope: included } of scope.includes) {
    const message = `expected a use of the included file, got none of ${quote(node.path.value)}`;
    if (!isUsed && included) diagnostics.warn(scope.site(node), "unused_include", message);
  }
}
