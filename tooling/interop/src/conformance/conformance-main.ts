import { parseArgs } from "node:util";
import { type Counts, count, exitCode, formatRow, noCounts, summary } from "../report.ts";
import type { Result, Role } from "../result.ts";
import { reasonOf } from "../try-row.ts";
import type { ConformanceCase } from "./cases/conformance-case.ts";
import { conformanceCases } from "./cases/conformance-cases.ts";
import { portOf, protocolOf, usualHost } from "./processes/arguments.ts";
import { clientProcess, ourClient } from "./processes/client-process.ts";
import { connectTo, startServer } from "./processes/server-process.ts";
import type { BodyProtocol } from "./rocket-settings.ts";
import { loadSuite, type Suite } from "./suite.ts";
import { type ClientUnderTest, tryClient } from "./try-client.ts";
import { type ServerUnderTest, tryServer } from "./try-server.ts";

type Say = (line: string) => void;

export const conformanceUsage = `       pnpm interop conformance
       pnpm interop conformance server --port N [--host HOST] [--protocol compact|binary]
       pnpm interop conformance client [--host HOST] [--protocol compact|binary] -- COMMAND…`;

/** Tries fbthrift's conformance cases: ours against ours, or one side of somebody else's. Returns the exit code. */
export async function conformance([role, ...args]: readonly string[], say: Say): Promise<number> {
  const counts = noCounts();
  if (role === undefined) await oursAgainstOurs(counts, say);
  else if (role === "server" || role === "client") await tryOther(role, args, counts, say);
  else {
    process.stderr.write(`usage:\n${conformanceUsage}\n`);
    return 2;
  }
  say(summary(counts));
  return exitCode(counts);
}

/** Ours in either role, in processes of their own. */
export async function oursAgainstOurs(counts: Counts, say: Say): Promise<void> {
  for (const protocol of ["compact", "binary"] as const) {
    await row({ role: "server", protocol }, counts, say, async (suite) => {
      const { port, end } = await startServer(protocol);
      try {
        return await serverResults({ suite, protocol, isToldAll: true, connect: connectTo(port) });
      } finally {
        await end();
      }
    });
    const run = clientProcess([...ourClient, "--protocol", protocol]);
    await row({ role: "client", protocol }, counts, say, (suite) =>
      clientResults({ suite, protocol, isToldAll: true, run }),
    );
  }
}

async function tryOther(role: Role, args: readonly string[], counts: Counts, say: Say): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      port: { type: "string", default: "0" },
      host: { type: "string", default: usualHost },
      protocol: { type: "string", default: "compact" },
    },
  });
  const { host, port } = values;
  const protocol = protocolOf(values.protocol);
  await row({ role, protocol }, counts, say, async (suite) => {
    const common = { suite, protocol, isToldAll: true };
    if (role === "server") return await serverResults({ ...common, connect: connectTo(portOf(port), host) });
    const [program, ...rest] = positionals;
    if (program === undefined) throw new TypeError("expected the command of a client, got none");
    return await clientResults({ ...common, run: clientProcess([program, ...rest], host) });
  });
}

function serverResults(server: ServerUnderTest): Promise<readonly Result[]> {
  return inTurn(conformanceCases("server"), (tried) => tryServer(server, tried));
}

function clientResults(client: ClientUnderTest): Promise<readonly Result[]> {
  return inTurn(conformanceCases("client"), (tried) => tryClient(client, tried));
}

async function inTurn(
  cases: readonly ConformanceCase[],
  tryOne: (tried: ConformanceCase) => Promise<Result>,
): Promise<readonly Result[]> {
  const results: Result[] = [];
  for (const tried of cases) results.push(await tryOne(tried));
  return results;
}

interface Part {
  readonly role: Role;
  readonly protocol: BodyProtocol;
}

async function row(
  { role, protocol }: Part,
  counts: Counts,
  say: Say,
  results: (suite: Suite) => Promise<readonly Result[]>,
): Promise<void> {
  const peer = `${"conformance".padEnd(18)}${role.padEnd(7)}${"rocket".padEnd(25)}${protocol.padEnd(13)}`;
  const came = await results(await loadSuite()).catch((error: unknown) => ({ failed: reasonOf(error) }));
  const tried = { peer, part: undefined, results: came };
  count(counts, tried);
  say(formatRow(tried));
}
