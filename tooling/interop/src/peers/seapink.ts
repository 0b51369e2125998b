import type { Case, Outcome } from "../case.ts";
import type { Pems } from "../certificates.ts";
import type { Combination } from "../combination.ts";
import { Caller } from "../seapink/call.ts";
import { clientDialect, serverDialects } from "../seapink/dialect.ts";
import { handlers } from "../seapink/handlers.ts";
import { serve } from "../seapink/serve.ts";
import type { Workshop } from "../workshop.ts";
import type { Peer, ReadyPeer } from "./peer.ts";

/** Ours against ours: what fails here is no peer's fault. */
export const seapink: Peer = {
  name: "seapink",
  prepare: (workshop) => Promise.resolve(readySeapink(workshop)),
};

/** Also the other side of all other peers. */
export function readySeapink({ services, certificates }: Workshop): ReadyPeer {
  const tlsOf = ({ tls }: Combination): Pems | undefined => (tls ? certificates.pems : undefined);
  return {
    version: "this tree",
    // It is both sides of one row.
    roles: ["server"],
    speaks: () => true,
    cannot: () => undefined,
    serve: (combination) =>
      serve(handlers(services), {
        dialects: serverDialects(combination),
        isMultiplexed: combination.multiplexed,
        tls: tlsOf(combination),
      }),
    async call(combination, ports, asked: readonly Case[]) {
      const caller = new Caller(services, ports, {
        dialect: clientDialect(combination),
        tls: tlsOf(combination),
      });
      const outcomes = new Map<string, Outcome>();
      for (const one of asked) outcomes.set(one.name, await caller.call(one));
      await caller.close();
      return outcomes;
    },
  };
}
