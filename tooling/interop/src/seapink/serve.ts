import type { Dialect, Handler } from "@seapink/core";
import { listen } from "@seapink/transport-tcp";
import type { Served } from "../peers/peer.ts";

/** Our server: a port for each service. */
export async function serve(handlers: ReadonlyMap<string, Handler>, dialect: Dialect): Promise<Served> {
  const servers = await Promise.all(
    Array.from(handlers, async ([name, handler]) => {
      const server = await listen(handler, { port: 0, dialects: [dialect], limits, onError: () => undefined });
      return [name, server] as const;
    }),
  );
  return {
    ports: Object.fromEntries(servers.map(([name, server]) => [name, server.port])),
    close: async () => {
      await Promise.all(servers.map(([, server]) => server.close()));
    },
  };
}

/** Clients that end without closing their connection are not waited for. */
const limits = { drainTimeoutMs: 100 };
