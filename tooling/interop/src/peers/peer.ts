import type { Case, Outcome } from "../case.ts";
import type { Combination } from "../combination.ts";
import type { Role } from "../result.ts";
import type { Workshop } from "../workshop.ts";

/** The port of each service, by its name on the wire. */
export type Ports = Readonly<Record<string, number>>;

export interface Served {
  readonly ports: Ports;
  close(): Promise<void>;
}

/** An implementation of Thrift that is none of ours, or is (`seapink`). */
export interface Peer {
  readonly name: string;
  /** Makes what it needs in the workshop; a reason where this machine does not have it. */
  prepare(workshop: Workshop): Promise<ReadyPeer | { readonly missing: string }>;
}

export interface ReadyPeer {
  /** Of its library and of what generated its code. */
  readonly version: string;
  readonly roles: readonly Role[];
  /** Whether it is worth a row: some peers are another in a few respects only. */
  speaks(combination: Combination): boolean;
  /** Why it cannot try this case. */
  cannot(asked: Case): string | undefined;
  serve(combination: Combination): Promise<Served>;
  /** Calls all of them in this order, whatever becomes of one, and tells by their names what came. */
  call(combination: Combination, ports: Ports, asked: readonly Case[]): Promise<ReadonlyMap<string, Outcome>>;
}
