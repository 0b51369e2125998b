import type { Socket } from "node:net";
import { type LaneInfo, noHeaders } from "@seapink/core";
import { hostAddress } from "./address.ts";
import type { ClientCertificate } from "./client-certificate.ts";

/** What TLS agreed on and proved. */
export interface Proof {
  readonly alpn: string | undefined;
  /** The client's certificate, if it was verified. */
  readonly identity: ClientCertificate | undefined;
}

/**
 * What a socket knows about its other side.
 * @param address that of a unix socket, whose clients have none of their own
 */
export function laneInfo(socket: Socket, proof: Proof | undefined, address: string | undefined): LaneInfo {
  const scheme = proof === undefined ? "tcp" : "tls";
  return {
    address: address ?? hostAddress(scheme, socket.remoteAddress, socket.remotePort),
    alpn: proof?.alpn,
    identity: proof?.identity,
    headers: noHeaders,
  };
}
