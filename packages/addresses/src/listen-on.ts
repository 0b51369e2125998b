import type { Handler, Limits } from "@seapink/core";
import { listen, type ListenOptions, type OnError, type Server } from "@seapink/transport-tcp";
import type { Address } from "./address.ts";
import { dialectsOf } from "./dialects-of.ts";
import { formatAddress } from "./format-address.ts";
import { serverTls } from "./tls-files.ts";

export interface ListenOnOptions {
  /** The Thrift service that goes by the name in `service=`; without one, such an address is refused. */
  readonly service?: string | undefined;
  readonly limits?: Partial<Limits>;
  /** Told about what no client can be told. Default: the console. */
  readonly onError?: OnError;
}

/** An address that is served. */
export interface Listening extends AsyncDisposable {
  /** In the same notation, with the port that was really taken. */
  readonly address: string;
  /** Takes no more connections, and finishes what runs. */
  close(): Promise<void>;
}

/**
 * Serves a handler at an address.
 * @throws AddressError for files that cannot be read, `not_open` if the place cannot be had
 */
export async function listenOn(address: Address, handler: Handler, options: ListenOnOptions = {}): Promise<Listening> {
  const { service, ...given } = options;
  const server = await open(address, handler, { ...given, dialects: dialectsOf(address.speech, service) });
  return {
    address: formatAddress(address, server.port),
    close: () => server.close(),
    [Symbol.asyncDispose]: () => server.close(),
  };
}

async function open(
  { place }: Address,
  handler: Handler,
  options: Pick<ListenOptions, "dialects" | "limits" | "onError">,
): Promise<Server> {
  if (place.path !== undefined) return listen(handler, { ...options, path: place.path });
  const { host, port, tls } = place;
  return listen(handler, { ...options, host, port, tls: tls && (await serverTls(tls)) });
}
