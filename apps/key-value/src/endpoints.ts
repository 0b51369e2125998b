import { type Channel, type Dialect, type Handler, type Limits, limits } from "@seapink/core";
import { framed, unframed } from "@seapink/dialect-classic";
import { binary } from "@seapink/protocol-binary";
import { connect, listen, type Server } from "@seapink/transport-tcp";
import { type Address, formatAddress } from "./address.ts";
import { describe } from "./describe.ts";

/** A drain must be over, and the process gone, within ten seconds of the signal. */
const serverLimits: Limits = limits({ drainTimeoutMs: 8_000 });

/** Listens, and says where. Errors that no client learns of go to `report`. */
export async function listenOn(
  address: Address,
  handler: Handler,
  report: (message: string) => void,
): Promise<{ readonly server: Server; readonly text: string }> {
  const { host, port, framing } = address;
  const server: Server = await listen(handler, {
    host,
    port,
    dialects: dialectsOf(framing),
    limits: serverLimits,
    onError: (error, scope) =>
      report(`${scope?.peer.address ?? formatAddress(address, server.port)}: ${describe(error)}`),
  });
  return { server, text: formatAddress(address, server.port) };
}

/** Connects; to an address of any dialect it speaks framed. */
export function connectTo({ host, port, framing }: Address): Promise<Channel> {
  const [dialect] = dialectsOf(framing);
  return connect({ host, port, dialect });
}

function dialectsOf(framing: Address["framing"]): readonly [Dialect, ...Dialect[]] {
  const options = { protocols: [binary()] };
  if (framing === "framed") return [framed(options)];
  return framing === "unframed" ? [unframed(options)] : [framed(options), unframed(options)];
}
