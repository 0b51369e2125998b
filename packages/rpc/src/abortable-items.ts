import type { Items } from "@seapink/core";
import { StoppableItems } from "./stoppable-items.ts";

export interface AbortableItems {
  readonly items: Items;
  /** The signal does not matter any more. */
  readonly detach: () => void;
}

/**
 * Items that end with a signal.
 * @param onError told what the source throws when it is returned
 */
export function abortableItems(source: Items, signal: AbortSignal, onError: (error: unknown) => void): AbortableItems {
  const onAbort = (): void => items.stop(signal.reason);
  const detach = (): void => signal.removeEventListener("abort", onAbort);
  const items = new StoppableItems(source, {
    carried: (item) => item,
    told: (error) => error,
    onError,
    onEnded: detach,
  });
  if (signal.aborted) onAbort();
  else signal.addEventListener("abort", onAbort);
  return { items, detach };
}
