import { cases } from "./cases/cases.ts";
import { combinations } from "./combination.ts";
import type { KnownFailure } from "./known-failures.ts";
import type { Peer, ReadyPeer } from "./peers/peer.ts";
import { readySeapink } from "./peers/seapink.ts";
import { count, type Counts, formatRow, noCounts } from "./report.ts";
import type { Part, Row } from "./result.ts";
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
  const tell = (row: Row): void => {
    count(counts, row);
    say(formatRow(row));
  };
  const trial: Trial = { services: workshop.services, cases, known, ours: readySeapink(workshop) };
  for (const peer of peers) {
    const ready = await prepared(peer, workshop);
    if (!("version" in ready)) tell({ peer: peer.name, part: undefined, results: ready });
    else {
      say(`${peer.name}: ${ready.version}`);
      await inParallel(partsOf(ready), async (part) => tell(await tryRow(trial, peer.name, ready, part)));
    }
  }
  return counts;
}

type Prepared = ReadyPeer | { readonly skipped: string } | { readonly failed: string };

async function prepared(peer: Peer, workshop: Workshop): Promise<Prepared> {
  try {
    const ready = await peer.prepare(workshop);
    return "missing" in ready ? { skipped: ready.missing } : ready;
  } catch (error) {
    return { failed: reasonOf(error) };
  }
}

function partsOf(peer: ReadyPeer): readonly Part[] {
  const spoken = combinations.filter((combination) => peer.speaks(combination));
  return peer.roles.flatMap((role) => spoken.map((combination) => ({ role, combination })));
}

async function inParallel<T>(all: readonly T[], work: (one: T) => Promise<void>): Promise<void> {
  const waiting = all.values();
  const worker = async (): Promise<void> => {
    for (const one of waiting) await work(one);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}
