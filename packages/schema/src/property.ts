const inherited: ReadonlySet<string> = new Set([
  ...Object.getOwnPropertyNames(Object.prototype),
  ...Object.getOwnPropertyNames(Error.prototype),
  "stack",
]);

/** Whether an ordinary object or an error has a property of this name without being given one. */
export function isInherited(name: string): boolean {
  return inherited.has(name);
}

/** A field of a value: `__proto__` and `constructor` are names like any other. */
export function getField(value: object, name: string): unknown {
  return !inherited.has(name) || Object.hasOwn(value, name) ? Reflect.get(value, name) : undefined;
}

export function setField(value: object, name: string, field: unknown): void {
  Object.defineProperty(value, name, { value: field, writable: true, enumerable: true, configurable: true });
}
