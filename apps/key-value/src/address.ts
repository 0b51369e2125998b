/** A place to listen or to connect to, as written on a command line. */
export interface Address {
  readonly host: string;
  readonly port: number;
  /** `any`: every dialect that this program knows, told apart by a connection's first bytes. */
  readonly framing: "framed" | "unframed" | "any";
}

/** A mistake on the command line: what was given, and what was expected. */
export class AddressError extends Error {}

/**
 * Parses `tcp://host:port?framing=framed|unframed&protocol=binary`, or `any://host:port`.
 * @throws AddressError
 */
export function parseAddress(text: string): Address {
  const url = URL.parse(text);
  if (url === null) throw unreadable(text);
  if (url.protocol !== "tcp:" && url.protocol !== "any:") throw wrong(text, "tcp:// or any://", url.protocol);
  if (url.hostname === "" || url.port === "") throw wrong(text, "a host and a port");
  if (url.username !== "" || url.password !== "") throw wrong(text, "no user before the host");
  if (url.pathname !== "" && url.pathname !== "/") throw wrong(text, "nothing behind the port", url.pathname);
  if (url.hash !== "") throw wrong(text, "nothing behind the options", url.hash);
  const options = optionsOf(text, url);
  const host = url.hostname.replace(/^\[(.*)\]$/, "$1");
  return { host, port: Number(url.port), framing: url.protocol === "any:" ? "any" : framingOf(text, options) };
}

function unreadable(text: string): AddressError {
  const port = /^\w+:\/\/[^/?#]*:(\d+)(?:[/?#]|$)/.exec(text)?.[1];
  if (Number(port) > 65_535) return wrong(text, "a port of at most 65535", port);
  return wrong(text, "tcp://host:port or any://host:port");
}

function optionsOf(text: string, url: URL): ReadonlyMap<string, string> {
  if (url.protocol === "any:" && url.search !== "") throw wrong(text, "no options of any://", url.search);
  const options = new Map<string, string>();
  for (const [name, value] of url.searchParams) {
    if (name !== "framing" && name !== "protocol") throw wrong(text, "framing= or protocol=", name);
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

function wrong(address: string, expected: string, got?: string): AddressError {
  return new AddressError(`${address}: expected ${expected}${got === undefined ? "" : `, got ${got}`}`);
}

/** The address in the same notation, with the port that was really taken. */
export function formatAddress({ host, framing }: Address, port: number): string {
  const place = `${host.includes(":") ? `[${host}]` : host}:${port}`;
  if (framing === "any") return `any://${place}`;
  return framing === "framed" ? `tcp://${place}` : `tcp://${place}?framing=${framing}`;
}
