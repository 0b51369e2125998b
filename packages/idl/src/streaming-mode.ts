import { textOf } from "./annotations-of.ts";
import type { LinkContext } from "./link-context.ts";
import { quote } from "./quote.ts";
import type { Scope } from "./scope.ts";
import type { FunctionNode, Span } from "./tree.ts";

const modes: ReadonlySet<string> = new Set(["bidirectional", "client", "server", "unary"]);

/** Checks `(streaming.mode = "…")`, with which Kitex writes streams: what it says, and that there is one argument. */
export function checkStreaming(context: LinkContext, { annotations, params, name }: FunctionNode, scope: Scope): void {
  const mode = annotations.find((annotation) => annotation.name.text === "streaming.mode");
  if (!mode) return;
  const value = textOf(mode);
  const names = [...modes].map(quote).join(", ");
  if (!modes.has(value)) tell(context, scope, mode, `expected a mode of ${names}, got ${quote(value)}`);
  if (params.length === 1) return;
  const message = `expected one argument of the streaming method ${quote(name.text)}, got ${params.length}`;
  tell(context, scope, name, message);
}

function tell({ diagnostics, dialect }: LinkContext, scope: Scope, at: Span, message: string): void {
  if (dialect === "thriftgo") diagnostics.error(scope.site(at), "annotation", message);
  else diagnostics.warn(scope.site(at), "annotation", message);
}
