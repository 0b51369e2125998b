import { type Address, framings, type Place, protocolNames, rocketProtocolNames, type Speech } from "./address.ts";
import { type AddressError, wrongAddress } from "./address-error.ts";
import { AddressOptions } from "./address-options.ts";

/** What the first word of an address says. */
interface Scheme {
  /** How it is written. */
  readonly form: string;
  readonly options: readonly string[];
  readonly place: (text: string, url: URL, options: AddressOptions) => Place;
  readonly speech: (text: string, options: AddressOptions) => Speech;
}

const tlsOptions = ["ca", "cert", "key", "servername"] as const;
const classicOptions = ["framing", "protocol", "service"] as const;
const [classic, rocket, any] = [classicSpeech, rocketSpeech, anySpeech];
const [onPort, onTls, onPath] = [portPlace, tlsPlace, pathPlace];

const schemes: Readonly<Record<string, Scheme>> = {
  "tcp:": { form: "tcp://host:port", options: classicOptions, place: onPort, speech: classic },
  "tls:": { form: "tls://host:port", options: [...classicOptions, ...tlsOptions], place: onTls, speech: classic },
  "unix:": { form: "unix:/path", options: classicOptions, place: onPath, speech: classic },
  "rocket:": { form: "rocket://host:port", options: ["protocol"], place: onPort, speech: rocket },
  "rockets:": { form: "rockets://host:port", options: ["protocol", ...tlsOptions], place: onTls, speech: rocket },
  "any:": { form: "any://host:port", options: [], place: onPort, speech: any },
};

/** The forms of address that there are, for a command's help. */
export const addressForms: string = listOf(Object.values(schemes).map(({ form }) => form));

/** What addresses begin with: `tcp://`. */
export const addressSchemes: readonly string[] = Object.values(schemes).map(({ form }) => form.replace(/[^/]+$/, ""));

/**
 * Reads an address such as `tcp://127.0.0.1:9090?framing=unframed&protocol=compact`. Options that are not given have
 * their default.
 * @throws AddressError saying what was expected
 */
export function parseAddress(text: string): Address {
  const url = URL.parse(text);
  if (url === null) throw unreadable(text);
  const scheme = Object.hasOwn(schemes, url.protocol) ? schemes[url.protocol] : undefined;
  if (scheme === undefined) throw wrongAddress(text, addressForms, url.protocol);
  if (url.hash !== "") throw wrongAddress(text, "nothing behind the options", url.hash);
  const options = new AddressOptions(text, url, scheme.options);
  return { place: scheme.place(text, url, options), speech: scheme.speech(text, options) };
}

function unreadable(text: string): AddressError {
  const port = /^\w+:\/\/[^/?#]*:(\d+)(?:[/?#]|$)/.exec(text)?.[1];
  if (Number(port) > 65_535) return wrongAddress(text, "a port of at most 65535", port);
  return wrongAddress(text, addressForms);
}

function portPlace(text: string, url: URL): { readonly host: string; readonly port: number } {
  if (url.hostname === "" || url.port === "") throw wrongAddress(text, "a host and a port");
  if (url.username !== "" || url.password !== "") throw wrongAddress(text, "no user before the host");
  if (url.pathname !== "" && url.pathname !== "/")
    throw wrongAddress(text, "nothing behind the port", decoded(url.pathname));
  return { host: url.hostname.replace(/^\[(.*)\]$/, "$1"), port: Number(url.port) };
}

function tlsPlace(text: string, url: URL, options: AddressOptions): Place {
  return { ...portPlace(text, url), tls: options.pick(tlsOptions) };
}

function pathPlace(text: string, url: URL): Place {
  if (url.host !== "") throw wrongAddress(text, "unix:/path", url.host);
  if (url.pathname === "" || url.pathname === "/") throw wrongAddress(text, "the path of a socket");
  const path = decoded(url.pathname);
  if (path === undefined) throw wrongAddress(text, "a path whose percent signs are written %25");
  return { path };
}

function decoded(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}

function classicSpeech(text: string, options: AddressOptions): Speech {
  const framing = options.oneOf("framing", framings);
  const protocol = options.oneOf("protocol", protocolNames);
  const service = options.get("service");
  if (service === undefined) return { dialect: "classic", framing, protocol };
  if (service === "" || service.includes(":")) throw wrongAddress(text, "service= and a name without a colon", service);
  return { dialect: "classic", framing, protocol, service };
}

function rocketSpeech(_: string, options: AddressOptions): Speech {
  return { dialect: "rocket", protocol: options.oneOf("protocol", rocketProtocolNames) };
}

function anySpeech(): Speech {
  return { dialect: "any" };
}

function listOf(forms: readonly string[]): string {
  return `${forms.slice(0, -1).join(", ")} or ${forms.at(-1)}`;
}
