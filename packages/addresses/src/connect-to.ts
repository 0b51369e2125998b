import type { Channel, Limits } from "@seapink/core";
import { connect, type OnError } from "@seapink/transport-tcp";
import type { Address } from "./address.ts";
import { wrongAddress } from "./address-error.ts";
import { dialectsOf } from "./dialects-of.ts";
import { formatAddress } from "./format-address.ts";
import { clientSpeech } from "./protocol-of.ts";
import { clientTls } from "./tls-files.ts";

export interface ConnectToOptions {
  /** The Thrift service that goes by the name in `service=`; without one, such an address is refused. */
  readonly service?: string | undefined;
  readonly limits?: Partial<Limits>;
  /** Stops connecting. */
  readonly signal?: AbortSignal | undefined;
  /** Told about hostile bytes and failed writes. Default: the console. */
  readonly onError?: OnError;
}

/**
 * Connects to an address; to one of any dialect, by framed binary Thrift.
 * @throws AddressError for port 0 and for files that cannot be read, `not_open` if nobody answers
 */
export async function connectTo(address: Address, options: ConnectToOptions = {}): Promise<Channel> {
  const { service, ...given } = options;
  const { place, speech } = address;
  const [dialect] = dialectsOf(clientSpeech(speech), service);
  if (place.path !== undefined) return connect({ ...given, path: place.path, dialect });
  const { host, port, tls } = place;
  if (port === 0) throw wrongAddress(formatAddress(address), "the port of a server", "0");
  return connect({ ...given, host, port, tls: tls && (await clientTls(tls)), dialect });
}
