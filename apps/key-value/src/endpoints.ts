import { type Channel, type Dialect, type Handler, type Limits, limits } from "@seapink/core";
import { framed, unframed } from "@seapink/dialect-classic";
import { binary } from "@seapink/protocol-binary";
import { connect, listen, type ListenOptions, type Server } from "@seapink/transport-tcp";
import { type Address, formatAddress, type Framing } from "./address.ts";
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
    dialects: dialectsOf(address.framing),
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
  const [dialect] = dialectsOf(address.framing);
  if (address.path !== undefined) return connect({ path: address.path, dialect });
  const { host, port } = address;
  return connect({ host, port, tls: address.tls && (await clientTls(address.tls)), dialect });
}

function dialectsOf(framing: Framing): readonly [Dialect, ...Dialect[]] {
  const options = { protocols: [binary()] };
  if (framing === "framed") return [framed(options)];
  return framing === "unframed" ? [unframed(options)] : [framed(options), unframed(options)];
}
