import type { Items } from "@seapink/core";

/** Returns items that nobody will take, so that their source can let go. */
export function discard(items: Items): void {
  items[Symbol.asyncIterator]()
    .return?.()
    .catch(() => undefined);
}
