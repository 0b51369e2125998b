/**
 * Thrift over TCP, TLS and unix sockets: connect to a server, or serve a handler in one dialect or in several, told
 * apart by the first bytes of each connection.
 */
export type { ClientCertificate } from "./client-certificate.ts";
export { connect, type ConnectOptions } from "./connect.ts";
export type { Accepted } from "./connection.ts";
export type { Proof } from "./lane-info.ts";
export { listen, type ListenOptions } from "./listen.ts";
export type { OnError } from "./report.ts";
export type { Server } from "./server.ts";
export { socketLane, type SocketLaneOptions } from "./socket-lane.ts";
export type { ClientTls, Pem, ServerTls } from "./tls-options.ts";
