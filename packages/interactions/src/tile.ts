import { alarm, deadlines, type Interaction, isApplicationError, report } from "@seapink/core";
import type { InteractionType } from "@seapink/schema";
import { begun, CallQueue, type Turn } from "./call-queue.ts";
import { IdleTimer } from "./idle-timer.ts";
import { aborted, interactionLost } from "./lost.ts";
import { terminate, type TerminationReason, whyEnded } from "./termination.ts";

/** How long the end of an interaction waits for the calls that still run on it. */
const settleMs = 5_000;

/** What a tile is made of. */
export interface TileOptions {
  readonly interaction: Interaction;
  readonly type: InteractionType;
  /** How long it may live while nothing runs on it. */
  readonly idleTimeoutMs: number;
  readonly onError: (error: unknown) => void;
  /** It is over: its object has been told, or there was none. It may be called again. */
  readonly onEnded: (tile: Tile) => void;
}

/**
 * One interaction on the server. Calls that came behind its creation wait for it, in order, and fail with it. When it
 * ends, what runs is aborted; then the object is told, once.
 */
export class Tile {
  readonly interaction: Interaction;
  readonly type: InteractionType;
  readonly #onError: (error: unknown) => void;
  readonly #onEnded: (tile: Tile) => void;
  readonly #aborting = new AbortController();
  readonly #queue = new CallQueue();
  readonly #idle: IdleTimer;
  /** How many calls and streams there are. */
  #running = 0;
  #object: object | undefined;
  #ending: Promise<void> | undefined;
  /** Called when nothing runs any more, while the end waits for that. */
  #onSettled: (() => void) | undefined;
  /** Why no further call is run, once it has ended. */
  #over: { readonly why: string; readonly cause: unknown } | undefined;
  /** Set when the wait for what runs is over. */
  #endedBy: TerminationReason | undefined;

  constructor({ interaction, type, idleTimeoutMs, onError, onEnded }: TileOptions) {
    this.interaction = interaction;
    this.type = type;
    this.#onError = onError;
    this.#onEnded = onEnded;
    this.#idle = new IdleTimer(idleTimeoutMs, () => void this.end("idle"));
  }

  /** Aborted when the interaction ends, with an `interaction_lost` error. */
  get aborted(): AbortSignal {
    return this.#aborting.signal;
  }

  /** Whether no further call is run. */
  get isOver(): boolean {
    return this.#over !== undefined;
  }

  /**
   * The server object, for a call that `run` has let through.
   * @throws ApplicationError `interaction_lost` while there is none.
   */
  get object(): object {
    if (this.#object === undefined) throw interactionLost(this.interaction, "it was not created");
    return this.#object;
  }

  /**
   * Runs the call that creates it, at once. Whatever comes behind waits until it has settled, or left. If it settles
   * before it has left without an object, or fails, so has the creation.
   */
  create<T>(call: Turn<T>): Promise<T> {
    return this.#enter(async (leave) => {
      let hasLeft = false;
      try {
        return await call(() => {
          hasLeft = true;
          leave();
        });
      } catch (error) {
        if (!hasLeft) this.fail(error);
        throw error;
      } finally {
        if (this.#object === undefined) this.fail();
      }
    });
  }

  /** Takes the server object. If the interaction did not wait for it, the object is told of the end at once. */
  created(object: object): void {
    if (this.#object === object) return;
    const reason = this.#object === undefined ? this.#endedBy : "closed";
    this.#object ??= object;
    if (reason !== undefined) void this.#tell(object, reason);
  }

  /** The creation failed, perhaps after an object was made. The message of an `ApplicationError` is for the client. */
  fail(cause?: unknown): void {
    const told = isApplicationError(cause) ? `: ${cause.message}` : "";
    this.#abort(`its creation failed${told}`, cause);
    if (this.#object === undefined) this.#onEnded(this);
    void this.end("closed");
  }

  /** Runs a call in its turn. Rejects with `interaction_lost` once the interaction has ended. */
  run<T>(call: Turn<T>): Promise<T> {
    return this.#enter((leave) => {
      this.checkAlive();
      return call(leave);
    });
  }

  // A serial interaction does not let the next one begin before a call has settled.
  #enter<T>(call: Turn<T>): Promise<T> {
    return this.#queue.enter((leave) => {
      const release = this.hold();
      const running = begun(() => call(this.type.serial ? () => undefined : leave));
      running.then(release, release);
      return running;
    });
  }

  /** @throws ApplicationError `interaction_lost` once the interaction has ended. */
  checkAlive(): void {
    if (this.#over !== undefined) throw interactionLost(this.interaction, this.#over.why, this.#over.cause);
  }

  /** Something runs on the interaction, a call or a stream that outlives its call, until what is returned is called. */
  hold(): () => void {
    this.#running++;
    this.#idle.work();
    let isHeld = true;
    return () => {
      if (isHeld && --this.#running === 0) this.#rest();
      isHeld = false;
    };
  }

  #rest(): void {
    if (this.#over === undefined) this.#idle.rest();
    this.#onSettled?.();
  }

  #abort(why: string, cause?: unknown): void {
    this.#over ??= { why, cause };
    this.#idle.stop();
    this.#aborting.abort(aborted(this.interaction, this.#over.why, this.#over.cause));
    this.#queue.fail(() => interactionLost(this.interaction, why, cause));
  }

  /** Ends the interaction. Resolves when its object has been told; a second end waits for the first. */
  end(reason: TerminationReason): Promise<void> {
    if (this.#ending === undefined) {
      // Set first: what is aborted may end the interaction, too.
      const { promise, resolve } = Promise.withResolvers<void>();
      this.#ending = promise;
      void this.#end(reason).then(resolve);
    }
    return this.#ending;
  }

  async #end(reason: TerminationReason): Promise<void> {
    this.#abort(whyEnded[reason]);
    if (this.#running > 0) await this.#settled();
    this.#endedBy = reason;
    if (this.#object !== undefined) await this.#tell(this.#object, reason);
    // Whoever remembers the interaction does not keep it.
    this.#object = undefined;
    this.#onEnded(this);
  }

  /** Waits until nothing runs, or for too long. */
  async #settled(): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#onSettled = resolve;
    const late = alarm(settleMs, resolve);
    await promise;
    deadlines.delete(late);
  }

  async #tell(object: object, reason: TerminationReason): Promise<void> {
    try {
      await terminate(object, reason);
    } catch (error) {
      this.#reportError(error);
    }
  }

  #reportError(error: unknown): void {
    try {
      this.#onError(error);
    } catch (failure) {
      report(failure);
    }
  }
}
