import type { Handler } from "@seapink/core";
import type { Address } from "../address.ts";
import type { Listening, ListenOnOptions } from "../listen-on.ts";
import { describe } from "./describe.ts";
import { reportTo } from "./report.ts";
import { untilStopped } from "./until-stopped.ts";

export interface ServeUntilStoppedOptions extends Pick<ListenOnOptions, "service" | "limits"> {
  /** Lines to print when the server is ready. */
  readonly notes?: readonly string[];
}

/** A drain must be over, and the process gone, within ten seconds of the signal. */
const drainTimeoutMs = 7_000;

/**
 * Serves at all of the addresses, says so on standard error, and returns after a SIGINT or SIGTERM, when what ran has
 * finished. Errors that no client learns of are lines on standard error, too.
 */
export async function serveUntilStopped(
  handler: Handler,
  addresses: readonly Address[],
  { notes = [], limits, ...options }: ServeUntilStoppedOptions = {},
): Promise<void> {
  // From now on, so that a signal in between ends in order, too.
  const stopped = untilStopped();
  // Not before: it takes as long to load as all else that a command needs which does not serve.
  const { listenOn } = await import("../listen-on.ts");
  const report = reportTo((line) => console.error(line));
  const servers: Listening[] = [];
  try {
    for (const address of addresses) {
      const server: Listening = await listenOn(address, handler, {
        ...options,
        limits: { drainTimeoutMs, ...limits },
        onError: (error, scope) => report.line(`${scope?.peer.address ?? server.address}: ${describe(error)}`),
      });
      servers.push(server);
      console.error(`listening on ${server.address}`);
    }
    for (const note of notes) console.error(note);
    await stopped;
  } finally {
    await Promise.all(servers.map((server) => server.close()));
    report.flush();
  }
}
