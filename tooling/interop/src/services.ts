import { loadIdl } from "@seapink/idl/node";
import type { Method, ServiceType } from "@seapink/schema";

/** The text that the peers' compilers read too. */
export const idlFiles: readonly URL[] = ["thrift_test", "lab", "uuids"].map(
  (name) => new URL(`../idl/${name}.thrift`, import.meta.url),
);

/** A service as a client knows it. A newer one has the name of the older that its client speaks to. */
export interface TestedService {
  readonly type: ServiceType;
  readonly wireName: string;
  /** The name of its file without the ending, and of the module that peers generate of it. */
  readonly module: string;
}

export type TestedServices = ReadonlyMap<string, TestedService>;

/** Clients of them have this name, servers the other. */
const olderServers: ReadonlyMap<string, string> = new Map([["LabNext", "Lab"]]);

export async function loadServices(): Promise<TestedServices> {
  const services = new Map<string, TestedService>();
  for (const file of idlFiles) {
    const program = await loadIdl(file, { fieldIds: "explicit" });
    const module = file.pathname.slice(file.pathname.lastIndexOf("/") + 1, -".thrift".length);
    for (const [name, type] of program.services) {
      // Only a part of another service.
      if (name === "LabBase") continue;
      const wireName = olderServers.get(name) ?? name;
      services.set(name, { type: { ...type, name: wireName }, wireName, module });
    }
  }
  return services;
}

export function methodOf(services: TestedServices, service: string, method: string): Method {
  const found = services.get(service)?.type.methods.get(method);
  if (found === undefined) throw new RangeError(`expected a method of the services, got ${service}.${method}`);
  return found;
}
