import type { ApplicationError, Call, Handler } from "@seapink/core";
import type { ServiceHandler } from "./implement.ts";
import { interactionsOf } from "./service-interactions.ts";
import { serviceNames } from "./service-names.ts";
import { unknownMethod, unknownService } from "./unknown.ts";

/**
 * Several services as one handler. Where the wire names a service, that one is called, or the one that extends it;
 * where it does not, the one that has the method.
 * @throws TypeError when two of them have the same name, or a method of the same name.
 */
export function serve(...handlers: readonly ServiceHandler[]): Handler {
  const services = new Map<string, Handler>();
  const methods = new Map<string, ServiceHandler>();
  for (const handler of handlers) {
    const { name } = handler.service;
    if (services.has(name)) throw new TypeError(`expected different services, got ${name} twice`);
    services.set(name, handler);
    for (const method of wireNames(handler)) claim(methods, method, handler);
  }
  const names = [...services.keys()];
  // Two that extend the same one would have methods in common.
  for (const handler of handlers)
    for (const name of serviceNames(handler.service)) if (!services.has(name)) services.set(name, handler);
  return (call) => {
    const handler = call.service === undefined ? methods.get(call.method) : services.get(call.service);
    return handler ? handler(call) : Promise.reject(unknown(call, names));
  };
}

function claim(methods: Map<string, ServiceHandler>, method: string, handler: ServiceHandler): void {
  const other = methods.get(method);
  if (other !== undefined && other !== handler) {
    const names = `${other.service.name} and ${handler.service.name}`;
    throw new TypeError(`expected different methods where the wire names no service, got ${method} in ${names}`);
  }
  methods.set(method, handler);
}

/** Of the methods and of those of the interactions. */
function* wireNames({ service }: ServiceHandler): Iterable<string> {
  for (const method of service.methods.values()) yield method.wireName;
  for (const type of interactionsOf(service)) for (const method of type.methods.values()) yield method.wireName;
}

function unknown({ service, method }: Call, services: readonly string[]): ApplicationError {
  return service === undefined ? unknownMethod(services, method) : unknownService(services, service);
}
