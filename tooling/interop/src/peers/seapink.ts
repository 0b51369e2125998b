import type { Dialect } from "@seapink/core";
import type { Combination } from "../combination.ts";
import type { Case, Outcome } from "../case.ts";
import { Caller } from "../seapink/call.ts";
import { dialectOf } from "../seapink/dialect.ts";
import { handlers } from "../seapink/handlers.ts";
import { serve } from "../seapink/serve.ts";
import type { Workshop } from "../workshop.ts";
import type { Peer, Ports, ReadyPeer } from "./peer.ts";

/** Ours against ours: what fails here is no peer's fault. Who is the client makes no difference. */
export const seapink: Peer = {
  name: "seapink",
  prepare: (workshop) => Promise.resolve(readySeapink(workshop)),
};

/** Also the other side of all other peers. */
export function readySeapink({ services }: Workshop): ReadyPeer {
  return {
    version: "this tree",
    roles: ["server"],
    lacks: (combination) => {
      const dialect = dialectOf(combination);
      return "lacks" in dialect ? dialect.lacks : undefined;
    },
    cannot: () => undefined,
    serve: (combination) => serve(handlers(services), spoken(combination)),
    async call(combination, ports: Ports, asked: readonly Case[]) {
      const caller = new Caller(services, spoken(combination), ports);
      const outcomes = new Map<string, Outcome>();
      for (const one of asked) outcomes.set(one.name, await caller.call(one));
      await caller.close();
      return outcomes;
    },
  };
}

function spoken(combination: Combination): Dialect {
  const dialect = dialectOf(combination);
  if ("lacks" in dialect) throw new Error(dialect.lacks);
  return dialect;
}
