import type { Socket } from "node:net";
import { isThriftError, type ThriftError, TransportError } from "@seapink/core";

/**
 * Waits until a socket is connected and makes something of it in the same turn, so that none of its events is missed.
 * Rejects with `not_open`, or with the error of ours that the socket was destroyed with.
 */
export function opened<T>(socket: Socket, address: string, make: () => Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const onConnect = (): void => {
      resolve(make());
      socket.off("error", onError);
    };
    const onError = (error: Error): void => {
      socket.off("connect", onConnect);
      reject(isThriftError(error) ? error : notOpen(address, error));
    };
    socket.once("connect", onConnect).once("error", onError);
  });
}

function notOpen(address: string, cause: Error): ThriftError {
  const code = "code" in cause ? String(cause.code) : cause.message;
  return new TransportError("not_open", `expected a server at ${address}, got ${code}`, { cause, mayHaveRun: false });
}
