import {
  ByteWriter,
  defaultLimits,
  type Handler,
  MessageType,
  noHeaders,
  type Protocol,
  type Reply,
} from "@seapink/core";
import { framed, unframed } from "@seapink/dialect-classic";
import { binary } from "@seapink/protocol-binary";
import { compact } from "@seapink/protocol-compact";
import { json } from "@seapink/protocol-json";
import { hex } from "@seapink/testing";
import { memoryLanes } from "@seapink/transport-memory";
import { describe, expect, test } from "vitest";
import { callOf } from "./call.ts";
import { conversation, pong, serverSide } from "./peer.ts";

const protocols = [binary(), compact(), json()] as const;
const orders = [protocols, protocols.toReversed(), [json(), binary(), compact()]];
const info = { address: "memory:", alpn: undefined, identity: undefined, headers: noHeaders };

/** A call of `ping`, or the answer "pong" to it, as this protocol writes it. */
function message(protocol: Protocol, seqid: number, type: MessageType = MessageType.call): Uint8Array {
  const out = new ByteWriter();
  const writer = protocol.writer(out, defaultLimits);
  writer.messageBegin("ping", type, seqid);
  writer.structBegin();
  if (type === MessageType.reply) {
    writer.fieldBegin(11, 0);
    writer.string("pong");
    writer.fieldEnd();
  }
  writer.structEnd();
  writer.messageEnd();
  return out.take();
}

function frame(bytes: Uint8Array): Uint8Array {
  return Uint8Array.of(0, 0, bytes.length >> 8, bytes.length & 0xff, ...bytes);
}

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.of(...parts.flatMap((part) => [...part]));
}

const forms = [
  { framing: framed, wire: frame },
  { framing: unframed, wire: (bytes: Uint8Array) => bytes },
];

describe.each(forms)("$framing.name", ({ framing, wire }) => {
  const other = framing === framed ? unframed : framed;

  test.each(protocols)(
    "a server of all knows a call in $name by its first bytes, and answers in it",
    async (protocol) => {
      for (const order of orders) {
        const dialect = framing({ protocols: order });
        const call = wire(message(protocol, 7));
        const answers = Array.from({ length: call.length }, (_, size) => dialect.detect(call.subarray(0, size), info));
        expect(answers.filter((answer) => answer === "no")).toEqual([]);
        expect(dialect.detect(call, info)).toBe("yes");
        expect(other({ protocols: order }).detect(call, info)).toBe("no");
        const { peer, errors } = serverSide(dialect, pong);
        // Byte by byte, so that the protocol is chosen by as little as there is.
        for (const byte of call) peer.send(Uint8Array.of(byte));
        const answer = wire(message(protocol, 7, MessageType.reply));
        expect(await peer.receives(answer.length)).toBe(hex(answer));
        expect(errors).toEqual([]);
      }
    },
  );

  test("clients of three protocols call one server", async () => {
    const seen: (string | undefined)[] = [];
    const handler: Handler = (call) => {
      seen.push(call.protocol?.name);
      return pong(call);
    };
    for (const protocol of protocols) {
      const [near, far] = memoryLanes();
      const errors: unknown[] = [];
      framing({ protocols }).accept(far, handler, conversation(errors));
      const channel = await framing({ protocols: [protocol] }).connect(near, conversation(errors));
      const replies = await Promise.all([1, 2, 3].map(() => channel.handle(callOf("ping"))));
      expect(replies.map(textOf)).toEqual(["pong", "pong", "pong"]);
      await channel.close();
      expect(errors).toEqual([]);
    }
    expect(seen).toEqual(protocols.flatMap(({ name }) => [name, name, name]));
  });

  test("many messages of JSON in one piece are cut where each ends", async () => {
    const { peer, errors } = serverSide(framing({ protocols }), pong);
    const calls = Array.from({ length: 20 }, (_, seqid) => wire(message(json(), seqid)));
    const answers = Array.from({ length: 20 }, (_, seqid) => wire(message(json(), seqid, MessageType.reply)));
    peer.send(joined(...calls));
    expect(await peer.receives(joined(...answers).length)).toBe(hex(joined(...answers)));
    expect(errors).toEqual([]);
  });
});

test("framed, each call is answered in its own protocol", async () => {
  const { peer, errors } = serverSide(framed({ protocols }), pong);
  const turns = [...protocols, ...protocols.toReversed(), ...protocols];
  peer.send(joined(...turns.map((protocol, seqid) => frame(message(protocol, seqid)))));
  const answers = joined(...turns.map((protocol, seqid) => frame(message(protocol, seqid, MessageType.reply))));
  expect(await peer.receives(answers.length)).toBe(hex(answers));
  expect(errors).toEqual([]);
});

test.each([
  [binary(), compact()],
  [compact(), json()],
  [json(), binary()],
])("unframed, a connection keeps to the protocol of its first message", async (first, second) => {
  const { peer, channel, errors } = serverSide(unframed({ protocols }), pong);
  peer.send(message(first, 1));
  const answer = message(first, 1, MessageType.reply);
  expect(await peer.receives(answer.length)).toBe(hex(answer));
  peer.send(message(second, 2));
  await peer.ended;
  await channel.close();
  expect(errors).toMatchObject([{ name: "ProtocolError" }]);
});

/** The text of an answer that came over a lane. */
function textOf(reply: Reply | undefined): string {
  if (!(reply?.body instanceof Uint8Array) || reply.protocol === undefined) throw new TypeError("expected bytes");
  const reader = reply.protocol.reader(reply.body, defaultLimits);
  reader.structBegin();
  reader.fieldBegin();
  return reader.string();
}
