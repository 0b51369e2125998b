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
export interface Property {
  get(value: object): unknown;
  set(value: object, field: unknown): void;
}

export function property(name: string): Property {
  return inherited.has(name) ? inheritedProperty(name) : ordinaryProperty(name);
}

// Every error has a stack of its own, which nobody means to send; unlike a field, it is not enumerable.
function isField(value: object, name: string): boolean {
  return name === "stack" ? Object.prototype.propertyIsEnumerable.call(value, name) : Object.hasOwn(value, name);
}

/** Any object, to index it by a name: `Reflect.get` and `Reflect.set` are calls that V8 does not inline. */
type Indexed = Record<string, unknown>;

function ordinaryProperty(name: string): Property {
  return {
    get: (value) => (value as Indexed)[name],
    set: (value, field) => void ((value as Indexed)[name] = field),
  };
}

// Defining costs ten times as much as assigning, which would call a setter, or fail where prototypes are frozen.
function inheritedProperty(name: string): Property {
  return {
    get: (value) => (isField(value, name) ? (value as Indexed)[name] : undefined),
    set: (value, field) =>
      void Object.defineProperty(value, name, { value: field, writable: true, enumerable: true, configurable: true }),
  };
}
