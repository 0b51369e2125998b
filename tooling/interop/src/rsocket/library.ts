import { RSocketConnector, RSocketError, RSocketServer } from "rsocket-core";
import { TcpClientTransport } from "rsocket-tcp-client";
import { TcpServerTransport } from "rsocket-tcp-server";

// Version 1.0.0-alpha.3 reads METADATA_PUSH up to a variable that there is not (Codecs.js, deserializeMetadataPushFrame),
// which ends the connection. If there is one, and it is undefined, it reads to the end of the frame.
Reflect.set(globalThis, "length", undefined);

/** npm's RSocket, mended. */
export const library = {
  RSocketConnector,
  RSocketError,
  RSocketServer,
  TcpClientTransport,
  TcpServerTransport,
} as const;
