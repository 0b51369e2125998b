import { ApplicationError, type Call, type Handler } from "@seapink/core";
import type { ServiceHandler } from "./implement.ts";
import { interactionsOf } from "./service-interactions.ts";

/**
 * Several services as one handler. Where the wire names a service, that one is called; where it does not, the one that
 * has the method.
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
  return (call) => {
    const handler = call.service === undefined ? methods.get(call.method) : services.get(call.service);
    return handler ? handler(call) : Promise.reject(unknown(call, [...services.keys()]));
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
  const known = services.join(", ");
  if (service !== undefined) {
    return new ApplicationError(
      "unknown_service",
      `expected one of ${known}, got ${JSON.stringify(service.slice(0, 100))}`,
    );
  }
  return new ApplicationError(
    "unknown_method",
    `none of ${known} has a method ${JSON.stringify(method.slice(0, 100))}`,
  );
}
