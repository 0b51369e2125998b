import type { Limits } from "@seapink/core";
import type { ServiceType } from "@seapink/schema";
import { findMethod } from "./find-method.ts";
import { ServerMethod } from "./server-method.ts";
import { interactionsOf, refuseThen } from "./service-interactions.ts";

/**
 * The methods of a service and of the interactions that it creates, by their names on the wire. In a map, so that
 * `__proto__` is an unknown method like others.
 */
export function serverMethods(
  service: ServiceType,
  implementation: object,
  limits: Limits,
): ReadonlyMap<string, ServerMethod> {
  const missing = [...service.methods.keys()].filter((name) => findMethod(implementation, name) === undefined);
  if (missing.length > 0) throw new TypeError(`${service.name}: expected a function for ${missing.join(", ")}`);
  const methods = new Map<string, ServerMethod>();
  for (const method of service.methods.values())
    methods.set(method.wireName, new ServerMethod(method, { implementation }, limits));
  for (const interaction of interactionsOf(service)) {
    refuseThen(interaction);
    for (const method of interaction.methods.values())
      methods.set(method.wireName, new ServerMethod(method, { interaction }, limits));
  }
  return methods;
}
