import { listen } from "@seapink/transport-tcp";
import { createFileStore, type FileStoreClient, withClient } from "file-server";
import { rocketDialect } from "./rocket-dialect.ts";
import { fileName } from "./served-file.ts";
import { type StreamSubject, timed } from "./stream-subject.ts";

/** The file server's own server and client: a read of an open file. */
export const fileRead: StreamSubject = {
  async serve(folder) {
    const { handler } = await createFileStore(folder);
    const server = await listen(handler, { port: 0, dialects: [rocketDialect()] });
    return server.port;
  },
  take: (port, amount) => withClient(`rocket://127.0.0.1:${port}`, (client) => timed(() => bytesOf(client, amount))),
};

async function bytesOf(client: FileStoreClient, amount: number): Promise<number> {
  await using file = await client.open({ path: fileName });
  let bytes = 0;
  for await (const chunk of await file.read({ bytes: amount })) bytes += chunk.length;
  return bytes;
}
