import { parseAddress } from "@seapink/addresses";
import { serveUntilStopped } from "@seapink/addresses/command";
import { defaultLimits, type Limits } from "@seapink/core";
import { createFileStore } from "./create-file-store.ts";

export interface ServeOptions {
  readonly listen: readonly string[];
  readonly root: string;
  readonly maxOpen: number;
}

/** Serves until the process is told to stop, then finishes what runs. */
export async function serve({ listen, root, maxOpen }: ServeOptions): Promise<void> {
  const addresses = listen.map(parseAddress);
  const store = await createFileStore(root, maxOpen);
  await serveUntilStopped(store.handler, addresses, {
    service: "FileStore",
    limits: connectionLimits(maxOpen),
    notes: [`files in ${store.root}`],
  });
}

/** One client may not have all of the files: an eighth at most. */
export function connectionLimits(maxOpen: number): Pick<Limits, "maxInteractions" | "maxStreams"> {
  const most = Math.max(1, Math.floor(maxOpen / 8));
  return {
    maxInteractions: Math.min(most, defaultLimits.maxInteractions),
    maxStreams: Math.min(most, defaultLimits.maxStreams),
  };
}
