import type { Channel, Filter } from "@seapink/core";
import { createClient, type InteractionClient, type LooseClient } from "@seapink/rpc";
import type { InteractionType } from "@seapink/schema";
import { constructorName } from "@seapink/schema/internal";
import type { Plan } from "./plan.ts";
import { StepCall, type StepCallOptions } from "./step-call.ts";

export interface RunPlanOptions extends StepCallOptions {
  /** What every call goes through. */
  readonly filters: readonly Filter[];
}

/** Makes the calls of a plan, one after another, until nobody wants to see more. The interaction ends with it. */
export async function runPlan(plan: Plan, channel: Channel, { filters, ...options }: RunPlanOptions): Promise<void> {
  const { service, first, begins, behind } = plan;
  const client = createClient(service, channel, { filters });
  let handle = begins && begun(client, begins);
  const onCreated = (created: InteractionClient): void => void (handle = created);
  try {
    if (first !== undefined && !(await new StepCall(first, options).run(client, onCreated))) return;
    for (const step of behind) if (handle !== undefined && !(await new StepCall(step, options).run(handle))) return;
  } finally {
    await handle?.[Symbol.asyncDispose]();
  }
}

function begun(client: LooseClient, type: InteractionType): InteractionClient {
  // What begins without a call of its own gives the handle at once.
  return client[constructorName(type)]?.() as unknown as InteractionClient;
}
