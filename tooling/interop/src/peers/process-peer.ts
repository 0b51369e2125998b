import type { Case, Came, Outcome } from "../case.ts";
import { Child } from "../child.ts";
import type { Combination, ProtocolName } from "../combination.ts";
import type { PemFiles } from "../certificates.ts";
import type { Workshop } from "../workshop.ts";
import type { Ports, ReadyPeer, Served } from "./peer.ts";

/** Until a peer's program has started, and between two of its answers. */
const patienceMs = 30_000;

export interface PeerProgram {
  readonly version: string;
  /** What is run; the role and the settings as JSON come behind it. */
  readonly command: readonly [string, ...string[]];
  /** More to tell the program. */
  readonly settings?: Readonly<Record<string, string | boolean>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly speaks?: (combination: Combination) => boolean;
  readonly cannot?: (asked: Case) => string | undefined;
}

/** What a peer's program is told, as JSON: how to speak, and where to find the rest. */
export interface Settings extends Combination {
  readonly protocol: Exclude<ProtocolName, "json-lenient">;
  /** Files: of the description, of the cases. */
  readonly description: string;
  readonly cases: string;
  readonly ports: Ports | undefined;
  readonly pemFiles: PemFiles;
  /** The cases to call, by name. */
  readonly only: readonly string[];
}

/**
 * A peer whose program serves (`serve SETTINGS`: prints `ready {"Service": port, …}` and stays), or calls (`call
 * SETTINGS`: prints a line of JSON for each case, and ends).
 */
export function processPeer(workshop: Workshop, program: PeerProgram): ReadyPeer {
  const start = (role: string, settings: Combination & { ports?: Ports; only?: readonly string[] }): Child => {
    const { description, cases, certificates } = workshop;
    const pemFiles = certificates.files;
    // Only ours can be asked to be lenient.
    const protocol = settings.protocol === "json-lenient" ? "json" : settings.protocol;
    const all: Settings = { ports: undefined, only: [], ...settings, protocol, description, cases, pemFiles };
    return new Child([...program.command, role, JSON.stringify({ ...program.settings, ...all })], program.env);
  };
  return {
    version: program.version,
    roles: ["server", "client"],
    speaks: (combination) => program.speaks?.(combination) ?? true,
    cannot: (asked) => program.cannot?.(asked),
    serve: (combination) => ready(start("serve", combination)),
    async call(combination, ports, asked) {
      const child = start("call", { ...combination, ports, only: asked.map((one) => one.name) });
      try {
        return await outcomes(child, asked.length);
      } finally {
        await child.end();
      }
    },
  };
}

async function ready(child: Child): Promise<Served> {
  try {
    const line = await child.line(patienceMs);
    if (line === undefined || !line.startsWith("ready ")) {
      throw new Error(`expected a server that is ready, got ${line ?? "the end of its process"}${child.complaint()}`);
    }
    return { ports: JSON.parse(line.slice("ready ".length)) as Ports, close: () => child.end() };
  } catch (error) {
    await child.end();
    throw error;
  }
}

type Told = Came & { readonly case: string; readonly ms: number };

/** What it has told until it ended; who asked misses the rest. */
async function outcomes(child: Child, expected: number): Promise<ReadonlyMap<string, Outcome>> {
  const told = new Map<string, Outcome>();
  while (told.size < expected) {
    const line = await child.line(patienceMs);
    if (line === undefined) break;
    const { case: name, ...outcome } = JSON.parse(line) as Told;
    told.set(name, outcome);
  }
  if (told.size === 0) throw new Error(`expected outcomes of the client, got none${child.complaint()}`);
  return told;
}
