import { ApplicationError, type Interaction, type Limits, type Scope } from "@seapink/core";
import type { InteractionType } from "@seapink/schema";
import { Tile } from "./tile.ts";
import type { TerminationReason } from "./termination.ts";

/** The interactions that live on one connection, and end with it. */
export class InteractionTable {
  readonly #tiles: Map<Interaction, Tile> = new Map();
  readonly #maxInteractions: number;
  readonly #onError: (error: unknown) => void;

  constructor(scope: Scope, limits: Limits, onError: (error: unknown) => void) {
    this.#maxInteractions = limits.maxInteractions;
    this.#onError = onError;
    scope.closed.addEventListener("abort", () => this.#endAll("disconnected"), { once: true });
  }

  get size(): number {
    return this.#tiles.size;
  }

  /**
   * Takes a place for an interaction that is about to be created.
   * @throws ApplicationError `overloaded` beyond the limit, `interaction_lost` if it has ended already.
   */
  begin(interaction: Interaction, type: InteractionType): Tile {
    if (this.#tiles.size >= this.#maxInteractions) {
      throw new ApplicationError(
        "overloaded",
        `expected at most ${this.#maxInteractions} interactions on a connection`,
      );
    }
    if (interaction.ended.aborted) throw unknownInteraction(interaction);
    const tile = new Tile(interaction, type.serial, this.#onError);
    this.#tiles.set(interaction, tile);
    interaction.ended.addEventListener("abort", () => void this.#end(tile, "closed"), { once: true });
    return tile;
  }

  /** @throws ApplicationError `interaction_lost` for one that is not there, or no more. */
  get(interaction: Interaction): Tile {
    const tile = this.#tiles.get(interaction);
    if (tile === undefined) throw unknownInteraction(interaction);
    return tile;
  }

  /** Forgets an interaction whose creation failed. */
  drop(tile: Tile): void {
    this.#tiles.delete(tile.interaction);
  }

  async #end(tile: Tile, reason: TerminationReason): Promise<void> {
    this.#tiles.delete(tile.interaction);
    await tile.end(reason);
  }

  #endAll(reason: TerminationReason): void {
    for (const tile of this.#tiles.values()) void this.#end(tile, reason);
  }
}

function unknownInteraction(interaction: Interaction): ApplicationError {
  return new ApplicationError(
    "interaction_lost",
    `${interaction.name}: there is no such interaction on this connection`,
  );
}
