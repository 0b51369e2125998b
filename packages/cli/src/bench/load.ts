import { setMaxListeners } from "node:events";
import { setImmediate, setTimeout } from "node:timers/promises";
import { exitCodes } from "@seapink/addresses/command";
import { outcomeOf } from "../outcome.ts";
import type { OneAnswer, OneCall } from "./one-call.ts";
import { asFastAsPossible, atRate, type Pace } from "./pace.ts";
import type { Tally } from "./tally.ts";

export interface LoadOptions {
  /** What has ended by then is not counted. */
  readonly warmUpMs: number;
  readonly durationMs: number;
  /** How long calls are waited for after that. */
  readonly graceMs: number;
  /** Calls in a second; as many as possible where it is left out. */
  readonly rate?: number | undefined;
  /** Ends it early. */
  readonly signal: AbortSignal;
}

/**
 * Makes each of the calls again and again, one after another, and counts what they come to.
 * @throws what no server has to do with: arguments that the wire cannot carry
 */
export async function load(calls: readonly OneCall[], tally: Tally, options: LoadOptions): Promise<void> {
  const { warmUpMs, durationMs, graceMs, rate } = options;
  const began = performance.now();
  const from = began + warmUpMs;
  const until = from + durationMs;
  const over = new AbortController();
  const signal = AbortSignal.any([options.signal, over.signal]);
  setMaxListeners(0, signal);
  const pace = rate === undefined ? asFastAsPossible(until) : atRate(rate, { began, until, signal });
  const workers = new Workers(pace, tally, from);
  const late = setTimeout(warmUpMs + durationMs + graceMs, undefined, { signal }).catch(() => undefined);
  try {
    await Promise.race([late, Promise.all(calls.map((call) => workers.work(call)))]);
  } catch (error) {
    if (!signal.aborted) throw error;
  } finally {
    workers.stop();
    over.abort();
  }
  tally.seconds = Math.max(0, Math.max(workers.answeredAt, Math.min(performance.now(), until)) - from) / 1_000;
}

class Workers {
  /** When the last call was answered. */
  answeredAt = 0;
  readonly #pace: Pace;
  readonly #tally: Tally;
  readonly #from: number;
  #running = 0;
  #isOver = false;

  constructor(pace: Pace, tally: Tally, from: number) {
    this.#pace = pace;
    this.#tally = tally;
    this.#from = from;
  }

  async work(call: OneCall): Promise<void> {
    for (let began = await this.#pace.turn(); began !== undefined; began = await this.#pace.turn()) {
      this.#running++;
      const error = await this.#count(call(), began);
      if (this.#isOver) return;
      this.#running--;
      if (error === undefined) continue;
      if (outcomeOf(error).exitCode === exitCodes.usage) throw error;
      // What fails at once must not keep everything else from happening.
      await setImmediate();
    }
  }

  /** Counts no more. */
  stop(): void {
    this.#isOver = true;
    this.#tally.unfinished = this.#running;
  }

  /** Returns the error of a call that failed. */
  async #count(call: Promise<OneAnswer>, began: number): Promise<unknown> {
    try {
      const { items, exception } = await call;
      const ended = performance.now();
      if (!this.#counts(ended)) return undefined;
      if (exception === undefined) this.#tally.succeeded(ended - began, items);
      else this.#tally.raised(exception, ended - began);
      this.answeredAt = ended;
      return undefined;
    } catch (error) {
      if (this.#counts(performance.now())) this.#tally.failed(error);
      return error;
    }
  }

  #counts(ended: number): boolean {
    return !this.#isOver && ended >= this.#from;
  }
}
