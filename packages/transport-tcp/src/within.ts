import { alarm, deadlines, TransportError } from "@seapink/core";

/** How long something may take, and who may stop it before. */
export interface Bounds {
  readonly timeoutMs: number;
  readonly signal: AbortSignal | undefined;
  /** What was expected, for the error's text: `a connection to tcp://…`. */
  readonly what: string;
}

/** What `work` settles to, unless it takes too long or is aborted: then `abandon` stops it and gets the error, too. */
export function within<T>(work: Promise<T>, bounds: Bounds, abandon: (error: TransportError) => void): Promise<T> {
  const { timeoutMs, signal } = bounds;
  return new Promise((resolve, reject) => {
    const giveUp = (error: TransportError): void => {
      stopWaiting();
      reject(error);
      abandon(error);
    };
    const onAbort = (): void => giveUp(cancelled(bounds));
    const late = alarm(timeoutMs, () => giveUp(timedOut(bounds)));
    signal?.addEventListener("abort", onAbort, { once: true });
    const stopWaiting = (): void => {
      deadlines.delete(late);
      signal?.removeEventListener("abort", onAbort);
    };
    work.then(resolve, reject).finally(stopWaiting);
  });
}

/** @throws TransportError if there is no need to begin. */
export function refuseAborted(bounds: Bounds): void {
  if (bounds.signal?.aborted === true) throw cancelled(bounds);
}

function cancelled({ signal, what }: Bounds): TransportError {
  return new TransportError("cancelled", `expected ${what}, was cancelled`, {
    cause: signal?.reason,
    mayHaveRun: false,
  });
}

function timedOut({ timeoutMs, what }: Bounds): TransportError {
  const message = `expected ${what} within ${timeoutMs} ms`;
  const cause = new DOMException(message, "TimeoutError");
  return new TransportError("timed_out", message, { cause, mayHaveRun: false });
}
