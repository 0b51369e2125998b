import { isIP, connect as connectPlain, type Socket } from "node:net";
import { checkServerIdentity, connect as connectTls } from "node:tls";
import { defaultHost, type PathPlace, type PortPlace } from "./place.ts";
import { type ClientTls, secureContext } from "./tls-options.ts";

/** Where a client connects to. */
export type Target = (PortPlace & { readonly tls?: ClientTls | undefined }) | PathPlace;

/**
 * A socket on its way to be connected.
 * @throws RangeError for options that cannot be meant.
 */
export function openSocket(target: Target, alpn: readonly string[]): Socket {
  if (target.path !== undefined) return connectPlain({ path: target.path, allowHalfOpen: true });
  const { port, host = defaultHost, tls } = target;
  return tls === undefined ? connectPlain({ port, host, allowHalfOpen: true }) : openTls({ port, host }, tls, alpn);
}

function openTls(
  place: { readonly port: number; readonly host: string },
  tls: ClientTls,
  alpn: readonly string[],
): Socket {
  const name = tls.servername ?? place.host;
  // Addresses are no names that a server could be asked for, but certificates may have them.
  const isName = isIP(name) === 0;
  return connectTls({
    ...place,
    secureContext: secureContext(tls),
    ...(alpn.length > 0 && { ALPNProtocols: [...alpn] }),
    servername: isName ? name : "",
    checkServerIdentity: (_, certificate) => checkServerIdentity(name, certificate),
    // Said here so that no variable of the environment says otherwise.
    rejectUnauthorized: true,
  });
}
