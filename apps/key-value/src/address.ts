/** A place to listen or to connect to, as written on a command line. */
export type Address = PortAddress | PathAddress;

/** `any`: every dialect that this program knows, told apart by a connection's first bytes. */
export type Framing = "framed" | "unframed" | "any";

const protocols = ["binary", "compact", "json", "compact-fbthrift"] as const;
export type ProtocolName = (typeof protocols)[number];

/** What is spoken at an address; a server of `any` understands every protocol. */
export interface Speech {
  readonly framing: Framing;
  readonly protocol: ProtocolName;
  /** The service's name on the wire, where several share an address (`Service:method`). */
  readonly service?: string;
}

export interface PortAddress extends Speech {
  readonly host: string;
  readonly port: number;
  /** For `tls://`. */
  readonly tls?: TlsFiles;
  readonly path?: undefined;
}

/** A unix socket. */
export interface PathAddress extends Speech {
  readonly path: string;
}

/** Files with certificates and a key in PEM, and the name that a server must have. */
export type TlsFiles = Partial<Record<"ca" | "cert" | "key" | "servername", string>>;

/** A mistake on the command line: what was given, and what was expected. */
export class AddressError extends Error {}

const tlsOptions = ["ca", "cert", "key", "servername"] as const;
const speechOptions = ["framing", "protocol", "service"] as const;
const schemes: Readonly<Record<string, readonly string[]>> = {
  "any:": [],
  "tcp:": speechOptions,
  "tls:": [...speechOptions, ...tlsOptions],
  "unix:": speechOptions,
};
const forms = "tcp://host:port, tls://host:port, any://host:port or unix:/path";

/**
 * Parses `tcp://host:port?framing=framed|unframed&protocol=binary|compact|json|compact-fbthrift&service=NAME`, the same
 * as `unix:/path` and as `tls://` with `ca=`, `cert=`, `key=` and `servername=`, or `any://host:port`.
 * @throws AddressError
 */
export function parseAddress(text: string): Address {
  const url = URL.parse(text);
  if (url === null) throw unreadable(text);
  if (!Object.hasOwn(schemes, url.protocol)) throw wrong(text, "tcp://, tls://, any:// or unix:", url.protocol);
  if (url.hash !== "") throw wrong(text, "nothing behind the options", url.hash);
  const options = optionsOf(text, url);
  const speech = url.protocol === "any:" ? anySpeech : speechOf(text, options);
  if (url.protocol === "unix:") return { path: pathOf(text, url), ...speech };
  const place = { ...placeOf(text, url), ...speech };
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
  return options;
}

const anySpeech: Speech = { framing: "any", protocol: "binary" };

function speechOf(text: string, options: ReadonlyMap<string, string>): Speech {
  const framing = oneOf(text, options, "framing", ["framed", "unframed"]);
  const protocol = oneOf(text, options, "protocol", protocols);
  const service = options.get("service");
  if (service === undefined) return { framing, protocol };
  if (service === "" || service.includes(":")) throw wrong(text, "service= and a name without a colon", service);
  return { framing, protocol, service };
}

/** The value of an option, by default the first of those that there are. */
function oneOf<T extends string>(
  text: string,
  options: ReadonlyMap<string, string>,
  name: string,
  values: readonly [T, ...T[]],
): T {
  const value = options.get(name) ?? values[0];
  const known = values.find((one) => one === value);
  if (known === undefined) throw wrong(text, values.map((one) => `${name}=${one}`).join(" or "), value);
  return known;
}

function tlsOf(options: ReadonlyMap<string, string>): TlsFiles {
  return Object.fromEntries(tlsOptions.filter((name) => options.has(name)).map((name) => [name, options.get(name)]));
}

function wrong(address: string, expected: string, got?: string): AddressError {
  return new AddressError(`${address}: expected ${expected}${got === undefined ? "" : `, got ${got}`}`);
}

/** The address in the same notation, with the port that was really taken. Files of TLS are left out. */
export function formatAddress(address: Address, port: number): string {
  const speech = formatSpeech(address);
  if (address.path !== undefined) return `unix:${encodeURI(address.path)}${speech}`;
  const scheme = address.framing === "any" ? "any" : address.tls === undefined ? "tcp" : "tls";
  const host = address.host.includes(":") ? `[${address.host}]` : address.host;
  return `${scheme}://${host}:${port}${speech}`;
}

/** The options that are not as they are by default. */
function formatSpeech({ framing, protocol, service }: Speech): string {
  const options = new URLSearchParams();
  if (framing === "unframed") options.set("framing", framing);
  if (protocol !== "binary") options.set("protocol", protocol);
  if (service !== undefined) options.set("service", service);
  return options.size === 0 ? "" : `?${options.toString()}`;
}
