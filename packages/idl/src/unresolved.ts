import type { LinkContext } from "./link-context.ts";
import { nearNames } from "./near.ts";
import { prefixOf } from "./paths.ts";
import { quote } from "./quote.ts";
import type { Scope } from "./scope.ts";
import type { Span } from "./tree.ts";

/** Tells of a name that nothing has, unless what it names may have been lost to another error. */
export function unresolved(context: LinkContext, scope: Scope, at: Span, what: string, name: string): void {
  if (scope.mayBeLost(name)) return;
  const suggestion = suggest(context, scope, name);
  context.diagnostics.error(
    scope.site(at),
    "unresolved",
    `expected ${what}, got ${quote(name)}, which is not defined`,
    {
      suggestion,
    },
  );
}

function suggest(context: LinkContext, scope: Scope, name: string): string | undefined {
  const near = [...includedAs(scope, name), ...nearNames(name, visibleNames(scope))];
  if (near.length > 0) return `did you mean ${[...new Set(near)].slice(0, 3).join(" or ")}?`;
  const file = fileOf(context, scope, name);
  return file === undefined ? undefined : `it is in ${file}; include that file`;
}

/** The name with the prefix of each include that has it. */
function includedAs(scope: Scope, name: string): string[] {
  const found = [...scope.includes].filter(([, include]) => include.scope?.names.has(name));
  return found.map(([prefix]) => `${prefix}.${name}`);
}

/** Every name that may be written here: definitions and enum values, of this file and of those it includes. */
export function* visibleNames(scope: Scope): Generator<string> {
  yield* namesOf(scope, "");
  for (const [prefix, include] of scope.includes) if (include.scope) yield* namesOf(include.scope, `${prefix}.`);
}

function* namesOf(scope: Scope, prefix: string): Generator<string> {
  for (const [name, { node }] of scope.names) {
    yield `${prefix}${name}`;
    if (node.kind === "enum") for (const value of node.values) yield `${prefix}${name}.${value.name.text}`;
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
