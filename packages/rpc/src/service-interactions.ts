import type { InteractionType, ServiceType } from "@seapink/schema";
import { constructorName } from "@seapink/schema/internal";

/** The interactions that a service's methods create, that its clients may begin, and that these create in turn. */
export function interactionsOf({ methods, performs }: ServiceType): ReadonlySet<InteractionType> {
  const types = new Set(performs);
  for (const { creates } of methods.values()) if (creates !== undefined) types.add(creates);
  // What is added on the way is visited, too.
  for (const type of types)
    for (const { creates } of type.methods.values()) if (creates !== undefined) types.add(creates);
  return types;
}

/** @throws TypeError where such a name means two things */
export function checkConstructors({ name, methods, performs }: ServiceType): void {
  const names = new Set<string>(methods.keys());
  for (const type of new Set(performs)) {
    const creates = constructorName(type);
    if (names.has(creates)) throw new TypeError(`${name}: expected one meaning of ${creates}, got two`);
    names.add(creates);
  }
}

/** @throws TypeError for a type whose objects would be taken for promises */
export function refuseThen({ name, methods }: Pick<ServiceType, "name" | "methods">): void {
  if (methods.has("then"))
    throw new TypeError(`${name}: a method named then makes a promise of every object that has it`);
}
