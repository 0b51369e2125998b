import { type Channel, type Conversation, defaultLimits, type Reply } from "@seapink/core";
import { callOf, replyOf } from "./message.ts";
import { RawPeer } from "./raw-peer.ts";
import { openStage } from "./stage.ts";
import type { DialectSubject } from "./subject.ts";

/** What both sides say when a client opens a connection and makes one call, which is answered. */
export interface Recording {
  readonly client: Uint8Array<ArrayBuffer>;
  readonly server: Uint8Array<ArrayBuffer>;
}

export async function record(subject: DialectSubject): Promise<Recording> {
  const stage = await openStage(subject, { isRecorded: true });
  try {
    await stage.roundTrip();
    return { client: stage.serverLane.delivered, server: stage.clientLane.delivered };
  } finally {
    await stage.close();
  }
}

/** A server whose client is held by hand. Every call is answered at once. */
export interface RawClient {
  readonly peer: RawPeer;
  readonly server: Channel;
  readonly errors: unknown[];
  /** The names of the methods that were called. */
  readonly called: string[];
}

export async function rawClient(subject: DialectSubject): Promise<RawClient> {
  const [clientLane, serverLane] = await subject.lanes(defaultLimits);
  const errors: unknown[] = [];
  const called: string[] = [];
  const handler = async ({ method }: { readonly method: string }): Promise<Reply> => {
    called.push(method);
    return replyOf("answer");
  };
  const server = subject.server.accept(serverLane, handler, conversation(errors));
  return { peer: new RawPeer(clientLane), server, errors, called };
}

/** A client whose server is held by hand, with the call of the recording on its way. */
export interface RawServer {
  readonly peer: RawPeer;
  readonly channel: Channel;
  readonly errors: unknown[];
  readonly reply: Promise<Reply | undefined>;
}

export async function rawServer(subject: DialectSubject): Promise<RawServer> {
  const [clientLane, serverLane] = await subject.lanes(defaultLimits);
  const errors: unknown[] = [];
  const peer = new RawPeer(serverLane);
  const channel = await subject.client.connect(clientLane, conversation(errors));
  const reply = channel.handle(callOf("roundTrip", "round trip"));
  await peer.spoken;
  return { peer, channel, errors, reply };
}

function conversation(errors: unknown[]): Conversation {
  return { limits: defaultLimits, handler: undefined, onError: (error) => void errors.push(error) };
}
