import type { Items } from "@seapink/core";
import { StoppableItems } from "./stoppable-items.ts";
import { snapshot } from "./token-body.ts";

/**
 * Items on their way to the other side of a local call: each is what it was when it was sent, and what their source
 * throws is told as over a wire.
 * @param told what the consumer is told of an error
 */
export function localItems(source: Items, told: (error: unknown) => unknown, onEnded: () => void): StoppableItems {
  return new StoppableItems(source, {
    carried: ({ headers, body, exception }) => ({ headers, body: snapshot(body), exception }),
    told,
    onError: told,
    onEnded,
  });
}
