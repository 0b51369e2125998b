import { createServer, type Server as NetServer } from "node:net";
import { type Conversation, type Dialect, type Handler, type Limits, limits, TransportError } from "@seapink/core";
import type { Accepted } from "./connection.ts";
import { tcpAddress } from "./lane-info.ts";
import { type OnError, reporter } from "./report.ts";
import { type Server, TcpServer } from "./server.ts";

export interface ListenOptions {
  /** 0 takes a free one; the server says which. */
  readonly port: number;
  /** The address to listen on. Default `127.0.0.1`; `0.0.0.0` or `::` for all. */
  readonly host?: string;
  /** What is spoken here. The order is the priority where the first bytes of a connection would do for several. */
  readonly dialects: readonly Dialect[];
  readonly limits?: Partial<Limits>;
  /** Connections at once; more are refused. Default 10 000. */
  readonly maxConnections?: number;
  /** Told about what the peer cannot be told, and about each connection that is refused. Default: the console. */
  readonly onError?: OnError;
  /** Called when a connection's dialect is known. */
  readonly onConnection?: (accepted: Accepted) => void;
}

/**
 * Serves a handler on a port, in all of the dialects. Rejects with `not_open` if the port cannot be had.
 * @throws RangeError for options that cannot be meant.
 */
export async function listen(handler: Handler, options: ListenOptions): Promise<Server> {
  const { dialects, maxConnections = 10_000, onConnection } = options;
  if (dialects.length === 0) throw new RangeError("dialects: expected at least one, got none");
  if (!(maxConnections > 0)) throw new RangeError(`maxConnections must be positive, got ${maxConnections}`);
  const onError = reporter(options.onError);
  const conversation: Conversation = { limits: limits(options.limits), handler: undefined, onError };
  const server = createServer({ allowHalfOpen: true });
  await bind(server, options);
  return new TcpServer(server, { handler, dialects, conversation, onConnection }, maxConnections);
}

function bind(server: NetServer, { port, host = "127.0.0.1" }: ListenOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    const onError = (cause: Error): void => {
      const code = "code" in cause ? String(cause.code) : cause.message;
      const message = `expected to listen on ${tcpAddress(host, port)}, got ${code}`;
      reject(new TransportError("not_open", message, { cause, mayHaveRun: false }));
    };
    server.once("error", onError);
    server.listen({ port, host }, () => {
      server.off("error", onError);
      resolve();
    });
  });
}
