import { type Channel, type Conversation, defaultLimits, type Dialect, type Handler, type Limits } from "@seapink/core";
import { framed, unframed } from "@seapink/dialect-classic";
import { binary } from "@seapink/protocol-binary";
import { local } from "@seapink/rpc";
import { memoryLanes } from "@seapink/transport-memory";
import { connect, listen } from "@seapink/transport-tcp";

/** What a way between client and server can carry. */
export type Carries = "everything" | "messages";

/** A way between client and server. */
export interface Rig {
  readonly name: string;
  readonly carries: Carries;
  readonly connect: (handler: Handler, onError: (error: unknown) => void) => Promise<Connection>;
}

export interface Connection {
  readonly channel: Channel;
  /** Breaks the connection, as a cable would. */
  readonly break: () => Promise<void>;
  readonly close: () => Promise<void>;
}

const limits: Limits = defaultLimits;
const options = { protocols: [binary()] };
const dialects: readonly Dialect[] = [framed(options), unframed(options)];

export const rigs: readonly Rig[] = [
  { name: "local", carries: "everything", connect: async (handler, onError) => ended(local(handler, { onError }), []) },
  {
    name: "a local proxy",
    carries: "everything",
    async connect(handler, onError) {
      const behind = local(handler, { onError });
      return ended(local(behind.handle), [behind]);
    },
  },
  ...dialects.flatMap((dialect) => [memory(dialect), memoryProxy(dialect), tcp(dialect), tcpProxy(dialect)]),
];

function ended(channel: Channel, behind: readonly { close(reason?: unknown): Promise<void> }[]): Connection {
  return {
    channel,
    break: () => channel.close(new Error("the cable broke")),
    async close() {
      await channel.close();
      for (const one of behind) await one.close();
    },
  };
}

function conversation(onError: (error: unknown) => void): Conversation {
  return { limits, handler: undefined, onError };
}

async function overMemory(
  dialect: Dialect,
  handler: Handler,
  onError: (error: unknown) => void,
): Promise<[Channel, Channel]> {
  const [near, far] = memoryLanes();
  const server = dialect.accept(far, handler, conversation(onError));
  return [await dialect.connect(near, conversation(onError)), server];
}

function memory(dialect: Dialect): Rig {
  return {
    name: `${dialect.name} in memory`,
    carries: "messages",
    async connect(handler, onError) {
      const [channel, server] = await overMemory(dialect, handler, onError);
      return ended(channel, [server]);
    },
  };
}

function memoryProxy(dialect: Dialect): Rig {
  return {
    name: `a proxy of ${dialect.name} in memory`,
    carries: "messages",
    async connect(handler, onError) {
      const [behind, server] = await overMemory(dialect, handler, onError);
      const [channel, proxy] = await overMemory(dialect, behind.handle, onError);
      return ended(channel, [proxy, behind, server]);
    },
  };
}

function tcp(dialect: Dialect): Rig {
  return {
    name: `${dialect.name} over TCP`,
    carries: "messages",
    async connect(handler, onError) {
      const server = await listen(handler, { port: 0, dialects, onError });
      return ended(await connect({ port: server.port, dialect }), [server]);
    },
  };
}

function tcpProxy(dialect: Dialect): Rig {
  return {
    name: `a proxy of ${dialect.name} over TCP`,
    carries: "messages",
    async connect(handler, onError) {
      const server = await listen(handler, { port: 0, dialects, onError });
      const behind = await connect({ port: server.port, dialect });
      const proxy = await listen(behind.handle, { port: 0, dialects, onError });
      return ended(await connect({ port: proxy.port, dialect }), [proxy, behind, server]);
    },
  };
}
