import {
  ApplicationError,
  type Call,
  type Handler,
  type Limits,
  type Reply,
  type Scope,
  systemError,
  type Writable,
} from "@seapink/core";
import { InteractionTable, type Tile } from "@seapink/interactions";
import { type AbortableItems, abortableItems } from "./abortable-items.ts";
import { Context } from "./context.ts";
import type { Construct, ServiceMethods } from "./service-methods.ts";
import { tileCall, tileOf } from "./tile-call.ts";
import { tracked } from "./when-ended.ts";

/** The interactions of one service, by connection. Order is settled here, before any filter may wait. */
export class Interactions {
  readonly #methods: ServiceMethods;
  readonly #limits: Limits;
  readonly #onError: (error: unknown) => void;
  readonly #tables: WeakMap<Scope, InteractionTable> = new WeakMap();

  constructor(methods: ServiceMethods, limits: Limits, onError: (error: unknown) => void) {
    this.#methods = methods;
    this.#limits = limits;
    this.#onError = onError;
  }

  /** Runs a call that creates an interaction, or is one of its calls, in its turn, through the filters. */
  run(call: Call, filtered: Handler): Promise<Reply | undefined> {
    try {
      const { of, create } = call.interaction as NonNullable<Call["interaction"]>;
      const table = this.#tableOf(call);
      if (create) return this.#create(call, table.begin(of, this.#methods.createdBy(call.method, of)), filtered);
      return this.#inTurn(call, table.get(of), filtered);
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

  #create(call: Call, tile: Tile, filtered: Handler): Promise<Reply | undefined> {
    return tile.create(async (leave) => {
      let hasLeft = false;
      const left = (): void => {
        hasLeft = true;
        leave();
      };
      const reply = await this.#pass(call, tile, left, filtered);
      // Once its object has been constructed, the creation does not depend on what the first call comes to.
      if (hasLeft || reply === undefined) return reply;
      if (reply.exception !== undefined) tile.fail();
      return replaced(reply, { body: failingWith(tile, reply.body) });
    });
  }

  // Who has given up while a call waited does not want it to run; of one that did not wait, the signal is not made.
  #inTurn(call: Call, tile: Tile, filtered: Handler): Promise<Reply | undefined> {
    let hasWaited = false;
    const running = tile.run((leave) => {
      if (hasWaited) call.signal?.throwIfAborted();
      return this.#pass(call, tile, leave, filtered);
    });
    hasWaited = true;
    return running;
  }

  /** Passes a call on with what belongs to its interaction; what runs is aborted with that, and holds it until then. */
  async #pass(call: Call, tile: Tile, leave: () => void, filtered: Handler): Promise<Reply | undefined> {
    const sent = call.items && this.#abortable(call.items, tile);
    const release = tile.hold();
    const reply = await tracked(filtered, tileCall(call, { tile, leave }, sent?.items), () => {
      sent?.detach();
      release();
    });
    return reply?.items === undefined ? reply : replaced(reply, { items: this.#abortable(reply.items, tile).items });
  }

  #abortable(items: NonNullable<Call["items"]>, tile: Tile): AbortableItems {
    return abortableItems(items, tile.aborted, this.#onError);
  }

  /** Answers a call behind the filters. */
  answer(call: Call): Promise<Reply | undefined> {
    try {
      const { tile, leave } = tileOf(call);
      if (!call.interaction?.create) return this.#call(call, tile, leave);
      const method = this.#methods.creating(call.method, tile.type);
      const construct = method.creates === undefined ? this.#methods.construct(tile.type) : undefined;
      return construct === undefined ? method.answer(call, tile) : this.#construct(call, tile, leave, construct);
    } catch (error) {
      return Promise.reject(error);
    }
  }

  #call(call: Call, tile: Tile, leave: () => void): Promise<Reply | undefined> {
    const answer = this.#methods.of(call.method, tile.type).answer(call, tile);
    leave();
    return answer;
  }

  /** Makes the object of an interaction that begins with its first call, then calls that. */
  async #construct(call: Call, tile: Tile, leave: () => void, construct: Construct): Promise<Reply | undefined> {
    try {
      const object = await construct(new Context(call));
      if (typeof object !== "object" || object === null) throw noObject(tile, object);
      tile.created(object);
    } catch (error) {
      if (systemError(error) !== error) this.#onError(error);
      tile.fail(error);
    }
    tile.checkAlive();
    return this.#call(call, tile, leave);
  }
}

function replaced({ headers, body, exception, protocol, items }: Reply, changes: Partial<Reply>): Reply {
  return { headers, body, exception, protocol, items, ...changes };
}

/** A creation has failed, too, if the peer cannot be told of it. */
function failingWith(tile: Tile, body: Reply["body"]): Reply["body"] {
  if (body instanceof Uint8Array) return body;
  return {
    write(writer) {
      try {
        body.write(writer);
      } catch (error) {
        tile.fail(error);
        throw error;
      }
    },
  } satisfies Writable;
}

function noObject({ type }: Tile, value: unknown): TypeError {
  return new TypeError(
    `create${type.name}: expected the implementation to return a server object, got ${typeof value}`,
  );
}
