import { defaultLimits, type Lane } from "@seapink/core";
import { framed } from "@seapink/dialect-classic";
import { binary } from "@seapink/protocol-binary";
import { createClient } from "@seapink/rpc";
import { Counter, type CounterClient } from "./counter.ts";

/** A client of one service, which speaks framed binary on whatever lane it is given. */
export async function counterOn(lane: Lane): Promise<CounterClient> {
  const conversation = { limits: defaultLimits, handler: undefined, onError: console.error };
  return createClient(Counter, await framed({ protocols: [binary()] }).connect(lane, conversation));
}
