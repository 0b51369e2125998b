import { setTimeout } from "node:timers/promises";

/** When calls begin. */
export interface Pace {
  /** Waits for the turn of the next call: when that began for those who count, or `undefined` when there is none. */
  turn(): Promise<number | undefined> | number | undefined;
}

/** As soon as the call before has ended. */
export function asFastAsPossible(until: number): Pace {
  return {
    turn() {
      const now = performance.now();
      return now < until ? now : undefined;
    },
  };
}

export interface AtRateOptions {
  readonly began: number;
  readonly until: number;
  /** Ends the wait for a turn, with an error. */
  readonly signal: AbortSignal;
}

/**
 * So many calls in a second, whether those before have ended or not. A call for which nobody was free in time has begun
 * when it should have: it would have waited, as those do whom a slow server keeps waiting.
 */
export function atRate(perSecond: number, { began, until, signal }: AtRateOptions): Pace {
  let turns = 0;
  return {
    async turn() {
      const at = began + (turns++ * 1_000) / perSecond;
      if (at >= until) return undefined;
      const early = at - performance.now();
      if (early <= 0) return at;
      await setTimeout(early, undefined, { signal });
      return performance.now();
    },
  };
}
