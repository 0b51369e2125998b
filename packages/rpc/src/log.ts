import { type Call, type Filter, isThriftError, now } from "@seapink/core";

/** What `log` writes of a call. */
export interface LogEntry {
  readonly service: string | undefined;
  readonly method: string;
  readonly peer: string | undefined;
  readonly durationMs: number;
  /** `ok`, the name of a declared exception (`declared`, where the wire has no name), or the code of an error. */
  readonly outcome: string;
}

/** Tells of each call when it has been answered. For both sides. @param write by default one line on the console */
export function log(write: (entry: LogEntry) => void = writeLine): Filter {
  return (next) => async (call) => {
    const began = now();
    const entry = (outcome: string): LogEntry => entryOf(call, now() - began, outcome);
    try {
      const reply = await next(call);
      write(entry(reply?.exception ? (reply.exception.name ?? "declared") : "ok"));
      return reply;
    } catch (error) {
      write(entry(isThriftError(error) ? error.code : "error"));
      throw error;
    }
  };
}

function entryOf({ service, method, scope }: Call, durationMs: number, outcome: string): LogEntry {
  return { service, method, peer: scope?.peer.address, durationMs, outcome };
}

function writeLine({ service, method, peer, durationMs, outcome }: LogEntry): void {
  const name = service === undefined ? method : `${service}.${method}`;
  console.error(`${name} ${outcome} ${durationMs.toFixed(1)} ms ${peer ?? ""}`.trimEnd());
}
