import type { Filter, Handler } from "@seapink/core";

/** A handler behind filters; the first is the outermost. */
export function compose(filters: readonly Filter[], handler: Handler): Handler {
  return filters.reduceRight((next, filter) => filter(next), handler);
}
