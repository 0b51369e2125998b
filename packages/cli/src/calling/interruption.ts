/** A SIGINT, while somebody looks out for it. */
export interface Interruption extends Disposable {
  /** Aborted by the first one. */
  readonly signal: AbortSignal;
}

/** As shells have it: 128 and the number of the signal. */
export const interruptedCode = 130;

/** How long the end may take that the signal begins. */
const graceMs = 1_000;

/**
 * Looks out for SIGINT. Later ones change nothing, since a terminal's Ctrl-C may arrive twice, once more through a
 * package manager; what has not ended after a second is cut short, but not what follows once nobody looks out.
 */
export function interruption(): Interruption {
  const controller = new AbortController();
  let late: NodeJS.Timeout | undefined;
  const onSignal = (): void => {
    if (controller.signal.aborted) return;
    controller.abort();
    late = setTimeout(() => process.exit(interruptedCode), graceMs).unref();
  };
  process.on("SIGINT", onSignal);
  return {
    signal: controller.signal,
    [Symbol.dispose]() {
      process.off("SIGINT", onSignal);
      clearTimeout(late);
    },
  };
}
