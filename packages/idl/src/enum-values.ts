import { quote } from "./quote.ts";
import type { LinkContext } from "./link-context.ts";
import { duplicate, type Scope } from "./scope.ts";
import type { EnumNode, EnumValueNode, NameNode } from "./tree.ts";

/** The numbers of an enum; one that is left out is the one before and one more, and the first 0. */
export function enumValues(node: EnumNode, scope: Scope, context: LinkContext): ReadonlyMap<string, number> {
  const values = new Map<string, number>();
  const byNumber = new Map<number, NameNode>();
  let next = 0;
  for (const value of node.values) {
    const { name } = value;
    const isSecond = values.has(name.text);
    const number = numberOf(value, next, scope, context);
    next = number + 1;
    if (isSecond) tellOfSecond(node, value, scope, context);
    if (isSecond) continue;
    values.set(name.text, number);
    const same = byNumber.get(number);
    if (same) sameNumber(value, number, same, scope, context);
    else byNumber.set(number, name);
  }
  return values;
}

// Looked for only where it is wanted, and for as many as are told of.
function tellOfSecond(node: EnumNode, { name }: EnumValueNode, scope: Scope, { diagnostics }: LinkContext): void {
  const first = diagnostics.isFull ? undefined : node.values.find((value) => value.name.text === name.text);
  duplicate(diagnostics, scope, name, first?.name ?? name, "different names of enum values");
}

function numberOf(node: EnumValueNode, next: number, scope: Scope, { diagnostics, dialect }: LinkContext): number {
  const { name, value } = node;
  if (!value && dialect === "fbthrift") {
    const message = `expected a number for each enum value, got ${quote(name.text)} without one`;
    diagnostics.error(scope.site(name), "enum_number", message);
  }
  const number = value ? Number(value.value) : next;
  if ((number | 0) === number) return number;
  const message = `expected a number of 32 bits for ${quote(name.text)}, got ${quote(String(value?.value ?? next))}`;
  diagnostics.error(scope.site(value ?? name), "enum_number", message);
  return 0;
}

/** Apache's compiler takes two names for one number without a word; the others do not. */
function sameNumber(node: EnumValueNode, number: number, other: NameNode, scope: Scope, context: LinkContext): void {
  const { diagnostics, dialect } = context;
  const message = `expected different numbers of enum values, got ${number} for ${quote(other.text)} too`;
  const remarks = { related: { site: scope.site(other), message: "the other is here" } };
  const site = scope.site(node.value ?? node.name);
  if (dialect === "thriftgo" || dialect === "fbthrift") diagnostics.error(site, "enum_number", message, remarks);
  else diagnostics.warn(site, "enum_number", message, remarks);
}
