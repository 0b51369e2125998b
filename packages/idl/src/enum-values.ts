import type { Diagnostics } from "./diagnostics.ts";
import { quote } from "./quote.ts";
import { duplicate, type Scope } from "./scope.ts";
import type { EnumNode, EnumValueNode, NameNode } from "./tree.ts";

/** The numbers of an enum; one that is left out is the one before and one more, and the first 0. */
export function enumValues(node: EnumNode, scope: Scope, diagnostics: Diagnostics): ReadonlyMap<string, number> {
  const names = new Map<string, NameNode>();
  const values = new Map<string, number>();
  const byNumber = new Map<number, NameNode>();
  let next = 0;
  for (const value of node.values) {
    const { name } = value;
    const other = names.get(name.text);
    const number = numberOf(value, next, scope, diagnostics);
    next = number + 1;
    if (other) duplicate(diagnostics, scope, name, other, "different names of enum values");
    if (other) continue;
    names.set(name.text, name);
    values.set(name.text, number);
    const same = byNumber.get(number);
    if (same) warnOfSame(name, number, same, scope, diagnostics);
    byNumber.set(number, name);
  }
  return values;
}

function numberOf({ name, value }: EnumValueNode, next: number, scope: Scope, diagnostics: Diagnostics): number {
  const number = value ? value.value : BigInt(next);
  if (BigInt.asIntN(32, number) === number) return Number(number);
  const message = `expected a number of 32 bits for ${quote(name.text)}, got ${quote(String(number))}`;
  diagnostics.error(scope.site(value ?? name), "value", message);
  return 0;
}

function warnOfSame(name: NameNode, number: number, other: NameNode, scope: Scope, diagnostics: Diagnostics): void {
  const message = `expected different numbers of enum values, got ${number} for ${quote(other.text)} too`;
  diagnostics.warn(scope.site(name), "duplicate", message, {
    related: { site: scope.site(other), message: "the other is here" },
  });
}
