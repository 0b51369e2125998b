import { parseAddress } from "@seapink/addresses";
import { serveUntilStopped } from "@seapink/addresses/command";
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
  await serveUntilStopped(store.handler, addresses, { service: "FileStore", notes: [`files in ${store.root}`] });
}
