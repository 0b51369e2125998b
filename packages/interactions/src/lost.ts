import { ApplicationError, type Interaction } from "@seapink/core";

/** Why a call on an interaction is not run: `interaction_lost`. The cause is not told to a peer. */
export function interactionLost(interaction: Interaction, why: string, cause?: unknown): ApplicationError {
  return new ApplicationError("interaction_lost", text(interaction, why), { cause, mayHaveRun: false });
}

/** Why one that runs is aborted. */
export function aborted(interaction: Interaction, why: string, cause?: unknown): ApplicationError {
  return new ApplicationError("interaction_lost", text(interaction, why), { cause, mayHaveRun: true });
}

function text(interaction: Interaction, why: string): string {
  return `${interaction.name}: the interaction is over: ${why}`;
}
