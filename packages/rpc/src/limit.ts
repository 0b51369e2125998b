import { ApplicationError, type Filter } from "@seapink/core";
import { tracked } from "./when-ended.ts";

/**
 * Lets at most this many calls run at once through the handler it stands before, streams included; further ones fail
 * with `overloaded`, without running.
 */
export function limit(maxRunning: number): Filter {
  if (!(maxRunning > 0)) throw new RangeError(`expected a positive limit, got ${maxRunning}`);
  return (next) => {
    let running = 0;
    const ended = (): void => void running--;
    return (call) => {
      if (running >= maxRunning)
        return Promise.reject(new ApplicationError("overloaded", `expected at most ${maxRunning} calls at once`));
      running++;
      return tracked(next, call, ended);
    };
  };
}
