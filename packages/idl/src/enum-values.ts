import { quote } from "./quote.ts";
import type { LinkContext } from "./link-context.ts";
import { duplicate, type Scope } from "./scope.ts";
import type { EnumNode, EnumValueNode, NameNode } from "./tree.ts";

/** The numbers of an enum; one that is left out is the one before and one more, and the first 0. */
export function enumValues(node: EnumNode, scope: Scope, context: LinkContext): ReadonlyMap<string, number> {
  const names = new Map<string, NameNode>();
  const values = new Map<string, number>();
  const byNumber = new Map<number, NameNode>();
  let next = 0;
  for (const value of node.values) {
    const { name } = value;
    const other = names.get(name.text);
    const number = numberOf(value, next, scope, context);
    next = number + 1;
    if (other) duplicate(context.diagnostics, scope, name, other, "different names of enum values");
    if (other) continue;
    names.set(name.text, name);
    values.set(name.text, number);
    const same = byNumber.get(number);
    if (same) sameNumber(value, number, same, scope, context);
    else byNumber.set(number, name);
  }
  return values;
}

function numberOf(node: EnumValueNode, next: number, scope: Scope, { diagnostics, dialect }: LinkContext): number {
  const { name, value } = node;
  const site = scope.site(value ?? name);
  if (!value && dialect === "fbthrift") {
    const message = `expected a number for each enum value, got ${quote(name.text)} without one`;
    diagnostics.error(site, "enum_number", message);
  }
  const number = value ? value.value : BigInt(next);
  if (BigInt.asIntN(32, number) === number) return Number(number);
  const message = `expected a number of 32 bits for ${quote(name.text)}, got ${quote(String(number))}`;
  diagnostics.error(site, "enum_number", message);
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
