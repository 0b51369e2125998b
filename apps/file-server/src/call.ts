import { connectTo, parseAddress } from "@seapink/addresses";
import { createClient } from "@seapink/rpc";
import { fileStore, type FileStoreClient, fileStoreIdl } from "./service.ts";

/** Connects, does what is asked with a client, and closes the connection. */
export async function withClient<T>(at: string, use: (client: FileStoreClient) => Promise<T>): Promise<T> {
  const address = parseAddress(at);
  const program = await fileStoreIdl();
  await using channel = await connectTo(address, { service: "FileStore" });
  return await use(createClient(fileStore(program), channel, { timeoutMs: 10_000 }));
}
