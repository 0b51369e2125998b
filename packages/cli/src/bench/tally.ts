import { exitCodes } from "@seapink/addresses/command";
import { isThriftError } from "@seapink/core";
import { outcomeOf } from "../outcome.ts";
import { Histogram } from "./histogram.ts";

/** What calls came to. */
export class Tally {
  /** Of those that were answered by a result or a declared exception. */
  readonly latency: Histogram = new Histogram();
  results = 0;
  /** Of streams. */
  items = 0;
  /** By the names of declared exceptions. */
  readonly exceptions: Map<string, number> = new Map();
  /** By the codes of errors. */
  readonly errors: Map<string, number> = new Map();
  /** Those that nobody waited for any longer. */
  unfinished = 0;
  seconds = 0;
  /** The last error of each exit code. */
  readonly #last: Map<number, unknown> = new Map();

  get answered(): number {
    return this.latency.count;
  }

  get failures(): number {
    return sum(this.errors);
  }

  succeeded(ms: number, items: number): void {
    this.latency.add(ms);
    this.results++;
    this.items += items;
  }

  raised(exception: string, ms: number): void {
    this.latency.add(ms);
    increase(this.exceptions, exception);
  }

  failed(error: unknown): void {
    increase(this.errors, isThriftError(error) ? error.code : "error");
    this.#last.set(outcomeOf(error).exitCode, error);
  }

  /** Why no call was answered, by an error of the server, or else of the way to it. */
  get failure(): unknown {
    if (this.answered > 0) return undefined;
    return this.#last.get(exitCodes.system) ?? this.#last.get(exitCodes.unreachable);
  }
}

function increase(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1);
}

function sum(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((total, count) => total + count, 0);
}
