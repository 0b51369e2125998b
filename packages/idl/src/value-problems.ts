import type { Type } from "@seapink/schema";
import type { DiagnosticCode } from "./diagnostic.ts";
import type { Remarks, Site } from "./diagnostics.ts";
import type { LinkContext } from "./link-context.ts";
import { quote } from "./quote.ts";
import type { Mismatch } from "./scalar-value.ts";
import type { Scope } from "./scope.ts";
import type { Span, ValueNode } from "./tree.ts";
import { typeName } from "./types.ts";

/** Where a value's names are looked up; and where to complain, if that is where the value is named, not written. */
export interface Origin {
  readonly scope: Scope;
  readonly named: { readonly scope: Scope; readonly at: Span } | undefined;
}

/** Two that count as one: what they are, and how they read. */
export interface Same {
  readonly at: Span;
  readonly other: Span;
  readonly what: string;
  readonly got: string;
}

/** Tells what is wrong with values: where they are named, if they fit where they are written. */
export class ValueProblems {
  readonly #context: LinkContext;

  constructor(context: LinkContext) {
    this.#context = context;
  }

  get isFbthrift(): boolean {
    return this.#context.dialect === "fbthrift";
  }

  error(origin: Origin, at: Span, code: DiagnosticCode, message: string, remarks: Remarks = {}): undefined {
    const [site, related] = siteOf(origin, at);
    this.#context.diagnostics.error(site, code, message, { ...related, ...remarks });
  }

  warn(origin: Origin, at: Span, code: DiagnosticCode, message: string, remarks: Remarks = {}): void {
    const [site, related] = siteOf(origin, at);
    this.#context.diagnostics.warn(site, code, message, { ...related, ...remarks });
  }

  mismatch(node: ValueNode, origin: Origin, got: string = spell(node)): Mismatch {
    return (expected) => this.error(origin, node, "value", `expected ${expected}, got ${got}`);
  }

  /** Tells of two that count as one; where they are written, however they are named. */
  same({ at, other, what, got }: Same, { scope }: Origin, isError = false): void {
    const message = `expected different ${what}, got ${got} twice`;
    const remarks = { related: { site: scope.site(other), message: "the other is here" } };
    const written = { scope, named: undefined };
    if (isError) this.error(written, at, "duplicate", message, remarks);
    else this.warn(written, at, "duplicate", message, remarks);
  }
}

function siteOf({ named, scope }: Origin, at: Span): [site: Site, remarks: Remarks] {
  if (!named) return [scope.site(at), {}];
  return [named.scope.site(named.at), { related: { site: scope.site(at), message: "the value is here" } }];
}

export function valueOf(type: Type): string {
  return `a value of type ${typeName(type)}`;
}

/** A value for a message. */
export function spell(node: ValueNode): string {
  switch (node.kind) {
    case "list_value":
      return `a list of ${node.items.length}`;
    case "map_value":
      return `a map of ${node.entries.length}`;
    case "struct_value":
      return `${node.type.text}{${node.fields.length === 0 ? "" : "…"}}`;
    case "reference":
      return quote(node.name);
    case "string":
      return `string ${quote(node.value)}`;
    case "bool":
      return String(node.value);
    default:
      return quote(node.raw).slice(1, -1);
  }
}
