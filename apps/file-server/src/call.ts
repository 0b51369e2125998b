import { connectTo, parseAddress } from "@seapink/addresses";
import { createClient } from "@seapink/rpc";
import { FileStore, type FileStoreClient } from "./gen/filestore.ts";

/** Connects, does what is asked with a client, and closes the connection. */
export async function withClient<T>(at: string, use: (client: FileStoreClient) => Promise<T>): Promise<T> {
  const address = parseAddress(at);
  await using channel = await connectTo(address, { service: "FileStore" });
  return await use(createClient(FileStore, channel, { timeoutMs: 10_000 }));
}
