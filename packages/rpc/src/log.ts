import { type Call, type Filter, isThriftError, now, type Reply } from "@seapink/core";

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
    let outcome = "error";
    try {
      const reply = await next(call);
      outcome = outcomeOf(reply);
      return reply;
    } catch (error) {
      if (isThriftError(error)) outcome = error.code;
      throw error;
    } finally {
      write(entryOf(call, now() - began, outcome));
    }
  };
}

function outcomeOf(reply: Reply | undefined): string {
  const exception = reply?.exception;
  return exception === undefined ? "ok" : (exception.name ?? "declared");
}

function entryOf({ service, method, scope }: Call, durationMs: number, outcome: string): LogEntry {
  return { service, method, peer: scope?.peer.address, durationMs, outcome };
}

// What a peer calls its methods must not become lines or colours of the log.
function writeLine({ service, method, peer, durationMs, outcome }: LogEntry): void {
  const name = JSON.stringify(service === undefined ? method : `${service}.${method}`).slice(1, -1);
  console.error(`${name} ${outcome} ${durationMs.toFixed(1)} ms ${peer ?? ""}`.trimEnd());
}
