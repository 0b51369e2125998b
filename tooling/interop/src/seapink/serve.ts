import type { Dialect } from "@seapink/core";
import { serve as together, type ServiceHandler } from "@seapink/rpc";
import { listen } from "@seapink/transport-tcp";
import type { Pems } from "../certificates.ts";
import type { Served } from "../peers/peer.ts";

/** Clients that end without closing their connection are not waited for. */
const limits = { drainTimeoutMs: 100 };

interface ServeOptions {
  readonly dialects: readonly Dialect[];
  readonly isMultiplexed: boolean;
  readonly tls: Pems | undefined;
}

/** Our server: a port for each service, or one for all where the wire names them. */
export async function serve(
  handlers: ReadonlyMap<string, ServiceHandler>,
  { dialects, isMultiplexed, tls }: ServeOptions,
): Promise<Served> {
  const all = together(...handlers.values());
  const options = { port: 0, dialects, limits, onError: () => undefined, tls };
  const one = isMultiplexed ? await listen(all, options) : undefined;
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
