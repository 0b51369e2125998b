/** A place to listen or to connect to, as written on a command line. */
export type Address = PortAddress | PathAddress;

/** `any`: every dialect that this program knows, told apart by a connection's first bytes. */
export type Framing = "framed" | "unframed" | "any";

export interface PortAddress {
  readonly host: string;
  readonly port: number;
  readonly framing: Framing;
  /** For `tls://`. */
  readonly tls?: TlsFiles;
  readonly path?: undefined;
}

/** A unix socket. */
export interface PathAddress {
  readonly path: string;
  readonly framing: Framing;
}

/** Files with certificates and a key in PEM, and the name that a server must have. */
export type TlsFiles = Partial<Record<"ca" | "cert" | "key" | "servername", string>>;

/** A mistake on the command line: what was given, and what was expected. */
export class AddressError extends Error {}

const tlsOptions = ["ca", "cert", "key", "servername"] as const;
const schemes: Readonly<Record<string, readonly string[]>> = {
  "any:": [],
  "tcp:": ["framing", "protocol"],
  "tls:": ["framing", "protocol", ...tlsOptions],
  "unix:": ["framing", "protocol"],
};
const forms = "tcp://host:port, tls://host:port, any://host:port or unix:/path";

/**
 * Parses `tcp://host:port?framing=framed|unframed&protocol=binary`, the same as `unix:/path` and as `tls://` with
 * `ca=`, `cert=`, `key=` and `servername=`, or `any://host:port`.
 * @throws AddressError
 */
export function parseAddress(text: string): Address {
  const url = URL.parse(text);
  if (url === null) throw unreadable(text);
  if (!Object.hasOwn(schemes, url.protocol)) throw wrong(text, "tcp://, tls://, any:// or unix:", url.protocol);
  if (url.hash !== "") throw wrong(text, "nothing behind the options", url.hash);
  const options = optionsOf(text, url);
  const framing: Framing = url.protocol === "any:" ? "any" : framingOf(text, options);
  if (url.protocol === "unix:") return { path: pathOf(text, url), framing };
  const place = { ...placeOf(text, url), framing };
  return url.protocol === "tls:" ? { ...place, tls: tlsOf(options) } : place;
}

function unreadable(text: string): AddressError {
  const port = /^\w+:\/\/[^/?#]*:(\d+)(?:[/?#]|$)/.exec(text)?.[1];
  if (Number(port) > 65_535) return wrong(text, "a port of at most 65535", port);
  return wrong(text, forms);
}

function placeOf(text: string, url: URL): { readonly host: string; readonly port: number } {
  if (url.hostname === "" || url.port === "") throw wrong(text, "a host and a port");
  if (url.username !== "" || url.password !== "") throw wrong(text, "no user before the host");
  if (url.pathname !== "" && url.pathname !== "/") throw wrong(text, "nothing behind the port", url.pathname);
  return { host: url.hostname.replace(/^\[(.*)\]$/, "$1"), port: Number(url.port) };
}

function pathOf(text: string, url: URL): string {
  if (url.host !== "") throw wrong(text, "unix:/path", url.host);
  if (url.pathname === "" || url.pathname === "/") throw wrong(text, "the path of a socket");
  try {
    return decodeURIComponent(url.pathname);
  } catch {
    throw wrong(text, "a path whose percent signs are written %25");
  }
}

function optionsOf(text: string, url: URL): ReadonlyMap<string, string> {
  const known = schemes[url.protocol] ?? [];
  if (known.length === 0 && url.search !== "") throw wrong(text, "no options of any://", url.search);
  const options = new Map<string, string>();
  for (const [name, value] of url.searchParams) {
    if (!known.includes(name)) throw wrong(text, known.map((option) => `${option}=`).join(" or "), name);
    if (options.has(name)) throw wrong(text, `${name}= once`, "another");
    options.set(name, value);
  }
  const protocol = options.get("protocol") ?? "binary";
  if (protocol !== "binary") throw wrong(text, "protocol=binary", protocol);
  return options;
}

function framingOf(text: string, options: ReadonlyMap<string, string>): "framed" | "unframed" {
  const framing = options.get("framing") ?? "framed";
  if (framing !== "framed" && framing !== "unframed") throw wrong(text, "framing=framed or framing=unframed", framing);
  return framing;
}

function tlsOf(options: ReadonlyMap<string, string>): TlsFiles {
  return Object.fromEntries(tlsOptions.filter((name) => options.has(name)).map((name) => [name, options.get(name)]));
}

function wrong(address: string, expected: string, got?: string): AddressError {
  return new AddressError(`${address}: expected ${expected}${got === undefined ? "" : `, got ${got}`}`);
}

/** The address in the same notation, with the port that was really taken. Files of TLS are left out. */
export function formatAddress(address: Address, port: number): string {
  const framing = address.framing === "unframed" ? "?framing=unframed" : "";
  if (address.path !== undefined) return `unix:${encodeURI(address.path)}${framing}`;
  const scheme = address.framing === "any" ? "any" : address.tls === undefined ? "tcp" : "tls";
  const host = address.host.includes(":") ? `[${address.host}]` : address.host;
  return `${scheme}://${host}:${port}${framing}`;
}
