import { TransportError } from "@seapink/core";

/** Why a connection is cut off while calls still run on it. */
export function drainTimedOut(drainTimeoutMs: number): TransportError {
  return new TransportError("closed", `expected what runs to end within ${drainTimeoutMs} ms of closing`);
}
