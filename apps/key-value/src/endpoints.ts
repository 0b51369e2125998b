import { type Channel, type Dialect, type Handler, type Limits, limits, type Protocol } from "@seapink/core";
import { framed, unframed } from "@seapink/dialect-classic";
import { binary } from "@seapink/protocol-binary";
import { compact } from "@seapink/protocol-compact";
import { json } from "@seapink/protocol-json";
import { connect, listen, type ListenOptions, type Server } from "@seapink/transport-tcp";
import { type Address, formatAddress, type ProtocolName, type Speech } from "./address.ts";
import { describe } from "./describe.ts";
import { clientTls, serverTls } from "./tls-files.ts";

/** A drain must be over, and the process gone, within ten seconds of the signal. */
const serverLimits: Limits = limits({ drainTimeoutMs: 8_000 });

/** Listens, and says where. Errors that no client learns of go to `report`. */
export async function listenOn(
  address: Address,
  handler: Handler,
  report: (message: string) => void,
): Promise<{ readonly server: Server; readonly text: string }> {
  const options: Pick<ListenOptions, "dialects" | "limits" | "onError"> = {
    dialects: dialectsOf(address),
    limits: serverLimits,
    onError: (error, scope) =>
      report(`${scope?.peer.address ?? formatAddress(address, server.port)}: ${describe(error)}`),
  };
  const server: Server = await open(address, handler, options);
  return { server, text: formatAddress(address, server.port) };
}

async function open(
  address: Address,
  handler: Handler,
  options: Pick<ListenOptions, "dialects" | "limits" | "onError">,
): Promise<Server> {
  if (address.path !== undefined) return listen(handler, { ...options, path: address.path });
  const { host, port } = address;
  return listen(handler, { ...options, host, port, tls: address.tls && (await serverTls(address.tls)) });
}

/** Connects; to an address of any dialect it speaks framed. */
export async function connectTo(address: Address): Promise<Channel> {
  const [dialect] = dialectsOf(address);
  if (address.path !== undefined) return connect({ path: address.path, dialect });
  const { host, port } = address;
  return connect({ host, port, tls: address.tls && (await clientTls(address.tls)), dialect });
}

const protocols: Readonly<Record<ProtocolName, Protocol>> = {
  binary: binary(),
  compact: compact(),
  json: json(),
  "compact-fbthrift": compact({ variant: "fbthrift" }),
};

function dialectsOf({ framing, protocol, service }: Speech): readonly [Dialect, ...Dialect[]] {
  const spoken = framing === "any" ? Object.values(protocols) : [protocols[protocol]];
  const options = { protocols: spoken, multiplexed: service === undefined ? false : { KeyValue: service } };
  if (framing === "framed") return [framed(options)];
  return framing === "unframed" ? [unframed(options)] : [framed(options), unframed(options)];
}
