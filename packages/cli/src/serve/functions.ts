import type { Answer } from "./script.ts";

/** The functions that an object has, of itself and of its class, by name; not those that every object has. */
export function functionNames(object: object): readonly string[] {
  const names = new Set<string>();
  for (const at of chainOf(object))
    for (const name of Object.getOwnPropertyNames(at)) if (functionOf(object, name) !== undefined) names.add(name);
  return [...names];
}

/** One of them, bound to its object. */
export function functionOf(object: object | undefined, name: PropertyKey): Answer | undefined {
  if (object === undefined) return undefined;
  const owner = chainOf(object).find((at) => Object.hasOwn(at, name));
  if (owner === undefined || (name === "constructor" && owner !== object)) return undefined;
  const value: unknown = Reflect.get(owner, name, object);
  return typeof value === "function" ? (...call) => Reflect.apply(value, object, call) as unknown : undefined;
}

function chainOf(object: object): readonly object[] {
  const chain: object[] = [];
  for (
    let at = object as object | null;
    at !== null && at !== Object.prototype;
    at = Object.getPrototypeOf(at) as object | null
  )
    chain.push(at);
  return chain;
}
