import type { Call } from "@seapink/core";
import type { Tile } from "@seapink/interactions";

/** What a call on an interaction carries past the filters, whatever they derive of it. */
const onTile = Symbol("onTile");

interface Turn {
  readonly tile: Tile;
  /** The method has been called: those behind it may be. */
  readonly leave: () => void;
}

/**
 * The call in its turn: the end of its interaction aborts it. Its signal is made when somebody asks for it.
 * @param items what the caller sends, which ends with the interaction
 */
export function tileCall(call: Call, turn: Turn, items: Call["items"]): Call {
  let signal: AbortSignal | undefined;
  const { aborted } = turn.tile;
  const get = (): AbortSignal => {
    const own = call.signal;
    return (signal ??= own === undefined ? aborted : AbortSignal.any([own, aborted]));
  };
  return Object.create(call, {
    signal: { get, enumerable: true },
    items: { value: items, enumerable: true },
    [onTile]: { value: turn },
  }) as Call;
}

/** @throws TypeError where a filter has passed on another call */
export function tileOf(call: Call): Turn {
  const turn = (call as { readonly [onTile]?: Turn })[onTile];
  if (turn === undefined) throw new TypeError(`${call.method}: expected filters to derive the calls that they pass on`);
  return turn;
}
