import { type Channel, type Dialect, type Handler, limits } from "@seapink/core";
import { memoryLanes } from "@seapink/transport-memory";
import { connect, listen } from "@seapink/transport-tcp";
import type { ConformanceCase } from "../../src/conformance/cases/conformance-case.ts";
import { conformanceLimits } from "../../src/conformance/rocket-settings.ts";

/** A place where somebody serves, and others connect. */
export interface Place extends AsyncDisposable {
  readonly connect: (dialect: Dialect) => Promise<Channel>;
}

export interface Way {
  readonly name: string;
  /** Which cases go this way: a proxy of large messages costs more than it shows. */
  readonly tries: (one: ConformanceCase) => boolean;
  readonly serve: (handler: Handler, dialect: Dialect) => Promise<Place>;
}

const conversation = { limits: limits(conformanceLimits), handler: undefined, onError: (): void => undefined };

export const ways: readonly Way[] = [
  {
    name: "memory",
    tries: () => true,
    async serve(handler, dialect) {
      const accepted: Channel[] = [];
      return {
        connect(near) {
          const [lane, far] = memoryLanes({ limits: conformanceLimits });
          accepted.push(dialect.accept(far, handler, conversation));
          return near.connect(lane, conversation);
        },
        async [Symbol.asyncDispose]() {
          await Promise.all(accepted.map((channel) => channel.close()));
        },
      };
    },
  },
  {
    name: "memory, behind a proxy",
    tries: ({ name }) => !name.endsWith("Fragmentation"),
    async serve(handler, dialect) {
      const open: Channel[] = [];
      const over = async (near: Dialect, served: Handler): Promise<Channel> => {
        const [lane, far] = memoryLanes({ limits: conformanceLimits });
        const accepted = dialect.accept(far, served, conversation);
        const channel = await near.connect(lane, conversation);
        open.unshift(channel, accepted);
        return channel;
      };
      return {
        connect: async (near) => over(near, (await over(dialect, handler)).handle),
        async [Symbol.asyncDispose]() {
          for (const channel of open) await channel.close();
        },
      };
    },
  },
  {
    name: "TCP",
    tries: () => true,
    async serve(handler, dialect) {
      const { onError } = conversation;
      const server = await listen(handler, { port: 0, dialects: [dialect], limits: conformanceLimits, onError });
      return {
        connect: (near) => connect({ port: server.port, dialect: near, limits: conformanceLimits, onError }),
        [Symbol.asyncDispose]: () => server.close(),
      };
    },
  },
];
