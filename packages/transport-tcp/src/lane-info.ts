import type { Socket } from "node:net";
import { type LaneInfo, noHeaders } from "@seapink/core";

/** What TLS agreed on and proved. */
export interface Proof {
  readonly alpn: string | undefined;
  /** The verified client certificate. */
  readonly identity: unknown;
}

/** What a socket knows about its other side. */
export function laneInfo(socket: Socket, proof: Proof | undefined): LaneInfo {
  return {
    address: tcpAddress(socket.remoteAddress, socket.remotePort),
    alpn: proof?.alpn,
    identity: proof?.identity,
    headers: noHeaders,
  };
}

/** `tcp://127.0.0.1:9090`, `tcp://[::1]:9090`. */
export function tcpAddress(host: string | undefined, port: number | undefined): string {
  if (host === undefined || port === undefined) return "tcp://unknown";
  // How a socket for both families sees peers of the older one.
  const plain = host.startsWith("::ffff:") ? host.slice(7) : host;
  return plain.includes(":") ? `tcp://[${plain}]:${port}` : `tcp://${plain}:${port}`;
}
