import { ApplicationError, type Call, type Handler, type Interaction } from "@seapink/core";
import { interactionLost } from "@seapink/interactions";
import type { ServiceHandler } from "./implement.ts";
import { serviceNames } from "./service-names.ts";
import { unknownMethod, unknownService } from "./unknown.ts";

/**
 * Several services as one handler. Where the wire names a service, that one is called, or the one that extends it;
 * where it does not, the one that has the method. A call on an interaction goes to the service that created it.
 * @throws TypeError when two of them have the same name, or a method of the same name, those included with which an
 * interaction may begin.
 */
export function serve(...handlers: readonly ServiceHandler[]): Handler {
  const served = serveNamed(...handlers);
  for (const [method, owners] of ownersOf(handlers)) {
    if (owners.length === 1) continue;
    throw new TypeError(`expected different methods where the wire names no service, got ${method} in ${both(owners)}`);
  }
  return served;
}

/**
 * The same for a wire that names the service of each call, as multiplexed Thrift does: methods may have the same name,
 * as those do that several services inherit. A call that names no service is refused if several have the method.
 * @throws TypeError when two of them have the same name.
 */
export function serveNamed(...handlers: readonly ServiceHandler[]): Handler {
  const services = servicesOf(handlers);
  const methods = ownersOf(handlers);
  const names = handlers.map(({ service }) => service.name);
  const creators = new WeakMap<Interaction, ServiceHandler>();
  return (call) => {
    const { interaction } = call;
    if (interaction !== undefined && !interaction.create) return callCreator(creators.get(interaction.of), call);
    const found = call.service === undefined ? methods.get(call.method) : services.get(call.service);
    const handler = found?.length === 1 ? found[0] : undefined;
    if (handler === undefined) return Promise.reject(refusal(call, names, found));
    if (interaction !== undefined) creators.set(interaction.of, handler);
    return handler(call);
  };
}

function callCreator(creator: ServiceHandler | undefined, call: Call): ReturnType<Handler> {
  if (creator !== undefined) return creator(call);
  const { of } = call.interaction as NonNullable<Call["interaction"]>;
  return Promise.reject(interactionLost(of, "none of the services here has created it"));
}

type Owners = ReadonlyMap<string, readonly ServiceHandler[]>;

/** Who answers to the name of a service: the one of that name, or else those that extend it. */
function servicesOf(handlers: readonly ServiceHandler[]): Owners {
  const own = new Map<string, readonly ServiceHandler[]>();
  for (const handler of handlers) {
    const { name } = handler.service;
    if (own.has(name)) throw new TypeError(`expected different services, got ${name} twice`);
    own.set(name, [handler]);
  }
  return new Map([...grouped(handlers, ({ service }) => serviceNames(service)), ...own]);
}

/** Who has a method of that name, of its own or of an interaction that begins with it. */
function ownersOf(handlers: readonly ServiceHandler[]): Owners {
  return grouped(handlers, wireNames);
}

function grouped(handlers: readonly ServiceHandler[], namesOf: (handler: ServiceHandler) => Iterable<string>): Owners {
  const groups = new Map<string, ServiceHandler[]>();
  for (const handler of handlers) {
    for (const name of new Set(namesOf(handler))) {
      const group = groups.get(name);
      if (group === undefined) groups.set(name, [handler]);
      else group.push(handler);
    }
  }
  return groups;
}

function* wireNames({ service }: ServiceHandler): Iterable<string> {
  for (const method of service.methods.values()) yield method.wireName;
  for (const type of service.performs) for (const method of type.methods.values()) yield method.wireName;
}

function refusal(
  { service, method }: Call,
  names: readonly string[],
  found: readonly ServiceHandler[] | undefined,
): ApplicationError {
  if (service !== undefined) return unknownService(names, service);
  if (found === undefined) return unknownMethod(names, method);
  return new ApplicationError(
    "unknown_method",
    `expected the name of a service, since ${both(found)} have a ${method}`,
  );
}

function both(owners: readonly ServiceHandler[]): string {
  return owners.map(({ service }) => service.name).join(" and ");
}
