import { type Channel, type Conversation, defaultLimits, type Lane, type Reply } from "@seapink/core";
import { callOf, replyOf } from "./message.ts";
import { RawPeer } from "./raw-peer.ts";
import { openStage } from "./stage.ts";
import type { DialectSubject } from "./subject.ts";
import { WatchedLane } from "./watched-lane.ts";

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
  const [clientLane, serverLane] = await rawLanes(subject);
  const errors: unknown[] = [];
  const called: string[] = [];
  const handler = async ({ method }: { readonly method: string }): Promise<Reply> => {
    called.push(method);
    return replyOf("answer");
  };
  const server = subject.server.accept(serverLane, handler, conversation(errors));
  return { peer: new RawPeer(clientLane, serverLane), server, errors, called };
}

/** A client whose server is held by hand, with the call of the recording on its way. */
export interface RawServer {
  readonly peer: RawPeer;
  readonly channel: Channel;
  readonly errors: unknown[];
  readonly reply: Promise<Reply | undefined>;
}

export async function rawServer(subject: DialectSubject): Promise<RawServer> {
  const [serverLane, clientLane] = await rawLanes(subject, true);
  const errors: unknown[] = [];
  const peer = new RawPeer(serverLane, clientLane);
  const channel = await subject.client.connect(clientLane, conversation(errors));
  const reply = channel.handle(callOf("roundTrip", "round trip"));
  await peer.spoken;
  return { peer, channel, errors, reply };
}

/** The lane that is held by hand, and the other. */
async function rawLanes(subject: DialectSubject, isServerRaw = false): Promise<readonly [raw: Lane, far: WatchedLane]> {
  const [client, server] = await subject.lanes(defaultLimits);
  const options = { isRecorded: true };
  return isServerRaw ? [server, new WatchedLane(client, options)] : [client, new WatchedLane(server, options)];
}

function conversation(errors: unknown[]): Conversation {
  return { limits: defaultLimits, handler: undefined, onError: (error) => void errors.push(error) };
}
