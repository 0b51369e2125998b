import type { ClientInstruction, ClientTestResult } from "../shapes.ts";
import { bidiSteps } from "./bidi-steps.ts";
import { interactionSteps } from "./interaction-steps.ts";
import { requestResponseSteps } from "./request-response-steps.ts";
import { sinkSteps } from "./sink-steps.ts";
import type { ClientStage, Steps } from "./step.ts";
import { streamSteps } from "./stream-steps.ts";

const steps: Steps = { ...requestResponseSteps, ...streamSteps, ...sinkSteps, ...bidiSteps, ...interactionSteps };

/** Does what a client is told to, and tells what it saw. */
export async function perform(stage: ClientStage, { field, value }: ClientInstruction): Promise<ClientTestResult> {
  // The compiler does not see that the step is of the same field as the value.
  const step = steps[field] as (stage: ClientStage, instruction: unknown) => Promise<ClientTestResult["value"]>;
  return { field, value: await step(stage, value) } as ClientTestResult;
}
