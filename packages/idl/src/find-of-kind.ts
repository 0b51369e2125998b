import type { LinkContext } from "./link-context.ts";
import { quote } from "./quote.ts";
import type { Declaration, Scope } from "./scope.ts";
import type { DefinitionNode, NameNode } from "./tree.ts";
import { unresolved } from "./unresolved.ts";

/** The definition of this kind that a name means; without one, `undefined`, and it has been told. */
export function findOfKind<K extends "service" | "interaction">(
  context: LinkContext,
  scope: Scope,
  name: NameNode,
  kind: K,
): Declaration<Extract<DefinitionNode, { kind: K }>> | undefined {
  const found = scope.find(name.text);
  const what = kind === "service" ? "a service" : "an interaction";
  if (found && isOfKind(found, kind)) return found;
  if (!found) unresolved(context, scope, name, name.text, { what, kinds: [kind] });
  else {
    const message = `expected ${what}, got the ${found.node.kind} ${quote(name.text)}`;
    context.diagnostics.error(scope.site(name), "wrong_kind", message);
  }
  return undefined;
}

export function isOfKind<K extends DefinitionNode["kind"]>(
  declaration: Declaration,
  ...kinds: readonly K[]
): declaration is Declaration<Extract<DefinitionNode, { kind: K }>> {
  return (kinds as readonly string[]).includes(declaration.node.kind);
}
