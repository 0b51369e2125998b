import { ApplicationError, type Interaction, type Limits, type Scope } from "@seapink/core";
import type { InteractionType } from "@seapink/schema";
import { lost } from "./lost.ts";
import { Tile } from "./tile.ts";
import type { TerminationReason } from "./termination.ts";

/** The interactions that live on one connection, and end with it. */
export class InteractionTable {
  readonly #tiles: Map<Interaction, Tile> = new Map();
  readonly #maxInteractions: number;
  readonly #closed: AbortSignal;
  readonly #onError: (error: unknown) => void;

  constructor(scope: Scope, limits: Limits, onError: (error: unknown) => void) {
    this.#maxInteractions = limits.maxInteractions;
    this.#closed = scope.closed;
    this.#onError = onError;
    scope.closed.addEventListener("abort", () => this.#endAll("disconnected"), { once: true });
  }

  /** How many there are. One that has ended counts until its object has been told. */
  get size(): number {
    return this.#tiles.size;
  }

  /**
   * Takes a place for an interaction that is about to be created.
   * @throws ApplicationError `overloaded` beyond the limit, `interaction_lost` if it or the connection has ended
   * already, `protocol_error` if it is there.
   */
  begin(interaction: Interaction, type: InteractionType): Tile {
    this.#checkNew(interaction);
    const tile = new Tile(interaction, type.serial, this.#onError);
    this.#tiles.set(interaction, tile);
    interaction.ended.addEventListener("abort", () => void this.#end(tile, "closed"), { once: true });
    return tile;
  }

  #checkNew(interaction: Interaction): void {
    if (this.#closed.aborted) throw lost(interaction, "the connection has gone");
    if (interaction.ended.aborted) throw lost(interaction, "it ended before it was created");
    if (this.#tiles.has(interaction))
      throw new ApplicationError("protocol_error", `${interaction.name}: expected a new interaction, got a known one`);
    if (this.#tiles.size >= this.#maxInteractions) {
      const message = `expected at most ${this.#maxInteractions} interactions on a connection`;
      throw new ApplicationError("overloaded", message);
    }
  }

  /** @throws ApplicationError `interaction_lost` for one that is not there, or no more. */
  get(interaction: Interaction): Tile {
    const tile = this.#tiles.get(interaction);
    if (tile === undefined) throw lost(interaction, "there is none like it on this connection");
    tile.checkAlive();
    return tile;
  }

  /** Forgets an interaction whose creation failed. */
  drop(tile: Tile): void {
    this.#tiles.delete(tile.interaction);
  }

  async #end(tile: Tile, reason: TerminationReason): Promise<void> {
    await tile.end(reason);
    this.drop(tile);
  }

  #endAll(reason: TerminationReason): void {
    for (const tile of this.#tiles.values()) void this.#end(tile, reason);
  }
}
