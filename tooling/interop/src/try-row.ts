import type { Case, Outcome } from "./case.ts";
import { type Combination, dialectName } from "./combination.ts";
import { judge } from "./judge.ts";
import type { KnownFailure } from "./known-failures.ts";
import type { ReadyPeer } from "./peers/peer.ts";
import type { Part, Result, Row } from "./result.ts";
import { methodOf, type TestedServices } from "./services.ts";

/** What all rows of a run share. */
export interface Trial {
  readonly services: TestedServices;
  readonly cases: readonly Case[];
  readonly known: readonly KnownFailure[];
  /** The other side. */
  readonly ours: ReadyPeer;
}

/** All cases between a peer in its role and ours in the other. Never rejects: what breaks fails the row. */
export async function tryRow(trial: Trial, name: string, peer: ReadyPeer, part: Part): Promise<Row> {
  const { role, combination } = part;
  const [server, client] = role === "server" ? [peer, trial.ours] : [trial.ours, peer];
  try {
    const cases = trial.cases.filter((one) => isWorthwhile(one, combination));
    const asked = cases.filter((one) => peer.cannot(one) === undefined);
    const served = await server.serve(combination);
    try {
      const outcomes = await client.call(combination, served.ports, asked);
      const results = cases.map((one) => resultOf(trial, name, part, one, peer.cannot(one), outcomes));
      return { peer: name, part, results };
    } finally {
      await served.close();
    }
  } catch (error) {
    return { peer: name, part, results: { failed: reasonOf(error) } };
  }
}

/** What is large goes through JSON only once for each framing: neither names nor TLS have to do with it. */
function isWorthwhile({ isLarge = false }: Case, { protocol, multiplexed, tls }: Combination): boolean {
  return !(isLarge && protocol.startsWith("json") && (multiplexed || tls));
}

function resultOf(
  { services, known }: Trial,
  peer: string,
  { role, combination }: Part,
  one: Case,
  cannot: string | undefined,
  outcomes: ReadonlyMap<string, Outcome>,
): Result {
  if (cannot !== undefined) return { name: one.name, status: "skipped", reason: cannot };
  const outcome = outcomes.get(one.name);
  const method = methodOf(services, one.service, one.method);
  const reason = outcome === undefined ? "the client told of no outcome" : judge(one, outcome, method);
  const place = [peer, role, dialectName(combination), combination.protocol, one.name] as const;
  const excuse = known.find((failure) => failure.matches(...place));
  if (reason !== undefined && excuse !== undefined) return { name: one.name, status: "known", reason: excuse.reason };
  if (excuse !== undefined) {
    const unexpected = `unexpectedly passes: remove line ${excuse.line} of known-failures.txt`;
    return { name: one.name, status: "failed", reason: unexpected };
  }
  return { name: one.name, status: reason === undefined ? "passed" : "failed", reason };
}

export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
