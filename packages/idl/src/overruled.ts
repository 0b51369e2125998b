import type { I64Type, Type } from "@seapink/schema";
import { i64NodeOf, i64Of } from "./annotations-of.ts";
import type { LinkContext } from "./link-context.ts";
import { quote } from "./quote.ts";
import type { Scope } from "./scope.ts";
import type { AnnotationNode } from "./tree.ts";

/** Tells of a `js.type` without effect: what stands nearer to an i64, such as that of its typedef, goes before it. */
export function warnOfOverruled(
  { diagnostics }: LinkContext,
  scope: Scope,
  nodes: readonly AnnotationNode[],
  type: Type,
): void {
  const said = i64Of(nodes);
  const node = i64NodeOf(nodes);
  if (said === undefined || node === undefined) return;
  const [only, other] = [...i64sOf(type)];
  if (only === undefined || only === said || other !== undefined) return;
  const message = `expected what the type itself says of its i64, ${quote(only)}, got ${quote(said)}, which is ignored`;
  diagnostics.warn(scope.site(node), "ignored", message);
}

/** What the i64 of a type become: each that there is once. */
function i64sOf(type: Type): ReadonlySet<I64Type["as"]> {
  const found = new Set<I64Type["as"]>();
  const visit = (inner: Type): void => {
    if (inner.kind === "i64") found.add(inner.as);
    else if (inner.kind === "list" || inner.kind === "set") visit(inner.of);
    else if (inner.kind === "map") [inner.key, inner.value].forEach(visit);
  };
  visit(type);
  return found;
}
