import { noHeaders, type Payload } from "@seapink/core";
import { binary } from "@seapink/protocol-binary";
import { implement } from "@seapink/rpc";
import { i32, method, service } from "@seapink/schema";
import { expect, test } from "vitest";
import { callOf } from "./calls.ts";

const Sums = service("Sums", [method("sum", { sink: { of: i32, final: i32 } })]);

async function* junk(): AsyncGenerator<Payload, undefined> {
  yield { headers: noHeaders, body: Uint8Array.of(8), exception: undefined };
  return undefined;
}

test("an item that cannot be read is the client's fault, and it is told so", async () => {
  const handler = implement(Sums, {
    async sum(_: unknown, { items }: { readonly items: AsyncIterable<number> }) {
      let sum = 0;
      for await (const item of items) sum += item;
      return sum;
    },
  });
  const reply = await handler(callOf({ method: "sum", kind: "sink", protocol: binary(), items: junk() }));
  const final = reply?.items?.[Symbol.asyncIterator]().next();
  await expect(final).rejects.toMatchObject({
    code: "protocol_error",
    message: expect.stringMatching(/^sum: an item: /),
  });
});
