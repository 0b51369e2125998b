import { ApplicationError, type Interaction, type Limits } from "@seapink/core";
import type { InteractionType, ServiceType } from "@seapink/schema";
import { constructorName } from "@seapink/schema/internal";
import type { Context } from "./context.ts";
import { findMethod } from "./find-method.ts";
import { ServerMethod } from "./server-method.ts";
import { checkConstructors, interactionsOf, refuseThen } from "./service-interactions.ts";

type Methods = ReadonlyMap<string, ServerMethod>;

/** Makes the object of an interaction that begins without a call of its own. */
export type Construct = (context: Context) => unknown;

const noArgs: object = Object.freeze({});

/**
 * The methods of a service and of the interactions that it creates, by their names on the wire. In maps, so that
 * `__proto__` is an unknown method like others.
 */
export class ServiceMethods {
  readonly #service: Map<string, ServerMethod> = new Map();
  readonly #interactions: Map<InteractionType, Methods> = new Map();
  readonly #constructs: Map<InteractionType, Construct> = new Map();

  /** @throws TypeError naming each method that the implementation lacks */
  constructor(service: ServiceType, implementation: object, limits: Limits) {
    checkConstructors(service);
    checkMethods(service, implementation);
    for (const method of service.methods.values())
      this.#service.set(method.wireName, new ServerMethod(method, { implementation }, limits));
    for (const type of service.performs) this.#constructs.set(type, constructOf(type, implementation));
    for (const type of interactionsOf(service)) this.#interactions.set(type, methodsOf(type, limits));
  }

  /** The method of a call on no interaction; those of interactions refuse it. */
  find(name: string): ServerMethod | undefined {
    const found = this.#service.get(name);
    if (found !== undefined) return found;
    for (const methods of this.#interactions.values()) if (methods.has(name)) return methods.get(name);
    return undefined;
  }

  /**
   * What a call creates: a method says it, or it is one of an interaction that begins without a call of its own.
   * @throws ApplicationError `unknown_method` where the two do not match
   */
  createdBy(name: string, { name: wanted }: Interaction): InteractionType {
    const created = this.#service.get(name)?.creates;
    if (created?.name === wanted) return created;
    for (const type of this.#constructs.keys())
      if (type.name === wanted && this.#interactions.get(type)?.has(name)) return type;
    throw new ApplicationError("unknown_method", `expected a method that creates ${wanted}, got ${shown(name)}`);
  }

  /** The method of a call that creates an interaction: one of the service, or of the interaction itself. */
  creating(name: string, type: InteractionType): ServerMethod {
    return this.#service.get(name) ?? this.of(name, type);
  }

  /** @throws ApplicationError `unknown_method` for what the interaction has not */
  of(name: string, type: InteractionType): ServerMethod {
    const method = this.#interactions.get(type)?.get(name);
    if (method !== undefined) return method;
    throw new ApplicationError("unknown_method", `${type.name} has no method ${shown(name)}`);
  }

  construct(type: InteractionType): Construct | undefined {
    return this.#constructs.get(type);
  }
}

function shown(name: string): string {
  return JSON.stringify(name.slice(0, 100));
}

function checkMethods({ name, methods, performs }: ServiceType, implementation: object): void {
  const expected = [...methods.keys(), ...performs.map(constructorName)];
  const missing = expected.filter((method) => findMethod(implementation, method) === undefined);
  if (missing.length > 0) throw new TypeError(`${name}: expected a function for ${missing.join(", ")}`);
}

function constructOf(type: InteractionType, implementation: object): Construct {
  const create = findMethod(implementation, constructorName(type));
  return (context) => create?.call(implementation, noArgs, context);
}

function methodsOf(interaction: InteractionType, limits: Limits): Methods {
  refuseThen(interaction);
  return new Map(
    Array.from(interaction.methods.values(), (method) => [
      method.wireName,
      new ServerMethod(method, { interaction }, limits),
    ]),
  );
}
