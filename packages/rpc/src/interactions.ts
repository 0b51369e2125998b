import {
  ApplicationError,
  type Call,
  type Handler,
  type Interaction,
  type Limits,
  type Reply,
  type Scope,
} from "@seapink/core";
import { InteractionTable, type Tile } from "@seapink/interactions";
import type { InteractionType } from "@seapink/schema";
import type { ServerMethod } from "./server-method.ts";
import { whenEnded } from "./when-ended.ts";

/** The interactions of one service, by connection. Order is settled here, before any filter may wait. */
export class Interactions {
  readonly #limits: Limits;
  readonly #onError: (error: unknown) => void;
  readonly #tables: WeakMap<Scope, InteractionTable> = new WeakMap();
  readonly #tiles: WeakMap<Interaction, Tile> = new WeakMap();
  readonly #types: WeakMap<Tile, InteractionType> = new WeakMap();

  constructor(limits: Limits, onError: (error: unknown) => void) {
    this.#limits = limits;
    this.#onError = onError;
  }

  tileOf(call: Call): Tile | undefined {
    return call.interaction && this.#tiles.get(call.interaction.of);
  }

  /** Runs a call that creates an interaction, or is one of its calls, in its turn. */
  run(call: Call, method: ServerMethod | undefined, next: Handler): Promise<Reply | undefined> {
    try {
      const { of, create } = call.interaction as NonNullable<Call["interaction"]>;
      const table = this.#tableOf(call);
      return create ? this.#create(call, of, table, method, next) : this.#call(call, table.get(of), method, next);
    } catch (error) {
      return Promise.reject(error);
    }
  }

  #tableOf({ scope, method }: Call): InteractionTable {
    if (scope === undefined || scope.closed.aborted) {
      const message = `${method}: expected a connection that an interaction can live on`;
      throw new ApplicationError("interaction_lost", message, { mayHaveRun: false });
    }
    let table = this.#tables.get(scope);
    if (table === undefined)
      this.#tables.set(scope, (table = new InteractionTable(scope, this.#limits, this.#onError)));
    return table;
  }

  #create(
    call: Call,
    of: Interaction,
    table: InteractionTable,
    method: ServerMethod | undefined,
    next: Handler,
  ): Promise<Reply | undefined> {
    if (method?.creates === undefined) {
      throw new ApplicationError("unknown_method", `expected a method that creates ${of.name}, got ${call.method}`);
    }
    const tile = table.begin(of, method.creates);
    this.#tiles.set(of, tile);
    this.#types.set(tile, method.creates);
    const drop = (): void => table.drop(tile);
    const reply = tile.create(async () => {
      const answer = await next(withSignal(call, tile));
      if (answer?.exception !== undefined) drop();
      return answer;
    });
    reply.catch(drop);
    return reply;
  }

  #call(call: Call, tile: Tile, method: ServerMethod | undefined, next: Handler): Promise<Reply | undefined> {
    if (method === undefined || method.interaction !== this.#types.get(tile)) {
      const { name } = tile.interaction;
      throw new ApplicationError(
        "unknown_method",
        `${name} has no method ${JSON.stringify(call.method.slice(0, 100))}`,
      );
    }
    return tile.run(async () => {
      const reply = await next(withSignal(call, tile));
      return reply?.items === undefined ? reply : held(reply, tile);
    });
  }
}

/** The end of an interaction aborts the calls that run on it. The signal is made when somebody asks for it. */
function withSignal(call: Call, tile: Tile): Call {
  let signal: AbortSignal | undefined;
  const get = (): AbortSignal => {
    const own = call.signal;
    return (signal ??= own === undefined ? tile.aborted : AbortSignal.any([own, tile.aborted]));
  };
  return Object.create(call, { signal: { get, enumerable: true } }) as Call;
}

/** A stream of an interaction keeps it from being told of its end before the stream has ended. */
function held(reply: Reply, tile: Tile): Reply {
  const { promise, resolve } = Promise.withResolvers<void>();
  tile.hold(promise);
  return whenEnded(reply, resolve);
}
