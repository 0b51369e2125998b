import type { Dialect } from "@seapink/core";
import { type ClassicOptions, framed, unframed } from "@seapink/dialect-classic";
import { rocket } from "@seapink/dialect-rocket";
import type { ClassicSpeech, RocketProtocolName, Speech } from "./address.ts";
import { AddressError } from "./address-error.ts";
import { protocols, rocketProtocols } from "./protocol-of.ts";

/**
 * What is spoken at an address: the first by a client, all by a server, in the order in which they are told apart.
 * @param service the Thrift service that goes by the name in `service=`
 */
export function dialectsOf(speech: Speech, service: string | undefined): readonly [Dialect, ...Dialect[]] {
  switch (speech.dialect) {
    case "any":
      return anyDialects();
    case "rocket":
      return [rocketIn(speech.protocol)];
    case "classic":
      return [classic(speech, service)];
  }
}

function anyDialects(): readonly [Dialect, ...Dialect[]] {
  const spoken = { protocols: Object.values(protocols) };
  return [rocketIn("compact"), framed(spoken), unframed(spoken)];
}

/** A server understands both protocols, whichever is named. */
function rocketIn(protocol: RocketProtocolName): Dialect {
  const spoken = [rocketProtocols.compact, rocketProtocols.binary];
  return rocket({ protocols: protocol === "compact" ? spoken : spoken.toReversed() });
}

function classic({ framing, protocol, service: name }: ClassicSpeech, service: string | undefined): Dialect {
  const options: ClassicOptions = {
    protocols: [protocols[protocol]],
    multiplexed: name === undefined ? false : { [nameable(service, name)]: name },
  };
  return framing === "framed" ? framed(options) : unframed(options);
}

function nameable(service: string | undefined, name: string): string {
  if (service !== undefined) return service;
  throw new AddressError(`service=${name}: expected an address without, since no service is known by other names`);
}
