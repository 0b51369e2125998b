// `client-process.ts PORT`: a client that holds all that `Held` has, until it is killed, or nobody writes to it any more.
import { rocket } from "@seapink/dialect-rocket";
import { type Call, noHeaders } from "@seapink/core";
import { compact } from "@seapink/protocol-compact";
import { connect } from "@seapink/transport-tcp";

const protocol = compact({ variant: "fbthrift" });
const port = Number(process.argv[2]);
const channel = await connect({ port, dialect: rocket({ protocols: [protocol], keepAliveMs: 200 }) });
const items = { [Symbol.asyncIterator]: () => ({ next: () => new Promise<never>(() => undefined) }) };
const empty: Call = {
  service: undefined,
  method: "test",
  kind: "call",
  protocol,
  headers: noHeaders,
  body: Uint8Array.of(0),
  items: undefined,
  interaction: { of: { name: "File", ended: new AbortController().signal }, create: true },
  deadline: undefined,
  signal: undefined,
  scope: undefined,
  identity: undefined,
};
const calls: readonly Call[] = [
  empty,
  { ...empty, kind: "stream", interaction: undefined },
  { ...empty, kind: "sink", interaction: undefined, items },
];
for (const call of calls) channel.handle(call).catch((error: unknown) => console.error(error));
process.stdin.resume().once("end", () => process.exit());
