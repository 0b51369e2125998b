import type { LinkContext } from "./link-context.ts";
import { quote } from "./quote.ts";
import type { Declaration, Scope } from "./scope.ts";
import type { Span } from "./tree.ts";

/** Warns of a definition that comes later in the file, where Apache's compiler looks only at those before. */
export function warnOfLater(context: LinkContext, scope: Scope, at: Span, found: Declaration | undefined): void {
  if (context.dialect !== "apache" || found?.scope !== scope || found.node.start < at.start) return;
  const { name } = found.node;
  const message = `expected a definition before its use, as Apache's compiler needs it, got ${quote(name.text)} after it`;
  const related = { site: scope.site(name), message: "it is defined here" };
  context.diagnostics.warn(scope.site(at), "dialect", message, { related });
}
