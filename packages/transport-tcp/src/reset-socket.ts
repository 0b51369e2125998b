import type { Socket } from "node:net";

/** Ends a connection at once, by a reset where it can, so that the peer does not take a part for the whole. */
export function resetSocket(socket: Socket): void {
  if (canReset(socket)) socket.resetAndDestroy();
  else socket.destroy();
}

// TLS and unix sockets have no reset, and the system refuses one while the other way of ending is under way.
function canReset(socket: Socket): boolean {
  return socket.remotePort !== undefined && !("encrypted" in socket) && !socket.writableEnded;
}
