import { cases } from "./cases/cases.ts";
import { type Combination, combinations } from "./combination.ts";
import type { KnownFailure } from "./known-failures.ts";
import type { Peer, ReadyPeer } from "./peers/peer.ts";
import { readySeapink } from "./peers/seapink.ts";
import { count, type Counts, formatRow, noCounts } from "./report.ts";
import type { Role } from "./result.ts";
import { reasonOf, type Trial, tryRow } from "./try-row.ts";
import type { Workshop } from "./workshop.ts";

/** Rows at once: in each, client and server mostly wait for each other. */
const atOnce = 2;

type Say = (line: string) => void;

/** Tries each peer in each role in every combination, and says what comes of it as it comes. */
export async function run(
  peers: readonly Peer[],
  workshop: Workshop,
  known: readonly KnownFailure[],
  say: Say,
): Promise<Counts> {
  const counts = noCounts();
  const trial: Trial = { services: workshop.services, cases, known, ours: readySeapink(workshop) };
  for (const peer of peers) {
    const ready = await prepared(peer, workshop);
    if ("version" in ready) await tryRows(trial, peer.name, ready, counts, say);
    else {
      counts["missing" in ready ? "skipped" : "failed"]++;
      say(`${peer.name.padEnd(18)}${"missing" in ready ? `skipped: ${ready.missing}` : `FAIL ${ready.broken}`}`);
    }
  }
  return counts;
}

type Prepared = ReadyPeer | { readonly missing: string } | { readonly broken: string };

function prepared(peer: Peer, workshop: Workshop): Promise<Prepared> {
  return peer.prepare(workshop).catch((error: unknown) => ({ broken: reasonOf(error) }));
}

async function tryRows(trial: Trial, name: string, peer: ReadyPeer, counts: Counts, say: Say): Promise<void> {
  say(`${name}: ${peer.version}`);
  await inParallel(rowsOf(peer), async ([role, combination]) => {
    const row = await tryRow(trial, name, peer, role, combination);
    count(counts, row);
    say(formatRow(row));
  });
}

function rowsOf(peer: ReadyPeer): readonly (readonly [Role, Combination])[] {
  const spoken = combinations.filter((combination) => peer.speaks(combination));
  return peer.roles.flatMap((role) => spoken.map((combination) => [role, combination] as const));
}

async function inParallel<T>(all: readonly T[], work: (one: T) => Promise<void>): Promise<void> {
  const waiting = all.values();
  const worker = async (): Promise<void> => {
    for (const one of waiting) await work(one);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}
