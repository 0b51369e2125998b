import type { InteractionType, ServiceType } from "@seapink/schema";

/** The interactions that a service's methods create, that its clients may begin, and that these create in turn. */
export function interactionsOf({ methods, performs }: ServiceType): ReadonlySet<InteractionType> {
  const types = new Set(performs);
  for (const { creates } of methods.values()) if (creates !== undefined) types.add(creates);
  // What is added on the way is visited, too.
  for (const type of types)
    for (const { creates } of type.methods.values()) if (creates !== undefined) types.add(creates);
  return types;
}

/** @throws TypeError for a type whose objects would be taken for promises */
export function refuseThen({ name, methods }: Pick<ServiceType, "name" | "methods">): void {
  if (methods.has("then"))
    throw new TypeError(`${name}: a method named then makes a promise of every object that has it`);
}
