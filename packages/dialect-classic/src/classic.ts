import { checkProtocols } from "@seapink/conversation";
import type { Dialect, Protocol } from "@seapink/core";
import { ClientChannel } from "./client-channel.ts";
import { framedFraming, type Framing, unframedFraming } from "./framing.ts";
import type { MessageStyle } from "./message-style.ts";
import { ServerChannel } from "./server-channel.ts";
import { type Multiplexed, ServiceNames } from "./service-names.ts";

export interface ClassicOptions {
  /** The first is spoken, all are accepted; a server answers each call in the protocol that it came in. */
  readonly protocols: readonly Protocol[];
  /**
   * Whether a client names the service with each call (`Calculator:add`), as servers of several services expect; one
   * that a call does not name is their default. A server understands such names in any case. Default `false`.
   */
  readonly multiplexed?: Multiplexed;
}

/** Each message in a frame: a length of four bytes, then the message (framed transport). */
export function framed(options: ClassicOptions): Dialect {
  return classic(framedFraming, options);
}

/** Messages back to back; their ends are found by reading them (buffered transport). */
export function unframed(options: ClassicOptions): Dialect {
  return classic(unframedFraming, options);
}

// Options that are missing are so to those who have no types.
function classic(framing: Framing, { protocols, multiplexed = false }: Partial<ClassicOptions> = {}): Dialect {
  const given: unknown = protocols;
  checkProtocols(given);
  const [...known] = given;
  const style: MessageStyle = { framing, protocols: known, names: new ServiceNames(multiplexed) };
  return {
    name: framing.name,
    alpn: ["thrift"],
    connect: (lane, conversation) => Promise.resolve(new ClientChannel(lane, style, conversation)),
    accept: (lane, handler, conversation) => new ServerChannel(lane, handler, style, conversation),
    detect: (first) => framing.detect(first, style.protocols),
  };
}
