import { alarm, ApplicationError, deadlines, type Interaction } from "@seapink/core";
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

  constructor(interaction: Interaction, isSerial: boolean, onError: (error: unknown) => void) {
    this.interaction = interaction;
    this.isSerial = isSerial;
    this.#onError = onError;
  }

  /** Aborted when the interaction ends, with an `interaction_lost` error. */
  get aborted(): AbortSignal {
    return this.#aborting.signal;
  }

  /** The server object, for a call that `run` has let through. */
  get object(): object {
    if (this.#object === undefined) throw lost(this.interaction, "it is not there");
    return this.#object;
  }

  /** Runs the factory call. Whatever comes behind it waits until it has called `created`, or failed. */
  create<T>(factory: () => Promise<T>): Promise<T> {
    const creating = this.#track(factory());
    this.#before = creating.then(
      () => undefined,
      (error: unknown) => {
        this.#aborting.abort(lost(this.interaction, "its creation failed", error));
      },
    );
    return creating;
  }

  /** Takes the server object. If the interaction ended meanwhile, the object is told at once. */
  created(object: object): void {
    this.#object = object;
  }

  /** Runs a call in its turn. @throws ApplicationError `interaction_lost` when there is no object any more. */
  run<T>(call: () => Promise<T>): Promise<T> {
    if (this.#aborting.signal.aborted) return Promise.reject(this.#aborting.signal.reason);
    const running = this.#track(this.#before === undefined ? call() : this.#before.then(() => this.#enter(call)));
    if (this.isSerial) this.#before = running.catch(() => undefined);
    return running;
  }

  #enter<T>(call: () => Promise<T>): Promise<T> {
    if (this.#aborting.signal.aborted) return Promise.reject(this.#aborting.signal.reason);
    return call();
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
    this.#aborting.abort(lost(this.interaction, reason));
    await this.#settled();
    if (this.#object === undefined) return;
    try {
      await terminate(this.#object, reason);
    } catch (error) {
      this.#onError(error);
    }
  }

  #settled(): Promise<void> {
    return new Promise((resolve) => {
      const late = alarm(settleMs, resolve);
      void Promise.all(this.#running).finally(() => {
        deadlines.delete(late);
        resolve();
      });
    });
  }
}

function lost(interaction: Interaction, why: string, cause?: unknown): ApplicationError {
  return new ApplicationError("interaction_lost", `${interaction.name}: the interaction is over: ${why}`, { cause });
}
