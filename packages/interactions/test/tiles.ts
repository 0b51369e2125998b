import { type InteractionIdentity, newInteraction, Tile } from "@seapink/interactions";
import { interaction } from "@seapink/schema";
import { Terminable } from "./terminable.ts";

export interface TestTile {
  readonly tile: Tile;
  readonly identity: InteractionIdentity;
  readonly errors: unknown[];
  /** How often it said that it is over. */
  readonly ended: Tile[];
}

interface Options {
  readonly serial?: boolean;
  readonly idleTimeoutMs?: number;
}

/** A tile without a table. */
export function newTile({ serial = false, idleTimeoutMs = Number.POSITIVE_INFINITY }: Options = {}): TestTile {
  const identity = newInteraction("FileAccess");
  const errors: unknown[] = [];
  const ended: Tile[] = [];
  const tile = new Tile({
    interaction: identity.interaction,
    type: interaction("FileAccess", [], { serial }),
    idleTimeoutMs,
    onError: (error) => errors.push(error),
    onEnded: (over) => ended.push(over),
  });
  return { tile, identity, errors, ended };
}

/** A tile whose object is there. */
export async function liveTile(
  options: Options = {},
  object: Terminable = new Terminable(),
): Promise<TestTile & { readonly object: Terminable }> {
  const made = newTile(options);
  await made.tile.create(async () => made.tile.created(object));
  return { ...made, object };
}
