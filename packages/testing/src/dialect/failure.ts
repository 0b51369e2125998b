import { isThriftError, type ThriftError } from "@seapink/core";

/** The error of ours that this rejects with. */
export async function failure(work: Promise<unknown>): Promise<ThriftError> {
  const outcome = await work.then(
    () => ({ error: undefined }),
    (error: unknown) => ({ error }),
  );
  if (outcome.error === undefined) throw new TypeError("expected an error, got a value");
  if (!isThriftError(outcome.error)) throw outcome.error;
  return outcome.error;
}

/** Whether this has settled by now. */
export function settling(work: Promise<unknown>): { readonly isSettled: boolean } {
  const watch = { isSettled: false };
  const settled = (): void => void (watch.isSettled = true);
  work.then(settled, settled);
  return watch;
}

/** Resolves when this has aborted. */
export function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener("abort", () => resolve(), { once: true });
  });
}
