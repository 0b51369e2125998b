import type { EnumType, Field, Fieldset, InteractionType, Method, ServiceType, Type } from "@seapink/schema";

/** What has a name in generated code. */
export type Descriptor = EnumType | Fieldset | ServiceType | InteractionType;

const named: ReadonlySet<unknown> = new Set(["struct", "union", "exception", "enum", "service", "interaction"]);

/** Whether a value is a descriptor; anything may be exported beside them. */
export function isDescriptor(value: unknown): value is Descriptor {
  return typeof value === "object" && value !== null && "kind" in value && "name" in value && named.has(value.kind);
}

export function nameOf({ kind, name }: Descriptor): string {
  return `${kind} ${name}`;
}

/** All that a descriptor says, as text: two that say the same have the same. */
export function shapeOf(descriptor: Descriptor): string {
  return JSON.stringify(parts(descriptor));
}

function parts(descriptor: Descriptor): unknown {
  switch (descriptor.kind) {
    case "enum":
      return { annotations: [...descriptor.annotations], values: [...descriptor.values] };
    case "service":
      return {
        annotations: [...descriptor.annotations],
        methods: Array.from(descriptor.methods.values(), method),
        extends: descriptor.extends?.name,
        performs: descriptor.performs.map(({ name }) => name),
      };
    case "interaction":
      return {
        annotations: [...descriptor.annotations],
        serial: descriptor.serial,
        methods: Array.from(descriptor.methods.values(), method),
      };
    default:
      return {
        annotations: [...descriptor.annotations],
        errors: descriptor.kind === "exception" ? nameOfErrors(descriptor.construct.prototype) : undefined,
        fields: descriptor.fields.map(field),
      };
  }
}

// Not that of the class, which cannot be called what the exception is if that is a keyword.
function nameOfErrors(prototype: unknown): unknown {
  return Object.getOwnPropertyDescriptor(prototype, "name")?.value;
}

function method({ kind, name, wireName, creates, annotations, ...sent }: Method): unknown {
  const { args, result, streamItem, sinkItem, finalResponse } = sent;
  const structs = [args, result, streamItem, sinkItem, finalResponse];
  const fields = structs.map((struct) => struct && [struct.name, ...struct.fields.map(field)]);
  return { kind, name, wireName, creates: creates?.name, annotations: [...annotations], fields };
}

function field({ id, name, type, requiredness, default: otherwise, annotations }: Field): unknown {
  const value = otherwise === undefined ? {} : { default: plain(otherwise) };
  return { id, name, type: typeName(type), requiredness, ...value, annotations: [...annotations] };
}

export function typeName(type: Type): string {
  switch (type.kind) {
    case "list":
    case "set":
      return `${type.kind}<${typeName(type.of)}>`;
    case "map":
      return `map<${typeName(type.key)},${typeName(type.value)}>`;
    default:
      if (isDescriptor(type)) return nameOf(type);
      return type.kind === "i64" && type.as === "number" ? `${type.kind} as number` : type.kind;
  }
}

/** A value as text: two that are equal have the same. */
export function valueOf(value: unknown): string {
  return JSON.stringify(plain(value));
}

function plain(value: unknown): unknown {
  if (typeof value === "bigint") return { bigint: String(value) };
  if (Object.is(value, -0)) return { number: "-0" };
  if (typeof value === "number") return Number.isFinite(value) ? value : { number: String(value) };
  if (typeof value !== "object" || value === null) return value;
  if (value instanceof Uint8Array) return { bytes: [...value] };
  if (value instanceof Map) return { map: Array.from(value, ([key, item]) => [plain(key), plain(item)]) };
  if (value instanceof Set) return { set: Array.from(value, plain) };
  if (Array.isArray(value)) return value.map(plain);
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  const fields = entries.map(([key, item]) => [key, plain(item)]);
  return value instanceof Error ? { fields, error: nameOfErrors(Object.getPrototypeOf(value)) } : { fields };
}
