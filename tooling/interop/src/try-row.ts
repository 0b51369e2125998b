import type { Case, Outcome } from "./case.ts";
import { type Combination, dialectName } from "./combination.ts";
import { judge } from "./judge.ts";
import type { KnownFailure } from "./known-failures.ts";
import type { ReadyPeer } from "./peers/peer.ts";
import type { Result, Role, Row } from "./result.ts";
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
export async function tryRow(
  trial: Trial,
  name: string,
  peer: ReadyPeer,
  role: Role,
  combination: Combination,
): Promise<Row> {
  const row = { peer: name, role, combination };
  const lacking = trial.ours.lacks(combination) ?? peer.lacks(combination);
  if (lacking !== undefined) return { ...row, results: { skipped: lacking } };
  const [server, client] = role === "server" ? [peer, trial.ours] : [trial.ours, peer];
  try {
    const cases = trial.cases.filter((one) => isWorthwhile(one, combination));
    const asked = cases.filter((one) => peer.cannot(one) === undefined);
    const served = await server.serve(combination);
    try {
      const outcomes = await client.call(combination, served.ports, asked);
      return { ...row, results: cases.map((one) => resultOf(trial, row, one, peer.cannot(one), outcomes)) };
    } finally {
      await served.close();
    }
  } catch (error) {
    return { ...row, results: { failed: reasonOf(error) } };
  }
}

/** What is large goes through JSON only once for each framing: neither names nor TLS have to do with it. */
function isWorthwhile({ isLarge = false }: Case, { protocol, multiplexed, tls }: Combination): boolean {
  return !(isLarge && protocol.startsWith("json") && (multiplexed || tls));
}

function resultOf(
  { services, known }: Trial,
  { peer, role, combination }: Omit<Row, "results">,
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
