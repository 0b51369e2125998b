import { once } from "node:events";
import { rename } from "node:fs/promises";
import { createServer } from "node:net";

/** Leaves a socket at a path as a server does that is killed. */
export async function leaveStale(path: string): Promise<void> {
  const server = createServer().listen(`${path}.new`);
  await once(server, "listening");
  await rename(`${path}.new`, path);
  server.close();
  await once(server, "close");
}
