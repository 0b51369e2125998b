import type { Address, PortPlace, Speech } from "./address.ts";

/**
 * The address in the notation that `parseAddress` reads, with another port where one is given, as by a server that took
 * a free one. Files of TLS are left out, since they are nobody else's business.
 */
export function formatAddress({ place, speech }: Address, port?: number): string {
  const options = formatOptions(speech);
  if (place.path !== undefined) return `unix:${encodeURI(place.path)}${options}`;
  const host = place.host.includes(":") ? `[${place.host}]` : place.host;
  return `${schemeOf(place, speech)}://${host}:${port ?? place.port}${options}`;
}

function schemeOf({ tls }: PortPlace, { dialect }: Speech): string {
  switch (dialect) {
    case "any":
      return "any";
    case "rocket":
      return tls === undefined ? "rocket" : "rockets";
    case "classic":
      return tls === undefined ? "tcp" : "tls";
  }
}

/** The options that are not as they are by default. */
function formatOptions(speech: Speech): string {
  const options = new URLSearchParams(optionsOf(speech).filter(([, value]) => value !== ""));
  return options.size === 0 ? "" : `?${options.toString()}`;
}

function optionsOf(speech: Speech): [name: string, value: string][] {
  switch (speech.dialect) {
    case "any":
      return [];
    case "rocket":
      return [["protocol", unless("compact", speech.protocol)]];
    case "classic":
      return [
        ["framing", unless("framed", speech.framing)],
        ["protocol", unless("binary", speech.protocol)],
        ["service", speech.service ?? ""],
      ];
  }
}

function unless(byDefault: string, value: string): string {
  return value === byDefault ? "" : value;
}
