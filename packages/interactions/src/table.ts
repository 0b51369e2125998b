import { ApplicationError, type Interaction, type Limits, type Scope } from "@seapink/core";
import type { InteractionType } from "@seapink/schema";
import { interactionLost } from "./lost.ts";
import { reasonOf } from "./termination.ts";
import { Tile } from "./tile.ts";

/** The interactions that live on one connection, and end with it. */
export class InteractionTable {
  /** The one that calls on an interaction go to; one that is over still tells why. */
  readonly #tiles: WeakMap<Interaction, Tile> = new WeakMap();
  /** All that take a place, with what takes it from them. */
  readonly #places: Map<Tile, () => void> = new Map();
  readonly #limits: Limits;
  readonly #closed: AbortSignal;
  readonly #onError: (error: unknown) => void;

  constructor(scope: Scope, limits: Limits, onError: (error: unknown) => void) {
    this.#limits = limits;
    this.#closed = scope.closed;
    this.#onError = onError;
    scope.closed.addEventListener("abort", () => this.#endAll(), { once: true });
  }

  /** How many there are. One that has ended counts until its object has been told. */
  get size(): number {
    return this.#places.size;
  }

  /**
   * Takes a place for an interaction that is about to be created.
   * @throws ApplicationError `overloaded` beyond the limit, `interaction_lost` if it or the connection has ended
   * already, `protocol_error` if it is there.
   */
  begin(interaction: Interaction, type: InteractionType): Tile {
    this.#checkNew(interaction);
    const tile = new Tile({
      interaction,
      type,
      idleTimeoutMs: this.#limits.interactionIdleTimeoutMs,
      onError: this.#onError,
      onEnded: (ended) => this.#places.get(ended)?.(),
    });
    this.#tiles.set(interaction, tile);
    const onClosed = (): void => void tile.end("closed");
    interaction.ended.addEventListener("abort", onClosed, { once: true });
    this.#places.set(tile, () => {
      interaction.ended.removeEventListener("abort", onClosed);
      this.#places.delete(tile);
    });
    return tile;
  }

  // One whose creation failed may be begun again before its object has been told.
  #checkNew(interaction: Interaction): void {
    if (this.#closed.aborted) throw interactionLost(interaction, "the connection has gone");
    if (interaction.ended.aborted) throw interactionLost(interaction, "it ended before it was created");
    if (this.#tiles.get(interaction)?.isOver === false)
      throw new ApplicationError("protocol_error", `${interaction.name}: expected a new interaction, got a known one`);
    const { maxInteractions } = this.#limits;
    if (this.#places.size >= maxInteractions)
      throw new ApplicationError("overloaded", `expected at most ${maxInteractions} interactions on a connection`);
  }

  /** @throws ApplicationError `interaction_lost` for one that is not there, or no more. */
  get(interaction: Interaction): Tile {
    const tile = this.#tiles.get(interaction);
    if (tile === undefined) throw interactionLost(interaction, "there is none like it on this connection");
    tile.checkAlive();
    return tile;
  }

  #endAll(): void {
    const reason = reasonOf(this.#closed.reason);
    for (const tile of this.#places.keys()) void tile.end(reason);
  }
}
