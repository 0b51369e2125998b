import { listen } from "@seapink/transport-tcp";
import { Child } from "../../child.ts";
import { conformanceLimits } from "../rocket-settings.ts";
import type { ClientUnderTest } from "../try-client.ts";
import { usualHost } from "./arguments.ts";
import { ours } from "./ours.ts";

/** How our own client is started. */
export const ourClient: readonly [string, ...string[]] = ours(new URL("./client-main.ts", import.meta.url));

const patienceMs = 60_000;
/** A client that ends without closing its connection is not waited for. */
const limits = { ...conformanceLimits, drainTimeoutMs: 100 };

/** Runs a client in a process of its own, which is told the port in its last argument, as fbthrift's runner does it. */
export function clientProcess(
  command: readonly [string, ...string[]],
  host: string = usualHost,
): ClientUnderTest["run"] {
  return async (handler, dialect) => {
    const server = await listen(handler, { port: 0, host, dialects: [dialect], limits, onError: () => undefined });
    const child = new Child([...command, "--port", String(server.port)]);
    try {
      while ((await child.line(patienceMs)) !== undefined);
      await child.exited;
      return child.complaint();
    } finally {
      await child.end();
      await server.close();
    }
  };
}
