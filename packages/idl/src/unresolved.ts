import type { LinkContext } from "./link-context.ts";
import { type NearBudget, nearBudget, nearNames } from "./near.ts";
import { prefixOf } from "./paths.ts";
import { quote } from "./quote.ts";
import type { Scope } from "./scope.ts";
import type { DefinitionNode, Span } from "./tree.ts";

type Kind = DefinitionNode["kind"];

/** What is looked for, in words and by kind. */
export interface Wanted {
  readonly what: string;
  /** With `const` come the values of enums. */
  readonly kinds: readonly Kind[];
}

/** Tells of a name that nothing has, unless what it names may have been lost to another error. */
export function unresolved(context: LinkContext, scope: Scope, at: Span, name: string, { what, kinds }: Wanted): void {
  if (context.diagnostics.isFull || scope.mayBeLost(name)) return;
  const near = nearVisible(scope, name, kinds, context.diagnostics.budget);
  const file = near.length > 0 ? undefined : fileOf(context, scope, name);
  const elsewhere = file === undefined ? undefined : `it is in ${file}; include that file`;
  const suggestion = near.length > 0 ? `did you mean ${near.join(" or ")}?` : elsewhere;
  const message = `expected ${what}, got ${quote(name)}, which is not defined`;
  context.diagnostics.error(scope.site(at), "unresolved", message, { suggestion });
}

/** What may have been meant by a name: the same with a prefix, or what looks like it. */
export function nearVisible(
  scope: Scope,
  name: string,
  kinds: readonly Kind[],
  budget: NearBudget = nearBudget(),
): string[] {
  const prefixed: string[] = [];
  for (const candidate of visibleNames(scope, kinds)) {
    if (budget.left-- <= 0 || prefixed.length === 3) break;
    if (candidate.endsWith(`.${name}`)) prefixed.push(candidate);
  }
  return prefixed.length > 0 ? prefixed : nearNames(name, visibleNames(scope, kinds), budget);
}

/** The names of these kinds that may be written here, of this file and of those it includes. */
export function* visibleNames(scope: Scope, kinds: readonly Kind[]): Generator<string> {
  yield* namesOf(scope, "", kinds);
  for (const { prefix, scope: included } of scope.includes) {
    if (included) yield* namesOf(included, `${prefix}.`, kinds);
  }
}

function* namesOf(scope: Scope, prefix: string, kinds: readonly Kind[]): Generator<string> {
  for (const [name, { node }] of scope.names) {
    if (kinds.includes(node.kind)) yield `${prefix}${name}`;
    if (node.kind !== "enum" || !kinds.includes("const")) continue;
    for (const value of node.values) yield `${prefix}${name}.${value.name.text}`;
  }
}

/** A file of the program, not included here, that the name's prefix fits and that has the rest. */
function fileOf(context: LinkContext, scope: Scope, name: string): string | undefined {
  const dot = name.indexOf(".");
  if (dot === -1) return undefined;
  for (const [file, other] of context.scopes) {
    if (prefixOf(file) === name.slice(0, dot) && other !== scope && other.find(name.slice(dot + 1))) return file;
  }
  return undefined;
}
