import { connectTo, parseAddress } from "@seapink/addresses";
import { createClient } from "@seapink/rpc";
import { keyValueIdl, type KeyValueClient } from "./service.ts";

/** Connects, does what is asked with a client, and closes the connection. */
export async function withClient<T>(at: string, use: (client: KeyValueClient) => Promise<T>): Promise<T> {
  const address = parseAddress(at);
  const program = await keyValueIdl();
  await using channel = await connectTo(address, { service: "KeyValue" });
  // The IDL is read at run time, so that the compiler has to be told its types.
  return await use(
    createClient(program.service("KeyValue"), channel, { timeoutMs: 10_000 }) as unknown as KeyValueClient,
  );
}
