import { mkdir } from "node:fs/promises";
import { resolve } from "node:path";
import type { Server } from "@seapink/transport-tcp";
import { AddressError, parseAddress } from "./address.ts";
import { listenOn } from "./endpoints.ts";
import { keyValueHandler } from "./handler.ts";
import { reportTo } from "./report.ts";
import { keyValueIdl } from "./service.ts";
import { openStore } from "./store.ts";
import { untilStopped } from "./until-stopped.ts";

export interface ServeOptions {
  readonly listen: readonly string[];
  readonly data: string;
}

/** Serves until the process is told to stop, then finishes what runs. */
export async function serve({ listen, data }: ServeOptions): Promise<void> {
  const addresses = listen.map(parseAddress);
  await makeFolder(data);
  const store = openStore(data);
  const servers: Server[] = [];
  const report = reportTo((line) => console.error(line));
  try {
    const handler = keyValueHandler(await keyValueIdl(), store);
    for (const address of addresses) {
      const { server, text } = await listenOn(address, handler, report.line);
      servers.push(server);
      console.error(`listening on ${text}`);
    }
    console.error(`values in ${resolve(data)}`);
    await untilStopped();
  } finally {
    await Promise.all(servers.map((server) => server.close()));
    await store.close();
    report.flush();
  }
}

async function makeFolder(data: string): Promise<void> {
  try {
    await mkdir(data, { recursive: true });
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new AddressError(`--data ${data}: cannot be made: ${reason}`, { cause });
  }
}
