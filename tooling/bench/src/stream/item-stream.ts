import { createClient, implement } from "@seapink/rpc";
import * as t from "@seapink/schema";
import { connect, listen } from "@seapink/transport-tcp";
import { item } from "./item.ts";
import { rocketDialect } from "./rocket-dialect.ts";
import { type StreamSubject, timed } from "./stream-subject.ts";

/** The service, as generated code would describe it. */
interface ItemsMethods {
  readonly items: {
    readonly kind: "stream";
    readonly args: { readonly count: number };
    readonly returns: undefined;
    readonly stream: Uint8Array;
  };
}

const Items: t.ServiceType<ItemsMethods> = t.service<ItemsMethods>("Items", [
  t.method("items", { args: [t.field(1, "count", t.i32)], stream: { of: t.binary } }),
]);

/** Ours, put together as its users do: a generator on one side, a loop on the other. */
export const itemStream: StreamSubject = {
  async serve() {
    const handler = implement(Items, { items: ({ count }) => items(count) });
    const server = await listen(handler, { port: 0, dialects: [rocketDialect()] });
    return server.port;
  },
  async take(port, amount) {
    await using channel = await connect({ port, dialect: rocketDialect() });
    const client = createClient(Items, channel);
    return await timed(async () => {
      let count = 0;
      for await (const { length } of await client.items({ count: amount })) if (length === item.length) count++;
      return count;
    });
  },
};

// Asynchronous, as the sources of streams are.
async function* items(count: number): AsyncGenerator<Uint8Array> {
  for (let i = 0; i < count; i++) yield item;
}
