import { Command } from "commander";
import { type CallRequest, runCall } from "../../src/call/run-call.ts";
import { addCall } from "../../src/commands/call.ts";
import type { Ended } from "../command.ts";
import { endOf, type StandardOptions } from "../standard.ts";

/** Runs `seapink call …` in this process. */
export function callHere(args: readonly string[], options?: StandardOptions): Promise<Ended> {
  return endOf(async (streams) => runCall(await requestOf(args), streams), options);
}

async function requestOf(args: readonly string[]): Promise<CallRequest> {
  const { promise, resolve } = Promise.withResolvers<CallRequest>();
  const program = new Command().exitOverride();
  addCall(program, (request) => {
    resolve(request);
    return Promise.resolve(0);
  });
  await program.parseAsync(["call", ...args], { from: "user" });
  return promise;
}
