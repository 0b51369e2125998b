import { nearNames } from "@seapink/schema/internal";
import type { LinkContext } from "./link-context.ts";
import { textOf } from "./annotations-of.ts";
import { isOfKind } from "./find-of-kind.ts";
import type { Linker } from "./linker.ts";
import { quote } from "./quote.ts";
import type { Scope } from "./scope.ts";
import { structuredName } from "./structured-name.ts";
import type { AnnotationNode, StructuredAnnotationNode } from "./tree.ts";
import { nearVisible } from "./unresolved.ts";
import { visitTree } from "./visit.ts";

/** What Kitex and Hertz know; others may know more, so that only what looks like one of these is a mistake. */
const apiKeys =
  `query path header cookie body raw_body form file_name none vd js_conv http_code raw_uri no_body_struct go_tag get post
  put delete patch options head any base_domain baseurl category gen_path handler_path param serializer service_path
  version`.split(/\s+/);
const api = "api.";
const knownKeys: ReadonlySet<string> = new Set(apiKeys);

/** Looks at the annotations of everything in a file. */
export function checkAnnotations(scope: Scope, linker: Linker): void {
  visitTree(scope.document, {
    annotations: (nodes) => checkPlain(nodes, scope, linker.context),
    structured: (nodes) => checkStructured(nodes, scope, linker),
  });
}

function checkPlain(nodes: readonly AnnotationNode[], scope: Scope, { diagnostics }: LinkContext): void {
  for (const node of nodes) {
    const { text } = node.name;
    if (text.startsWith(api) && !knownKeys.has(text.slice(api.length))) warnOfKey(node, scope, diagnostics);
  }
  if (nodes.length > 1) warnOfSame(nodes, scope, diagnostics);
}

function warnOfSame(nodes: readonly AnnotationNode[], scope: Scope, diagnostics: LinkContext["diagnostics"]): void {
  const known = new Map<string, AnnotationNode>();
  for (const node of nodes) {
    const key = `${node.name.text}=${textOf(node)}`;
    const other = known.get(key);
    known.set(key, node);
    if (!other) continue;
    const related = { site: scope.site(other), message: "the other is here" };
    diagnostics.warn(scope.site(node), "duplicate", `expected ${quote(node.name.text)} once, got it twice`, {
      related,
    });
  }
}

function warnOfKey({ name }: AnnotationNode, scope: Scope, diagnostics: LinkContext["diagnostics"]): void {
  if (diagnostics.isFullOfWarnings) return;
  const near = nearNames(name.text.slice(api.length), apiKeys, diagnostics.budget).map((key) => api + key);
  if (near.length === 0) return;
  const message = `expected a key that is known, got ${quote(name.text)}`;
  diagnostics.warn(scope.site(name), "annotation", message, { suggestion: `did you mean ${near.join(" or ")}?` });
}

function checkStructured(nodes: readonly StructuredAnnotationNode[], scope: Scope, linker: Linker): void {
  const known = new Map<string, StructuredAnnotationNode>();
  for (const node of nodes) {
    const name = structuredName(node, scope);
    const other = known.get(name);
    known.set(name, node);
    checkMeaning(node, scope, linker);
    if (!other) continue;
    const related = { site: scope.site(other), message: "the other is here" };
    const message = `expected @${node.name.text} once, got it twice`;
    linker.context.diagnostics.error(scope.site(node), "duplicate", message, { related });
  }
}

function checkMeaning(node: StructuredAnnotationNode, scope: Scope, linker: Linker): void {
  const { diagnostics } = linker.context;
  const { text } = node.name;
  const found = scope.find(text);
  const type = found && isOfKind(found, "struct", "union", "typedef") ? linker.types.declared(found) : undefined;
  if (type?.kind === "struct" || type?.kind === "union") return linker.values.checkStructured(node, type, scope);
  if (diagnostics.isFullOfWarnings || (!found && isElsewhere(text, scope))) return;
  const near = found ? [] : nearVisible(scope, text, ["struct"], diagnostics.budget);
  const suggestion = near.length === 0 ? undefined : `did you mean ${near.join(" or ")}?`;
  const got = found ? `the ${found.node.kind} ${quote(text)}` : `${quote(text)}, which is not defined`;
  diagnostics.warn(scope.site(node.name), "annotation", `expected the name of a struct, got ${got}`, { suggestion });
}

function isElsewhere(name: string, scope: Scope): boolean {
  const isBundled = scope.includeOf(name.slice(0, Math.max(0, name.lastIndexOf("."))))?.isBundled;
  return isBundled === true || scope.mayBeLost(name);
}
