import type { Program } from "@seapink/idl";
import type { Method, ServiceType } from "@seapink/schema";
import { UsageError } from "./usage-error.ts";

/** A method and the service to call it on. */
export interface FoundMethod {
  readonly service: ServiceType;
  readonly method: Method;
}

/**
 * Finds `Service.method`, or `method` where only one service of the file has it.
 * @throws UsageError with what there is
 */
export function methodOf(program: Program, text: string): FoundMethod {
  const dot = text.lastIndexOf(".");
  const name = text.slice(dot + 1);
  const services = dot === -1 ? [...program.services.values()] : [program.service(text.slice(0, dot))];
  const found = services.flatMap((service) => {
    const method = service.methods.get(name);
    return method === undefined ? [] : [{ service, method }];
  });
  const [first, second] = found;
  if (first === undefined) throw new UsageError(`METHOD: expected one of ${methodNames(services)}, got ${text}`);
  if (second !== undefined) {
    const names = found.map(({ service }) => `${service.name}.${name}`).join(" or ");
    throw new UsageError(`METHOD: expected ${names}, got ${text}, which each of these services has`);
  }
  return first;
}

function methodNames(services: readonly ServiceType[]): string {
  const names = services.flatMap((service) =>
    Array.from(service.methods.keys(), (method) => `${service.name}.${method}`),
  );
  return names.length === 0 ? "the methods of a service, of which the file has none" : names.join(", ");
}
