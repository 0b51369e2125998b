import type { Socket } from "node:net";
import { TLSSocket } from "node:tls";
import { isThriftError, type ThriftError, TransportError } from "@seapink/core";
import { codeOf } from "./code-of.ts";
import { tlsFailure } from "./tls-failure.ts";

/**
 * Waits until a socket is connected, and secure if it is to be, and makes something of it in the same turn, so that none
 * of its events is missed. Rejects with `not_open`, or with the error of ours that the socket was destroyed with.
 */
export function opened<T>(socket: Socket, address: string, make: () => Promise<T>): Promise<T> {
  const ready = socket instanceof TLSSocket ? "secureConnect" : "connect";
  return new Promise((resolve, reject) => {
    let reason = systemReason;
    const onReady = (): void => {
      resolve(make());
      socket.off("error", onError);
    };
    const onError = (error: Error): void => {
      socket.off(ready, onReady);
      reject(isThriftError(error) ? error : notOpen(address, reason(error), error));
    };
    if (ready === "secureConnect") socket.once("connect", () => (reason = tlsFailure));
    socket.once(ready, onReady).once("error", onError);
  });
}

const meanings: Readonly<Record<string, string>> = {
  ENOENT: " (no such socket)",
  ENOTSOCK: " (a file that is no socket)",
};

function systemReason(error: Error): string {
  const code = codeOf(error);
  return code + (meanings[code] ?? "");
}

function notOpen(address: string, got: string, cause: Error): ThriftError {
  return new TransportError("not_open", `expected a server at ${address}, got ${got}`, { cause, mayHaveRun: false });
}
