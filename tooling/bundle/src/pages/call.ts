import { defaultLimits } from "@seapink/core";
import { framed } from "@seapink/dialect-classic";
import { binary } from "@seapink/protocol-binary";
import { implement } from "@seapink/rpc";
import { memoryLanes } from "@seapink/transport-memory";
import { counterOn } from "./client.ts";
import { Counter, NotFoundError } from "./counter.ts";
import type { Outcome } from "./outcome.ts";

const totals = new Map([["all", 9_007_199_254_740_991n]]);

/** Serves and calls on a pair of lanes in the page, and tells what came of it by the page's title. */
async function main(): Promise<Outcome> {
  const [near, far] = memoryLanes();
  const handler = implement(Counter, { add: ({ key, by }) => add(key, by) });
  const conversation = { limits: defaultLimits, handler: undefined, onError: console.error };
  framed({ protocols: [binary()] }).accept(far, handler, conversation);
  const counter = await counterOn(near);
  const value = await counter.add({ key: "all", by: 2n });
  const thrown = await counter.add({ key: "nobody", by: 1n }).then(String, described);
  return { codeFromText: isCodeMadeFromText(), value: value.toString(), thrown };
}

function add(key: string, by: bigint): bigint {
  const total = totals.get(key);
  if (total === undefined) throw new NotFoundError({ key });
  return total + by;
}

function described(error: unknown): string {
  return error instanceof NotFoundError ? `${error.name} of ${error.key}` : String(error);
}

function isCodeMadeFromText(): boolean {
  try {
    // The question that codecs ask, too.
    // oxlint-disable-next-line no-new-func, typescript/no-implied-eval
    return new Function("return true")() === true;
  } catch {
    return false;
  }
}

const told = (outcome: Outcome | string): void => void (document.title = JSON.stringify(outcome));
void main().then(told, (error: unknown) => told(String(error)));
