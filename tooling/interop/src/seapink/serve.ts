import type { Dialect } from "@seapink/core";
import { serve as together, type ServiceHandler } from "@seapink/rpc";
import { listen } from "@seapink/transport-tcp";
import type { Served } from "../peers/peer.ts";

/** Clients that end without closing their connection are not waited for. */
const limits = { drainTimeoutMs: 100 };

/** Our server: a port for each service, or one for all where the wire names them. */
export async function serve(
  handlers: ReadonlyMap<string, ServiceHandler>,
  dialect: Dialect,
  multiplexed: boolean,
): Promise<Served> {
  const all = together(...handlers.values());
  const options = { port: 0, dialects: [dialect], limits, onError: () => undefined };
  const one = multiplexed ? await listen(all, options) : undefined;
  const servers = await Promise.all(
    Array.from(handlers, async ([name, handler]) => [name, one ?? (await listen(handler, options))] as const),
  );
  return {
    ports: Object.fromEntries(servers.map(([name, server]) => [name, server.port])),
    close: async () => {
      await Promise.all(servers.map(([, server]) => server.close()));
    },
  };
}
