import { type NearBudget, nearBudget, nearNames } from "@seapink/schema/internal";
import type { LinkContext } from "./link-context.ts";
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
  const { diagnostics } = context;
  const site = scope.site(at);
  if (diagnostics.isFull || scope.mayBeLost(name) || diagnostics.isTold(site, "unresolved")) return;
  const { budget } = diagnostics;
  const suggestion =
    choice(withPrefix(scope, name, kinds, budget)) ??
    elsewhere(context, scope, name, kinds) ??
    choice(nearNames(name, visibleNames(scope, kinds), budget));
  const message = `expected ${what}, got ${quote(name)}, which is not defined`;
  diagnostics.error(site, "unresolved", message, { suggestion });
}

function choice(names: readonly string[]): string | undefined {
  return names.length === 0 ? undefined : `did you mean ${names.join(" or ")}?`;
}

/** What may have been meant by a name: the same with a prefix, or what looks like it. */
export function nearVisible(
  scope: Scope,
  name: string,
  kinds: readonly Kind[],
  budget: NearBudget = nearBudget(),
): string[] {
  const prefixed = withPrefix(scope, name, kinds, budget);
  return prefixed.length > 0 ? prefixed : nearNames(name, visibleNames(scope, kinds), budget);
}

function withPrefix(scope: Scope, name: string, kinds: readonly Kind[], budget: NearBudget): string[] {
  const prefixed: string[] = [];
  for (const candidate of visibleNames(scope, kinds)) {
    if (budget.left-- <= 0 || prefixed.length === 3) break;
    if (candidate.endsWith(`.${name}`)) prefixed.push(candidate);
  }
  return prefixed;
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

/** Where a name is to be had that is not visible here: in a file of the program that the prefix fits, or in any. */
function elsewhere(context: LinkContext, scope: Scope, name: string, kinds: readonly Kind[]): string | undefined {
  const dot = name.indexOf(".");
  for (const [file, other] of context.scopes) {
    if (other === scope) continue;
    const prefix = prefixOf(file);
    if (name.slice(0, dot) === prefix && has(other, name.slice(dot + 1), kinds)) {
      return `it is in ${file}; include that file`;
    }
    if (has(other, name, kinds)) return `it is in ${file}; include that file, and write ${prefix}.${name}`;
  }
  return undefined;
}

function has(scope: Scope, name: string, kinds: readonly Kind[]): boolean {
  const found = scope.names.get(name);
  if (found) return kinds.includes(found.node.kind);
  const dot = name.indexOf(".");
  const owner = kinds.includes("const") && dot !== -1 ? scope.names.get(name.slice(0, dot)) : undefined;
  return owner?.node.kind === "enum" && owner.node.values.some((value) => value.name.text === name.slice(dot + 1));
}
