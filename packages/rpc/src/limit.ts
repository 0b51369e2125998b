import { ApplicationError, type Call, type Filter, type Handler, type Reply } from "@seapink/core";
import { whenEnded } from "./when-ended.ts";

/** Lets at most this many calls run at once, streams included; further ones fail with `overloaded`, without running. */
export function limit(maxRunning: number): Filter {
  if (!(maxRunning > 0)) throw new RangeError(`expected a positive limit, got ${maxRunning}`);
  return (next) => {
    const running = { count: 0 };
    return (call) => {
      if (running.count < maxRunning) return counted(call, next, running);
      return Promise.reject(new ApplicationError("overloaded", `expected at most ${maxRunning} calls at once`));
    };
  };
}

async function counted(call: Call, next: Handler, running: { count: number }): Promise<Reply | undefined> {
  const ended = (): number => running.count--;
  running.count++;
  try {
    const reply = await next(call);
    if (reply !== undefined) return whenEnded(reply, ended);
    ended();
    return undefined;
  } catch (error) {
    ended();
    throw error;
  }
}
