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

/**
 * Tells of each call when it has been answered. For both sides. What `write` throws goes to the console: a log that
 * fails does not change what becomes of a call.
 * @param write by default one line on the console
 */
export function log(write: (entry: LogEntry) => void = writeLine): Filter {
  return (next) => async (call) => {
    const began = now();
    const tell = (outcomeOf: () => string): void => guard(() => write(entryOf(call, now() - began, outcomeOf())));
    try {
      const reply = await next(call);
      tell(() => outcomeOf(reply));
      return reply;
    } catch (error) {
      tell(() => (isThriftError(error) ? error.code : "error"));
      throw error;
    }
  };
}

function guard(tell: () => void): void {
  try {
    tell();
  } catch (error) {
    console.error(error);
  }
}

function outcomeOf(reply: Reply | undefined): string {
  const exception = reply?.exception;
  return exception === undefined ? "ok" : (exception.name ?? "declared");
}

function entryOf({ service, method, scope }: Call, durationMs: number, outcome: string): LogEntry {
  return { service, method, peer: scope?.peer.address, durationMs, outcome };
}

function writeLine({ service, method, peer, durationMs, outcome }: LogEntry): void {
  const name = service === undefined ? method : `${service}.${method}`;
  console.error(printable(`${name} ${outcome} ${durationMs.toFixed(1)} ms ${peer ?? ""}`.trimEnd()));
}

// What a peer calls its methods must not become lines, colours or another direction of the log.
function printable(line: string): string {
  const escaped = JSON.stringify(line).slice(1, -1);
  return escaped.replaceAll(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
