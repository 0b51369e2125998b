import type { Interaction } from "@seapink/core";
import { interactionLost } from "@seapink/interactions";

/** Where each interaction began: no call on it goes anywhere else, also when that has closed. */
export class Pins<Place extends { readonly closing: AbortSignal }> {
  readonly #places: WeakMap<Interaction, Place> = new WeakMap();

  /** @throws ApplicationError `interaction_lost` for a creation that comes too late */
  begin(interaction: Interaction, place: Place): void {
    if (interaction.ended.aborted) throw interactionLost(interaction, "it ended before it was created");
    this.#places.set(interaction, place);
  }

  /** @throws ApplicationError `interaction_lost` where it began nowhere, or where that is gone */
  placeOf(interaction: Interaction): Place {
    const place = this.#places.get(interaction);
    if (place === undefined) throw interactionLost(interaction, "it did not begin on this channel");
    const { closing } = place;
    if (closing.aborted) throw interactionLost(interaction, "its connection is gone", closing.reason);
    return place;
  }
}
