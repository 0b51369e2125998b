import type { InteractionClient } from "@seapink/rpc";
import type { BasicInteraction } from "../methods.ts";
import type { ClientStage, Steps } from "./step.ts";

type Handle = InteractionClient<BasicInteraction>;

export const interactionSteps = {
  async interactionConstructor({ client }) {
    await using interaction = client.createBasicInteraction();
    await interaction.init();
    return {};
  },
  async interactionFactoryFunction({ client }, { initialSum }) {
    await using _interaction = await client.basicInteractionFactoryFunction({ initialSum });
    return {};
  },
  async interactionPersistsState(stage, { initialSum, valuesToAdd }) {
    await using interaction = await begin(stage, initialSum);
    const responses: number[] = [];
    for (const i of valuesToAdd) responses.push(await interaction.add({ i }));
    return { responses };
  },
  async interactionTermination(stage, { initialSum }) {
    await using interaction = await begin(stage, initialSum);
    await interaction.init();
    return {};
  },
} satisfies Partial<Steps>;

/** By its factory where there is a sum to begin with, or else with its first call. */
async function begin({ client }: ClientStage, initialSum: number | undefined): Promise<Handle> {
  if (initialSum === undefined) return client.createBasicInteraction();
  return await client.basicInteractionFactoryFunction({ initialSum });
}
