import { type KeyValueClient, outcomeOf, withClient } from "key-value";
import { type Step, tried } from "./step.ts";

const concurrency = 64;
const manyCalls = 5_000;

/** Calls to the key-value store, by framed, unframed and Rocket's Thrift. */
export async function* keyValueCalls(framed: string, rocket: string): AsyncGenerator<Step> {
  const world = '"world"';
  yield await callAt(framed, "set hello", world, setHello);
  yield await callAt(framed, "get hello", world, getHello);
  yield await callAt(framed, "get nobody", "not found: nobody", (client) => client.get({ key: "nobody" }));
  yield await callAt(`${framed}?framing=unframed`, "get hello, over unframed Thrift", world, getHello);
  yield await callAt(rocket, "get hello, over Rocket", world, getHello);
  yield await callAt(framed, `get hello, ${manyCalls} times, ${concurrency} at once`, "all answered", many);
}

type Use = (client: KeyValueClient) => Promise<string>;

function callAt(address: string, name: string, expected: string, use: Use): Promise<Step> {
  return tried(name, () => withClient(address, use), { expected, outcomeOf });
}

async function setHello(client: KeyValueClient): Promise<string> {
  return JSON.stringify(await client.set({ key: "hello", value: "world" }));
}

async function getHello(client: KeyValueClient): Promise<string> {
  return JSON.stringify(await client.get({ key: "hello" }));
}

async function many(client: KeyValueClient): Promise<string> {
  let left = manyCalls;
  const worker = async (): Promise<void> => {
    while (left-- > 0) await client.get({ key: "hello" });
  };
  await Promise.all(Array.from({ length: concurrency }, worker));
  return "all answered";
}
