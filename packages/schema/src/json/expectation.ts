import { type NearBudget, nearBudget } from "../near.ts";
import { fieldStep, pathText } from "../field-path.ts";
import type { Type } from "../type.ts";

/** What a message says was expected: `i64`, `list`, `struct Request`. */
export function expectationOf(type: Type): string {
  return "name" in type ? `${type.kind} ${shortName(type)}` : type.kind;
}

/** The name of a type, cut where it is long. */
export function shortName({ name }: { readonly name: string }): string {
  return pathText(fieldStep(name));
}

/** What a hint about a name may cost, since whoever sends text decides how often there is one: a tenth of a millisecond. */
export function aLittle(): NearBudget {
  return nearBudget(50_000);
}
