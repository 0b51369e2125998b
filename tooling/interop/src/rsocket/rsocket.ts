import { createRequire } from "node:module";
import { count, type Counts, formatRow } from "../report.ts";
import type { Result, Role, Row } from "../result.ts";
import { reasonOf } from "../try-row.ts";
import { type FrameCase, within } from "./checks.ts";
import { clientCases } from "./client-cases.ts";
import { serverCases } from "./server-cases.ts";

const caseMs = 10_000;
const require = createRequire(import.meta.url);

/** npm's RSocket, a peer for the frames of Rocket: it knows nothing of Thrift. */
export const rsocketName = "rsocket";

/** Tries both roles of the library, each a row. */
export async function runRsocket(counts: Counts, say: (line: string) => void): Promise<void> {
  const { version } = require("rsocket-core/package.json") as { readonly version: string };
  say(`${rsocketName}: RSocket ${version} on Node ${process.versions.node}`);
  const parts = [
    ["server", serverCases],
    ["client", clientCases],
  ] as const;
  for (const [role, cases] of parts) {
    const tried = await row(role, cases);
    count(counts, tried);
    say(formatRow(tried));
  }
}

async function row(role: Role, cases: readonly FrameCase[]): Promise<Row> {
  const results: Result[] = [];
  for (const one of cases) results.push(await tried(one));
  return { peer: `${rsocketName.padEnd(18)}${role.padEnd(7)}${"rocket".padEnd(38)}`, part: undefined, results };
}

async function tried(one: FrameCase): Promise<Result> {
  const { name } = one;
  try {
    await within(caseMs, `the case ${name} to end`, one.run());
    return { name, status: "passed", reason: undefined };
  } catch (error) {
    return { name, status: "failed", reason: reasonOf(error) };
  }
}
