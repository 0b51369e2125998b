import { type Call, type Limits, ProtocolError } from "@seapink/core";

/**
 * Whether calls name their service. A record gives services other names on the wire: the first is spoken, all are
 * understood, and so is the name of the service itself. What it does not list goes under its own name. The dialect knows no
 * services, so that a name in it that none has, `calculator` for `Calculator`, is never told.
 */
export type Multiplexed = boolean | Readonly<Record<string, string | readonly string[]>>;

const separator = ":";

/** How services and methods share the name of a message: `Calculator:add` (Apache's multiplexed protocol). */
export class ServiceNames {
  readonly #isSpoken: boolean;
  readonly #spoken: Map<string, string> = new Map();
  /** By their names on the wire. */
  readonly #services: Map<string, string> = new Map();

  constructor(multiplexed: Multiplexed) {
    this.#isSpoken = multiplexed !== false;
    if (typeof multiplexed !== "object") return;
    for (const [service, names] of Object.entries(multiplexed)) this.#list(service, [names].flat());
  }

  #list(service: string, names: readonly string[]): void {
    const [spoken] = names;
    if (spoken === undefined) throw new RangeError(`multiplexed: expected a name for ${service}, got none`);
    this.#spoken.set(service, spoken);
    for (const name of names) {
      const other = this.#services.get(name);
      if (!isWritable(name)) throw new RangeError(`multiplexed: expected ${wanted}, got ${JSON.stringify(name)}`);
      if (other !== undefined) throw new RangeError(`multiplexed: expected ${name} once, got ${other} and ${service}`);
      this.#services.set(name, service);
    }
  }

  /**
   * The name of a call's message.
   * @throws ProtocolError for a name that the peer would take for another, or not at all
   */
  nameOf({ service, method }: Call, { maxMethodNameBytes }: Limits): string {
    const isNamed = this.#isSpoken && service !== undefined;
    const name = isNamed ? this.#wireNameOf(service) + separator + method : method;
    if (!isNamed && method.includes(separator)) throw unwritable("a method's name without a colon", method);
    // For a name that is too long the peer would close the connection, with all the calls on it.
    if (name.length * 3 > maxMethodNameBytes) checkSize(name, maxMethodNameBytes);
    return name;
  }

  #wireNameOf(service: string): string {
    const spoken = this.#spoken.get(service);
    if (spoken !== undefined) return spoken;
    if (!isWritable(service)) throw unwritable(wanted, service);
    const other = this.#services.get(service);
    if (other !== undefined) throw unwritable(`a service whose name is not on the wire ${other}'s`, service);
    return service;
  }

  /** The service that has this name on the wire. */
  serviceOf(wireName: string): string {
    return this.#services.get(wireName) ?? wireName;
  }
}

/** Where a message's name divides: the first colon; -1 where it names no service. */
export function endOfService(name: string): number {
  return name.indexOf(separator);
}

const wanted = "a service's name that is not empty and has no colon";

// Some peers drop an empty name, and would take the method for one of their default service.
function isWritable(name: string): boolean {
  return name !== "" && !name.includes(separator);
}

function unwritable(expected: string, got: string): ProtocolError {
  const shown = JSON.stringify(got.slice(0, 100));
  return new ProtocolError("not_implemented", `expected ${expected}, got ${shown}`, { mayHaveRun: false });
}

function checkSize(name: string, most: number): void {
  const size = new TextEncoder().encode(name).length;
  if (size > most) throw unwritable(`a name of at most ${most} bytes`, name);
}
