import { framed } from "@seapink/dialect-classic";
import { compile } from "@seapink/idl";
import { binary } from "@seapink/protocol-binary";
import { createClient, implement } from "@seapink/rpc";
import { connect, listen } from "@seapink/transport-tcp";

const text = "service KeyValue { string get(1: string key)  void set(1: string key, 2: string value) }";
const KeyValue = compile({ "keyvalue.thrift": text }).service("KeyValue");
const values = new Map<unknown, unknown>();
const handler = implement(KeyValue, {
  get: ({ key }) => values.get(key) ?? "",
  set: ({ key, value }) => void values.set(key, value),
});
const dialect = framed({ protocols: [binary()] });
await using server = await listen(handler, { port: 0, dialects: [dialect] });
await using channel = await connect({ port: server.port, dialect });
const client = createClient(KeyValue, channel);
await client.set?.({ key: "hello", value: "world" }, { timeoutMs: 500 });
export const value: unknown = await client.get?.({ key: "hello" });
