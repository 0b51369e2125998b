import { ByteWriter, defaultLimits, type Items, noHeaders, type Payload } from "@seapink/core";
import { binary as binaryProtocol } from "@seapink/protocol-binary";
import { type Context, createClient, implement, local } from "@seapink/rpc";
import { binary, codecOf, field, method, service, type ServiceType, struct } from "@seapink/schema";
import { expect, test } from "vitest";
import { callOf, replyOf } from "./calls.ts";

interface BlobMethods {
  keep: { kind: "call"; args: { blob: Uint8Array }; returns: undefined };
  take: { kind: "call"; args: object; returns: Uint8Array };
  takeAll: { kind: "stream"; args: object; returns: undefined; stream: Uint8Array };
  keepAll: { kind: "sink"; args: object; returns: undefined; sink: Uint8Array; final: Uint8Array };
}

const Blobs: ServiceType<BlobMethods> = service<BlobMethods>("Blobs", [
  method("keep", { args: [field(1, "blob", binary)] }),
  method("take", { returns: binary }),
  method("takeAll", { stream: { of: binary } }),
  method("keepAll", { sink: { of: binary, final: binary } }),
]);

const protocol = binaryProtocol();

/** A struct of one large value, which makes up the most of its buffer. */
function bytesOf(id: number): Uint8Array {
  const out = new ByteWriter();
  codecOf(struct("Holds", [field(id, "value", binary)])).write(protocol.writer(out, defaultLimits), {
    value: new Uint8Array(1000).fill(7),
  });
  return out.take().slice();
}

async function* items(body: Uint8Array): AsyncGenerator<Payload, void> {
  yield { headers: noHeaders, body, exception: undefined };
}

/** Writes to all that is received. */
const scribbling = implement(Blobs, {
  keep: ({ blob }) => void blob.fill(9),
  take: () => new Uint8Array(0),
  async *takeAll() {},
  async keepAll(_, { items: blobs }: Context<Uint8Array>) {
    for await (const blob of blobs) blob.fill(9);
    return new Uint8Array(0);
  },
});

function answering(body: Uint8Array, sent?: Items) {
  return createClient(
    Blobs,
    local(async () => ({ ...replyOf(sent), protocol, body })),
  );
}

const none = new Uint8Array([0]);

/** Sends bytes one way or another to somebody who writes to what is read of them. */
const ways: readonly (readonly [what: string, id: number, send: (bytes: Uint8Array) => Promise<unknown>])[] = [
  ["a call", 1, (body) => local(scribbling).handle(callOf({ method: "keep", protocol, body }))],
  [
    "an item of a call",
    0,
    async (body) => {
      const call = callOf({ method: "keepAll", kind: "sink", protocol, body: none, items: items(body) });
      const reply = await local(scribbling).handle(call);
      for await (const final of reply?.items ?? []) expect(final.exception).toBeUndefined();
    },
  ],
  ["an answer", 0, async (body) => (await answering(body).take()).fill(9)],
  [
    "an item of an answer",
    0,
    async (body) => {
      for await (const blob of await answering(none, items(body)).takeAll()) blob.fill(9);
    },
  ],
];

test.each(ways)("bytes in %s stay what they are, whoever reads them", async (_, id, send) => {
  const bytes = bytesOf(id);
  await send(bytes);
  expect(bytes).toEqual(bytesOf(id));
});
