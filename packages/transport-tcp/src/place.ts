import { describeValue } from "@seapink/core";
import { hostAddress, pathAddress } from "./address.ts";

/** A port of a host. */
export interface PortPlace {
  /** To listen, 0 takes a free one; the server says which. */
  readonly port: number;
  /** A name or an address. Default `127.0.0.1`; to listen, `0.0.0.0` or `::` for all. */
  readonly host?: string | undefined;
  readonly path?: undefined;
}

/** A unix socket. */
export interface PathPlace {
  /** Of at most 107 bytes on Linux, where one that begins with a zero is a name without a file. */
  readonly path: string;
  readonly port?: undefined;
  readonly host?: undefined;
  /** Whoever may open the socket is on this machine. */
  readonly tls?: undefined;
}

export const defaultHost = "127.0.0.1";

/** Where that is, in the notation of the addresses. */
export function placeAddress(place: (PortPlace & { readonly tls?: object | undefined }) | PathPlace): string {
  if (place.path !== undefined) return pathAddress(place.path);
  return hostAddress(place.tls === undefined ? "tcp" : "tls", place.host ?? defaultHost, place.port);
}

const maxPort = 65_535;

/** What the system has room for in the address of a unix socket. */
const maxPathBytes = process.platform === "linux" ? 107 : 103;

/**
 * @param leastPort 0 where a free one will do
 * @throws RangeError for a place that cannot be meant.
 */
export function checkPlace(place: PortPlace | PathPlace, leastPort: 0 | 1): void {
  if ((place.path === undefined) === (place.port === undefined)) {
    throw new RangeError("expected either a port or a path");
  }
  if (place.path === undefined) {
    checkPort(place.port, leastPort);
    checkHost(place.host);
  } else checkPath(place);
}

function checkPort(port: number, least: number): void {
  if (Number.isInteger(port) && port >= least && port <= maxPort) return;
  throw new RangeError(`port: expected a whole number from ${least} to ${maxPort}, got ${port}`);
}

// The system takes an empty name for all of its addresses.
function checkHost(host: unknown): void {
  if (host === undefined || (typeof host === "string" && host !== "")) return;
  throw new RangeError(`host: expected a name or an address, got ${describeValue(host)}`);
}

function checkPath(place: PathPlace): void {
  if (typeof place.path !== "string") throw new RangeError(`path: expected a string, got ${describeValue(place.path)}`);
  const size = new TextEncoder().encode(place.path).length;
  if (size === 0 || size > maxPathBytes) {
    throw new RangeError(`path: expected at most ${maxPathBytes} bytes and at least one, got ${size}`);
  }
  checkMode(place);
  if ("tls" in place && place.tls !== undefined) throw new RangeError("tls: expected a port, got a path");
}

function checkMode(place: PathPlace & { readonly mode?: number | undefined }): void {
  const { path, mode } = place;
  if (mode === undefined) return;
  if (!Number.isInteger(mode) || mode < 0 || mode > 0o777) {
    throw new RangeError(`mode: expected permissions from 0 to 0o777, got ${mode}`);
  }
  if (path.startsWith("\0")) throw new RangeError("mode: expected the path of a file, got a name without one");
}
