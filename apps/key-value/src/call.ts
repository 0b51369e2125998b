import { connectTo, parseAddress } from "@seapink/addresses";
import { createClient } from "@seapink/rpc";
import { KeyValue, type KeyValueClient } from "./gen/keyvalue.ts";

/** Connects, does what is asked with a client, and closes the connection. */
export async function withClient<T>(at: string, use: (client: KeyValueClient) => Promise<T>): Promise<T> {
  const address = parseAddress(at);
  await using channel = await connectTo(address, { service: "KeyValue" });
  return await use(createClient(KeyValue, channel, { timeoutMs: 10_000 }));
}
