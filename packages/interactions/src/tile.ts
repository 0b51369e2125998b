import { alarm, deadlines, type Interaction } from "@seapink/core";
import { aborted, lost } from "./lost.ts";
import { terminate, type TerminationReason } from "./termination.ts";

/** How long the end of an interaction waits for the calls that still run on it. */
const settleMs = 5_000;

/**
 * One interaction on the server. Calls that came behind its creation wait for it, in order, and fail with it. When it
 * ends, what runs is aborted; then the object is told, once.
 */
export class Tile {
  readonly interaction: Interaction;
  readonly isSerial: boolean;
  readonly #onError: (error: unknown) => void;
  readonly #aborting = new AbortController();
  readonly #running: Set<Promise<unknown>> = new Set();
  /** What the next call waits for: the creation, and in a serial interaction the call before. */
  #before: Promise<unknown> | undefined;
  #object: object | undefined;
  #ending: Promise<void> | undefined;
  /** Why no further call is run, once it has ended. */
  #over: { readonly why: string; readonly cause: unknown } | undefined;
  /** Set when the wait for what runs is over. */
  #endedBy: TerminationReason | undefined;

  constructor(interaction: Interaction, isSerial: boolean, onError: (error: unknown) => void) {
    this.interaction = interaction;
    this.isSerial = isSerial;
    this.#onError = onError;
  }

  /** Aborted when the interaction ends, with an `interaction_lost` error. */
  get aborted(): AbortSignal {
    return this.#aborting.signal;
  }

  /**
   * The server object, for a call that `run` has let through.
   * @throws ApplicationError `interaction_lost` while there is none.
   */
  get object(): object {
    if (this.#object === undefined) throw lost(this.interaction, "it was not created");
    return this.#object;
  }

  /** Runs the factory call. Whatever comes behind it waits until it has called `created`, or failed. */
  create<T>(factory: () => Promise<T>): Promise<T> {
    const creating = this.#track(begun(factory));
    this.#before = creating.then(
      () => undefined,
      (error: unknown) => this.#failed(error),
    );
    return creating;
  }

  // The factory may have made an object before it failed.
  #failed(error: unknown): void {
    this.#abort("its creation failed", error);
    void this.end("closed");
  }

  /** Takes the server object. If the interaction did not wait for it, the object is told of the end at once. */
  created(object: object): void {
    this.#object = object;
    if (this.#endedBy !== undefined) void this.#tell(object, this.#endedBy);
  }

  /** Runs a call in its turn. Rejects with `interaction_lost` once the interaction has ended. */
  run<T>(call: () => Promise<T>): Promise<T> {
    const running = this.#track(
      this.#before === undefined ? this.#enter(call) : this.#before.then(() => this.#enter(call)),
    );
    if (this.isSerial) this.#before = running.catch(() => undefined);
    return running;
  }

  #enter<T>(call: () => Promise<T>): Promise<T> {
    return begun(() => {
      this.checkAlive();
      return call();
    });
  }

  /** @throws ApplicationError `interaction_lost` once the interaction has ended. */
  checkAlive(): void {
    if (this.#over !== undefined) throw lost(this.interaction, this.#over.why, this.#over.cause);
  }

  #abort(why: string, cause: unknown): void {
    this.#over ??= { why, cause };
    this.#aborting.abort(aborted(this.interaction, why, cause));
  }

  #track<T>(running: Promise<T>): Promise<T> {
    const settled: Promise<unknown> = running.then(
      () => this.#running.delete(settled),
      () => this.#running.delete(settled),
    );
    this.#running.add(settled);
    return running;
  }

  /** Keeps the interaction from ending before this has: a stream that outlives its call. */
  hold(until: Promise<unknown>): void {
    this.#track(until).catch(() => undefined);
  }

  /** Ends the interaction. Resolves when its object has been told; a second end waits for the first. */
  end(reason: TerminationReason): Promise<void> {
    this.#ending ??= this.#end(reason);
    return this.#ending;
  }

  async #end(reason: TerminationReason): Promise<void> {
    this.#abort(reason, undefined);
    await this.#settled();
    this.#endedBy = reason;
    if (this.#object !== undefined) await this.#tell(this.#object, reason);
  }

  // A call may leave a stream behind when it settles.
  async #settled(): Promise<void> {
    const wait = { isOver: false };
    const { promise: over, resolve } = Promise.withResolvers<void>();
    const late = alarm(settleMs, () => {
      wait.isOver = true;
      resolve();
    });
    while (this.#running.size > 0 && !wait.isOver) await Promise.race([over, Promise.all(this.#running)]);
    deadlines.delete(late);
  }

  async #tell(object: object, reason: TerminationReason): Promise<void> {
    try {
      await terminate(object, reason);
    } catch (error) {
      this.#onError(error);
    }
  }
}

/** An error that is thrown before there is a promise is like one after. */
function begun<T>(call: () => Promise<T>): Promise<T> {
  try {
    return call();
  } catch (error) {
    return Promise.reject(error);
  }
}
