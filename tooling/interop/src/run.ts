import { cases } from "./cases/cases.ts";
import { type Combination, combinations } from "./combination.ts";
import type { KnownFailure } from "./known-failures.ts";
import type { Peer, ReadyPeer } from "./peers/peer.ts";
import { readySeapink } from "./peers/seapink.ts";
import { count, type Counts, formatRow, noCounts } from "./report.ts";
import { type Trial, tryRow } from "./try-row.ts";
import type { Role } from "./result.ts";
import type { Workshop } from "./workshop.ts";

/** Rows at once: each keeps two processes busy in turns. */
const atOnce = 2;

/** Tries each peer in each role in every combination, and says what comes of it as it comes. */
export async function run(
  peers: readonly Peer[],
  workshop: Workshop,
  known: readonly KnownFailure[],
  say: (line: string) => void,
): Promise<Counts> {
  const counts = noCounts();
  const ours = readySeapink(workshop);
  const trial: Trial = { services: workshop.services, cases, known, ours, met: new Set() };
  for (const peer of peers) {
    const ready = await prepared(peer, workshop);
    if ("missing" in ready) {
      counts.skipped++;
      say(`${peer.name.padEnd(16)}skipped: ${ready.missing}`);
      continue;
    }
    say(`${peer.name}: ${ready.version}`);
    await inParallel(rowsOf(ready), async ([role, combination]) => {
      const row = await tryRow(trial, peer.name, ready, role, combination);
      count(counts, row);
      say(formatRow(row));
    });
  }
  return counts;
}

async function prepared(peer: Peer, workshop: Workshop): Promise<ReadyPeer | { readonly missing: string }> {
  return peer.prepare(workshop);
}

function rowsOf({ roles }: ReadyPeer): readonly (readonly [Role, Combination])[] {
  return roles.flatMap((role) => combinations.map((combination) => [role, combination] as const));
}

async function inParallel<T>(all: readonly T[], work: (one: T) => Promise<void>): Promise<void> {
  const waiting = all.values();
  const worker = async (): Promise<void> => {
    for (const one of waiting) await work(one);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}
