import type { Fieldset, Type } from "@seapink/schema";
import { cyclesOf } from "./cycles.ts";
import type { Linker } from "./linker.ts";
import { chain } from "./quote.ts";

/** Tells of types that need themselves: no value can be made of them. Some programs have such, and do without. */
export function checkEndless(types: readonly Fieldset[], linker: Linker): void {
  const { diagnostics, limits } = linker.context;
  const needs = new Map<Fieldset, readonly Fieldset[]>();
  for (const type of types) {
    const others = needsOf(type, linker);
    if (others.length > 0) needs.set(type, others);
  }
  const endless = endlessOf(needs);
  const next = (type: Fieldset): Fieldset[] => needs.get(type)?.filter((other) => endless.has(other)) ?? [];
  for (const cycle of cyclesOf(endless, next, limits.maxDiagnostics)) {
    const [first] = cycle.map((type) => linker.types.declarationOf(type));
    const names = chain(cycle.map((type) => type.name));
    const message = `expected a type that values can be made of, got ${names}, of which each needs the next`;
    if (first) diagnostics.warn(first.scope.site(first.node.name), "cycle", message);
  }
}

/** The types of which a value needs a value: all, for a struct, and any one, for a union. */
function needsOf(type: Fieldset, linker: Linker): Fieldset[] {
  const needs: Fieldset[] = [];
  for (const { field } of linker.members(linker.types.declarationOf(type))) {
    if (type.kind !== "union" && field.requiredness !== "required") continue;
    if (isFieldset(field.type)) needs.push(field.type);
    else if (type.kind === "union") return [];
  }
  return needs;
}

/** What is left when all that values can be made of is taken away. */
function endlessOf(needs: ReadonlyMap<Fieldset, readonly Fieldset[]>): ReadonlySet<Fieldset> {
  const endless = new Set(needs.keys());
  const waiting = new Map<Fieldset, number>();
  const neededBy = new Map<Fieldset, Fieldset[]>();
  const ready: Fieldset[] = [];
  for (const [type, others] of needs) {
    const doubtful = others.filter((other) => needs.has(other));
    const isReady = type.kind === "union" ? doubtful.length < others.length : doubtful.length === 0;
    if (isReady) ready.push(type);
    waiting.set(type, type.kind === "union" ? 1 : doubtful.length);
    for (const other of doubtful) {
      const list = neededBy.get(other);
      if (list) list.push(type);
      else neededBy.set(other, [type]);
    }
  }
  for (let type = ready.pop(); type; type = ready.pop()) {
    endless.delete(type);
    for (const other of neededBy.get(type) ?? []) {
      const left = (waiting.get(other) ?? 0) - 1;
      waiting.set(other, left);
      if (left === 0) ready.push(other);
    }
  }
  return endless;
}

function isFieldset(type: Type): type is Fieldset {
  return type.kind === "struct" || type.kind === "union" || type.kind === "exception";
}
