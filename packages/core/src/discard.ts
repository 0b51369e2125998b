import type { Items } from "./payload.ts";

/** Returns items that nobody will take, so that their source can let go. It is told, not waited for; nor can it fail. */
export function discard(items: Items): void {
  returned(items).catch(() => undefined);
}

// Also what the source throws before there is a promise becomes a rejection.
async function returned(items: Items): Promise<void> {
  await items[Symbol.asyncIterator]().return?.();
}
