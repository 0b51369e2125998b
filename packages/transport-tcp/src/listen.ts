import { createServer } from "node:net";
import { type Conversation, type Dialect, type Handler, type Limits, limits } from "@seapink/core";
import { bind } from "./bind.ts";
import { checkDialects } from "./check-dialect.ts";
import { checkCallback, checkFunction } from "./check-function.ts";
import { checkServerTls } from "./check-tls.ts";
import type { Accepted } from "./connection.ts";
import { checkPlace, type PathPlace, placeAddress, type PortPlace } from "./place.ts";
import { type OnError, reporter } from "./report.ts";
import { type Server, TcpServer } from "./server.ts";
import { SocketFile } from "./socket-file.ts";
import { TlsGate } from "./tls-gate.ts";
import { secureContext, type ServerTls } from "./tls-options.ts";

interface ListenSettings {
  /** What is spoken here. The order is the priority where the first bytes of a connection would do for several. */
  readonly dialects: readonly Dialect[];
  readonly limits?: Partial<Limits>;
  /** Connections at once; more are refused. `Infinity` for as many as there are. Default 10 000. */
  readonly maxConnections?: number;
  /** Told about what the peer cannot be told, and about each connection that is refused. Default: the console. */
  readonly onError?: OnError;
  /** Called when a connection's dialect is known. */
  readonly onConnection?: (accepted: Accepted) => void;
}

/** On a port every connection is one of TLS where `tls` is given, and none where it is not. */
interface ListenOnPort extends PortPlace {
  readonly tls?: ServerTls | undefined;
}

interface ListenOnPath extends PathPlace {
  /** The permissions of the socket, `0o660`; whoever may write may connect. Default: what the process's umask leaves. */
  readonly mode?: number | undefined;
}

/** Where: `port` and perhaps `host` and `tls`, or `path` and perhaps `mode`; and what is served there. */
export type ListenOptions = ListenSettings & (ListenOnPort | ListenOnPath);

/**
 * Serves a handler on a port or a unix socket, in all of the dialects. Rejects with `not_open` if it cannot be had.
 * @throws TypeError for a handler or an option of the wrong kind, RangeError for one that cannot be meant.
 */
export async function listen(handler: Handler, options: ListenOptions): Promise<Server> {
  const { dialects, maxConnections = 10_000, onConnection, tls } = options;
  checkFunction("handler", handler);
  checkDialects(dialects);
  checkCallback("onConnection", onConnection);
  checkCallback("onError", options.onError);
  checkMaxConnections(maxConnections);
  checkPlace(options, 0);
  checkServerTls(tls);
  if (tls !== undefined) secureContext(tls);
  const onError = reporter(options.onError);
  const conversation: Conversation = { limits: limits(options.limits), handler: undefined, onError };
  const gate = tls && new TlsGate(tls, dialects, conversation.limits.detectTimeoutMs);
  const address = placeAddress(options);
  const server = createServer({ allowHalfOpen: true });
  await bind(server, options, address);
  const known = options.path === undefined ? undefined : address;
  const serving = { handler, dialects, conversation, address: known, onConnection };
  const file = options.path === undefined ? undefined : new SocketFile(options.path);
  return new TcpServer(server, serving, { maxConnections, gate, file });
}

function checkMaxConnections(value: number): void {
  if (value === Number.POSITIVE_INFINITY || (Number.isInteger(value) && value > 0)) return;
  throw new RangeError(`maxConnections: expected a whole number from 1, got ${value}`);
}
