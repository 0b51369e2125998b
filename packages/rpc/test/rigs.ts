import {
  type Channel,
  type Conversation,
  defaultLimits,
  type Dialect,
  type Handler,
  type Lane,
  type Limits,
} from "@seapink/core";
import { framed, unframed } from "@seapink/dialect-classic";
import { rocket } from "@seapink/dialect-rocket";
import { binary } from "@seapink/protocol-binary";
import { compact } from "@seapink/protocol-compact";
import { local } from "@seapink/rpc";
import { memoryLanes } from "@seapink/transport-memory";
import { connect, listen } from "@seapink/transport-tcp";

/** What a way between client and server can carry. */
export type Carries = "everything" | "messages";

/** A way between client and server. */
export interface Rig {
  readonly name: string;
  readonly carries: Carries;
  /** How many wires lie between them: none, one, or one on either side of a proxy. */
  readonly wires: 0 | 1 | 2;
  readonly isProxied: boolean;
  readonly connect: (handler: Handler, onError: (error: unknown) => void) => Promise<Connection>;
}

export interface Connection {
  readonly channel: Channel;
  /** Breaks the connection, as a cable would. */
  readonly break: () => Promise<void>;
  readonly close: () => Promise<void>;
}

const limits: Limits = defaultLimits;

/** A dialect that speaks one protocol. */
interface Speech {
  readonly name: string;
  readonly dialect: Dialect;
  readonly carries: Carries;
}

const inBinary = { protocols: [binary(), compact()] };
const inCompact = { protocols: [compact(), binary()] };
const facebook = compact({ variant: "fbthrift" });
const framedBinary: Speech = { name: "framed", dialect: framed(inBinary), carries: "messages" };
const unframedBinary: Speech = { name: "unframed", dialect: unframed(inBinary), carries: "messages" };
const framedCompact: Speech = { name: "framed compact", dialect: framed(inCompact), carries: "messages" };
const unframedCompact: Speech = { name: "unframed compact", dialect: unframed(inCompact), carries: "messages" };
const rocketCompact: Speech = {
  name: "Rocket",
  dialect: rocket({ protocols: [facebook, binary()] }),
  carries: "everything",
};
const rocketBinary: Speech = {
  name: "Rocket binary",
  dialect: rocket({ protocols: [binary(), facebook] }),
  carries: "everything",
};
/** What every server accepts. */
const dialects: readonly Dialect[] = [framedBinary, unframedBinary, rocketCompact].map(({ dialect }) => dialect);

export const rigs: readonly Rig[] = [
  {
    name: "local",
    carries: "everything",
    wires: 0,
    isProxied: false,
    connect: async (handler, onError) => ended(local(handler, { onError }), []),
  },
  {
    name: "a local proxy",
    carries: "everything",
    wires: 0,
    isProxied: true,
    async connect(handler, onError) {
      const behind = local(handler, { onError });
      return ended(local(behind.handle), [behind]);
    },
  },
  ...[framedBinary, unframedBinary, rocketCompact].flatMap((way) => [
    memory(way),
    memoryProxy(way, way),
    tcp(way),
    tcpProxy(way, way),
  ]),
  tcp(framedCompact),
  tcp(unframedCompact),
  memoryProxy(framedCompact, unframedBinary),
  tcpProxy(unframedBinary, framedCompact),
  memory(rocketCompact, "frames"),
  memoryProxy(rocketCompact, rocketCompact, "frames"),
  tcp(rocketBinary),
  memoryProxy(rocketCompact, rocketBinary),
  tcpProxy(rocketBinary, rocketCompact),
  memoryProxy(framedBinary, rocketCompact),
  tcpProxy(framedCompact, rocketBinary),
  memoryProxy(rocketCompact, framedBinary),
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
  kind: Lane["kind"],
  handler: Handler,
  onError: (error: unknown) => void,
): Promise<[Channel, Channel]> {
  const [near, far] = memoryLanes({ kind });
  const server = dialect.accept(far, handler, conversation(onError));
  return [await dialect.connect(near, conversation(onError)), server];
}

function memory({ name, dialect, carries }: Speech, kind: Lane["kind"] = "bytes"): Rig {
  return {
    name: `${name} in memory${kind === "frames" ? ", in frames" : ""}`,
    carries,
    wires: 1,
    isProxied: false,
    async connect(handler, onError) {
      const [channel, server] = await overMemory(dialect, kind, handler, onError);
      return ended(channel, [server]);
    },
  };
}

/** The client speaks in one way to the proxy, which speaks in another to the server. */
function memoryProxy(near: Speech, far: Speech, kind: Lane["kind"] = "bytes"): Rig {
  return {
    name: `a proxy ${between(near, far)} in memory${kind === "frames" ? ", in frames" : ""}`,
    carries: carriedBy(near, far),
    wires: 2,
    isProxied: true,
    async connect(handler, onError) {
      const [behind, server] = await overMemory(far.dialect, kind, handler, onError);
      const [channel, proxy] = await overMemory(near.dialect, kind, behind.handle, onError);
      return ended(channel, [proxy, behind, server]);
    },
  };
}

function carriedBy(near: Speech, far: Speech): Carries {
  return near.carries === "everything" ? far.carries : near.carries;
}

function between(near: Speech, far: Speech): string {
  return near === far ? `of ${near.name}` : `from ${near.name} to ${far.name}`;
}

function tcp({ name, dialect, carries }: Speech): Rig {
  return {
    name: `${name} over TCP`,
    carries,
    wires: 1,
    isProxied: false,
    async connect(handler, onError) {
      const server = await listen(handler, { port: 0, dialects, onError });
      return ended(await connect({ port: server.port, dialect }), [server]);
    },
  };
}

function tcpProxy(near: Speech, far: Speech): Rig {
  return {
    name: `a proxy ${between(near, far)} over TCP`,
    carries: carriedBy(near, far),
    wires: 2,
    isProxied: true,
    async connect(handler, onError) {
      const server = await listen(handler, { port: 0, dialects, onError });
      const behind = await connect({ port: server.port, dialect: far.dialect });
      const proxy = await listen(behind.handle, { port: 0, dialects, onError });
      return ended(await connect({ port: proxy.port, dialect: near.dialect }), [proxy, behind, server]);
    },
  };
}
