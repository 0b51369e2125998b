import type { Items } from "./payload.ts";

/** Returns items that nobody will take, so that their source can let go. It is told, not waited for. */
export function discard(items: Items): void {
  items[Symbol.asyncIterator]()
    .return?.()
    .catch(() => undefined);
}
