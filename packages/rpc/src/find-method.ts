/** A method of an implementation, its types forgotten. */
export type AnyFunction = (...args: readonly unknown[]) => unknown;

/**
 * The function that implements a method: of the object or of its class, but not what every object inherits, since a
 * method may be named `constructor` or `toString`.
 */
export function findMethod(implementation: object, name: string): AnyFunction | undefined {
  for (
    let at: object | null = implementation;
    at !== null && at !== Object.prototype;
    at = Object.getPrototypeOf(at) as object | null
  ) {
    const own = Object.getOwnPropertyDescriptor(at, name);
    if (own === undefined || (name === "constructor" && at !== implementation)) continue;
    const value: unknown = Reflect.get(at, name, implementation);
    return typeof value === "function" ? (value as AnyFunction) : undefined;
  }
  return undefined;
}
