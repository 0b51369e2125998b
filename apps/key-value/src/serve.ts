import { resolve } from "node:path";
import { parseAddress } from "@seapink/addresses";
import { serveUntilStopped } from "@seapink/addresses/command";
import { openKeyValue } from "./open-key-value.ts";

export interface ServeOptions {
  readonly listen: readonly string[];
  readonly data: string;
}

/** Serves until the process is told to stop, then finishes what runs. */
export async function serve({ listen, data }: ServeOptions): Promise<void> {
  const addresses = listen.map(parseAddress);
  await using keyValue = await openKeyValue(data);
  await serveUntilStopped(keyValue.handler, addresses, { service: "KeyValue", notes: [`values in ${resolve(data)}`] });
}
