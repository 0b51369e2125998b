import type { ServiceType } from "@seapink/schema";

/** The names by which a service may be called: its own, and those of the services that it extends. */
export function* serviceNames(service: ServiceType): Iterable<string> {
  for (let type: ServiceType | undefined = service; type !== undefined; type = type.extends) yield type.name;
}
