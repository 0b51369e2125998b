import type { Fieldset, InteractionType, Method, ServiceType, Type } from "@seapink/schema";

type Descriptor = Type | ServiceType | InteractionType;

/** A descriptor as a tree without functions, in which each that comes again is its number. */
export function plain(descriptor: Descriptor): unknown {
  return new Plain().of(descriptor);
}

class Plain {
  readonly #numbers: Map<Descriptor, number> = new Map();

  of(descriptor: Descriptor): unknown {
    if (!("name" in descriptor)) return this.#structure(descriptor);
    const known = this.#numbers.get(descriptor);
    if (known !== undefined) return known;
    this.#numbers.set(descriptor, this.#numbers.size);
    return this.#structure(descriptor);
  }

  #structure(descriptor: Descriptor): unknown {
    switch (descriptor.kind) {
      case "list":
      case "set":
        return { ...descriptor, of: this.of(descriptor.of) };
      case "map":
        return { ...descriptor, key: this.of(descriptor.key), value: this.of(descriptor.value) };
      case "struct":
      case "union":
      case "exception":
        return this.#fieldset(descriptor);
      case "service":
        return {
          ...descriptor,
          ...this.#members(descriptor),
          performs: descriptor.performs.map((one) => this.of(one)),
        };
      case "interaction":
        return { ...descriptor, ...this.#members(descriptor) };
      default:
        return descriptor;
    }
  }

  #fieldset({ kind, name, fields, annotations, ...rest }: Fieldset): unknown {
    const construct = "construct" in rest ? nameOfErrors(rest.construct.prototype) : undefined;
    const all = fields.map((field) => ({ ...field, type: this.of(field.type), default: plainValue(field.default) }));
    return { kind, name, annotations, construct, fields: all };
  }

  #members({ methods, ...rest }: ServiceType | InteractionType): object {
    const parent = rest.kind === "service" && rest.extends ? this.of(rest.extends) : undefined;
    return { methods: Array.from(methods.values(), (method) => this.#method(method)), extends: parent };
  }

  #method({ args, result, streamItem, sinkItem, finalResponse, creates, ...rest }: Method): unknown {
    const all = [args, result, streamItem, sinkItem, finalResponse, creates];
    return { ...rest, all: all.map((one) => one && this.of(one)) };
  }
}

function nameOfErrors(prototype: unknown): unknown {
  return Object.getOwnPropertyDescriptor(prototype, "name")?.value;
}

/** A value in which exceptions are their class and their fields. */
export function plainValue(value: unknown): unknown {
  if (typeof value !== "object" || value === null || value instanceof Uint8Array) return value;
  if (Array.isArray(value)) return value.map(plainValue);
  if (value instanceof Set) return new Set(Array.from(value, plainValue));
  if (value instanceof Map) return new Map(Array.from(value, ([key, item]) => [plainValue(key), plainValue(item)]));
  const fields = Object.fromEntries(Object.entries(value).map(([name, item]) => [name, plainValue(item)]));
  return value instanceof Error ? { exception: nameOfErrors(Object.getPrototypeOf(value)), fields } : fields;
}
