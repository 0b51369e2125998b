import { type Call, derive, type Filter, type Handler } from "@seapink/core";
import { implement, serveNamed } from "@seapink/rpc";
import type { Method, ServiceType } from "@seapink/schema";
import { mockService } from "./mock-service.ts";
import type { Script } from "./script.ts";

export interface MockHandlerOptions {
  /** What every call goes through, by the name of the service that answers. */
  readonly filtersOf?: (service: string) => readonly Filter[];
}

/**
 * All services as one handler. Where the wire names no service, and several have a method of the same meaning since they
 * inherit it, the last of them answers; where it means different things, the call is refused.
 */
export function mockHandler(
  services: readonly ServiceType[],
  script: Script,
  { filtersOf = () => [] }: MockHandlerOptions = {},
): Handler {
  const named = serveNamed(
    ...services.map((service) =>
      implement(service, mockService(service, script), { filters: filtersOf(service.name) }),
    ),
  );
  const meanings = meaningsIn(services);
  return (call) => {
    const { methods, owners } = (namesNothing(call) && meanings.get(call.method)) || none;
    return named(methods.size === 1 ? derive(call, { service: owners.at(-1) }) : call);
  };
}

/** The names of methods with which several services mean different things. */
export function ambiguousMethods(services: readonly ServiceType[]): readonly string[] {
  return Array.from(meaningsIn(services)).flatMap(([name, { methods }]) => (methods.size > 1 ? [name] : []));
}

/** A call on an interaction goes to the service that created it. */
function namesNothing({ service, interaction }: Call): boolean {
  return service === undefined && (interaction === undefined || interaction.create);
}

/** What a name on the wire may stand for, and the services that it does so for. */
interface Meaning {
  readonly methods: Set<Method>;
  readonly owners: string[];
}

const none: Meaning = { methods: new Set(), owners: [] };

function meaningsIn(services: readonly ServiceType[]): ReadonlyMap<string, Meaning> {
  const meanings = new Map<string, Meaning>();
  for (const service of services) {
    for (const method of wireMethods(service)) {
      const meaning = meanings.get(method.wireName) ?? { methods: new Set(), owners: [] };
      meaning.methods.add(method);
      meaning.owners.push(service.name);
      meanings.set(method.wireName, meaning);
    }
  }
  return meanings;
}

function* wireMethods({ methods, performs }: ServiceType): Iterable<Method> {
  yield* methods.values();
  for (const interaction of performs) yield* interaction.methods.values();
}
