import { connect } from "@seapink/transport-tcp";
import { Child } from "../../child.ts";
import { type BodyProtocol, conformanceLimits } from "../rocket-settings.ts";
import type { ServerUnderTest } from "../try-server.ts";
import { usualHost } from "./arguments.ts";
import { ours } from "./ours.ts";

const patienceMs = 30_000;

/** A process of ours with a server under test. */
export interface ServerProcess {
  readonly port: number;
  readonly end: () => Promise<void>;
}

export async function startServer(protocol: BodyProtocol): Promise<ServerProcess> {
  const child = new Child([
    ...ours(new URL("./server-main.ts", import.meta.url)),
    "--protocol",
    protocol,
    "--attached",
  ]);
  const line = await child.line(patienceMs);
  const port = Number(line);
  if (port > 0) return { port, end: () => child.end() };
  await child.end();
  throw new Error(`expected the port of a server, got ${line ?? "the end of its process"}${child.complaint()}`);
}

/** How to reach a server of whatever kind on a port. */
export function connectTo(port: number, host: string = usualHost): ServerUnderTest["connect"] {
  return (dialect) => connect({ port, host, dialect, limits: conformanceLimits, onError: () => undefined });
}
