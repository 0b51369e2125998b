import { derive, isThriftError } from "@seapink/core";
import type { InteractionType } from "@seapink/schema";
import { interactionHandle } from "./client-methods.ts";
import type { ClientTarget } from "./client-target.ts";
import { HandleLife, isLoss, isUnsent } from "./handle-life.ts";

/**
 * The handle of an interaction that begins without a call of its own: with its first call, which says so. Where nothing
 * of that was sent, the next one does.
 */
export function beginInteraction(type: InteractionType, target: ClientTarget): object {
  const life = new HandleLife(type.name);
  let isBegun = false;
  const outcome = (error: unknown): void => {
    if (isUnsent(error)) isBegun = false;
    else if (isLoss(error) || (isThriftError(error) && !error.mayHaveRun)) life.notCreated(error);
    else life.created();
  };
  const handle: ClientTarget["handle"] = (call) => {
    if (isBegun) return target.handle(call);
    isBegun = true;
    try {
      const first = target.handle(derive(call, { interaction: { of: life.interaction, create: true } }));
      first.then(() => life.created(), outcome);
      return first;
    } catch (error) {
      isBegun = false;
      throw error;
    }
  };
  return interactionHandle(type, { ...target, handle }, life);
}
