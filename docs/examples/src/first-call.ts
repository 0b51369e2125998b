import { framed } from "@seapink/dialect-classic";
import { binary } from "@seapink/protocol-binary";
import { createClient, implement } from "@seapink/rpc";
import { connect, listen } from "@seapink/transport-tcp";
import { KeyValue, NotFoundError } from "./gen/keyvalue.ts";

const dialect = framed({ protocols: [binary()] });
const values = new Map<string, string>();

const handler = implement(KeyValue, {
  get({ key }, context) {
    return values.get(key) ?? context.raise(new NotFoundError({ key }));
  },
  set({ key, value }) {
    values.set(key, value);
    return value;
  },
});

await using server = await listen(handler, { port: 0, dialects: [dialect] });
await using channel = await connect({ port: server.port, dialect });
const client = createClient(KeyValue, channel);
await client.set({ key: "hello", value: "world" }, { timeoutMs: 500 });
console.log(await client.get({ key: "hello" })); // world
