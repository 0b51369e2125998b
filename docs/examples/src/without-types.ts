import { loadIdl } from "@seapink/idl/node";
import { createClient, implement, local } from "@seapink/rpc";

const program = await loadIdl("keyvalue.thrift");
const KeyValue = program.service("KeyValue"); // the same kind of value as what is generated; its types are looser

const handler = implement(KeyValue, { get: () => "world", set: ({ value }) => value });
await using channel = local(handler); // no wire at all
console.log(await createClient(KeyValue, channel)["get"]?.({ key: "hello" })); // world
