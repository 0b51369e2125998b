import { connect as open } from "node:net";
import {
  type Channel,
  type Conversation,
  type Dialect,
  type Handler,
  type Lane,
  type Limits,
  limits,
} from "@seapink/core";
import { couldNotBegin } from "./could-not-begin.ts";
import { tcpAddress } from "./lane-info.ts";
import { opened } from "./opened.ts";
import { type OnError, reporter } from "./report.ts";
import { socketLane } from "./socket-lane.ts";
import { refuseAborted, within } from "./within.ts";

export interface ConnectOptions {
  readonly port: number;
  /** A name or an address. Default `127.0.0.1`. */
  readonly host?: string;
  /** How calls travel. */
  readonly dialect: Dialect;
  readonly limits?: Partial<Limits>;
  /** Stops connecting; it has no effect on the channel later. */
  readonly signal?: AbortSignal | undefined;
  /** Until the dialect may send calls. Default 10 000 ms. */
  readonly connectTimeoutMs?: number;
  /** Answers calls that the server makes to us, where the dialect can carry them. */
  readonly handler?: Handler;
  /** Told about hostile bytes and failed writes. Default: the console. */
  readonly onError?: OnError;
}

/**
 * Opens a connection. Rejects with a `TransportError`: `not_open` if nobody answers, `timed_out`, `cancelled`; its
 * cause is the socket's error or the signal's reason. Nothing is left open then.
 */
export async function connect(options: ConnectOptions): Promise<Channel> {
  const { port, host = "127.0.0.1", dialect, signal, connectTimeoutMs = 10_000 } = options;
  const conversation = conversationOf(options);
  const address = tcpAddress(host, port);
  const bounds = { timeoutMs: connectTimeoutMs, signal, what: `a connection to ${address}` };
  refuseAborted(bounds);
  const socket = open({ port, host, allowHalfOpen: true });
  const channel = opened(socket, address, () => begin(dialect, socketLane(socket, conversation), conversation));
  return within(channel, bounds, (error) => socket.destroy(error));
}

function conversationOf(options: ConnectOptions): Conversation {
  return { limits: limits(options.limits), handler: options.handler, onError: reporter(options.onError) };
}

async function begin(dialect: Dialect, lane: Lane, conversation: Conversation): Promise<Channel> {
  try {
    return await dialect.connect(lane, conversation);
  } catch (cause) {
    lane.close(couldNotBegin(dialect, cause));
    throw cause;
  }
}
