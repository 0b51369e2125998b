import type { Limits } from "@seapink/core";
import type { InteractionType, Method, ServiceType } from "@seapink/schema";
import { findMethod } from "./find-method.ts";
import { ServerMethod } from "./server-method.ts";

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
  const add = (method: Method, object: object | undefined): void => {
    methods.set(method.wireName, new ServerMethod(method, object, limits));
    if (method.creates !== undefined) addAll(method.creates);
  };
  const addAll = (type: InteractionType): void => {
    for (const method of type.methods.values()) if (!methods.has(method.wireName)) add(method, undefined);
  };
  for (const method of service.methods.values()) add(method, implementation);
  for (const type of service.performs) addAll(type);
  return methods;
}
