import { TLSSocket } from "node:tls";
import {
  type Channel,
  type Conversation,
  type Dialect,
  type Handler,
  type Lane,
  type Limits,
  limits,
} from "@seapink/core";
import { checkDialect } from "./check-dialect.ts";
import { checkCallback } from "./check-function.ts";
import { checkClientTls } from "./check-tls.ts";
import { couldNotBegin } from "./could-not-begin.ts";
import { opened } from "./opened.ts";
import { openSocket, type Target } from "./open-socket.ts";
import { checkPlace, placeAddress } from "./place.ts";
import { type OnError, reporter } from "./report.ts";
import { socketLane } from "./socket-lane.ts";
import { refuseAborted, within } from "./within.ts";

interface ConnectSettings {
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

/** Where to: `port` and perhaps `host` and `tls`, or `path`; and how. */
export type ConnectOptions = ConnectSettings & Target;

/**
 * Opens a connection. Rejects with a `TransportError`: `not_open` if nobody answers, or not by TLS as it should,
 * `timed_out`, `cancelled`; its cause is the socket's error or the signal's reason. Nothing is left open then.
 * @throws TypeError for an option of the wrong kind, RangeError for one that cannot be meant.
 */
export async function connect(options: ConnectOptions): Promise<Channel> {
  const { dialect, signal, connectTimeoutMs = 10_000 } = options;
  checkDialect("dialect", dialect);
  checkCallback("handler", options.handler);
  checkCallback("onError", options.onError);
  checkPlace(options, 1);
  checkClientTls(options.tls);
  if (!(connectTimeoutMs > 0)) throw new RangeError(`connectTimeoutMs: expected more than 0, got ${connectTimeoutMs}`);
  const conversation = conversationOf(options);
  const address = placeAddress(options);
  const bounds = { timeoutMs: connectTimeoutMs, signal, what: `a connection to ${address}` };
  refuseAborted(bounds);
  const socket = openSocket(options, dialect.alpn);
  const channel = opened(socket, address, () => {
    const proof =
      socket instanceof TLSSocket ? { alpn: socket.alpnProtocol || undefined, identity: undefined } : undefined;
    const lane = socketLane(socket, {
      ...conversation,
      proof,
      address: options.path === undefined ? undefined : address,
    });
    return begin(dialect, lane, conversation);
  });
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
