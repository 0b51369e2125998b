import type { Dialect, Protocol } from "@seapink/core";
import { ClientChannel } from "./client-channel.ts";
import { framedFraming, type Framing, unframedFraming } from "./framing.ts";
import { ServerChannel } from "./server-channel.ts";

export interface ClassicOptions {
  /** The first is spoken, all are accepted; a server answers each call in the protocol that it came in. */
  readonly protocols: readonly Protocol[];
}

/** Each message in a frame: a length of four bytes, then the message (framed transport). */
export function framed(options: ClassicOptions): Dialect {
  return classic(framedFraming, options);
}

/** Messages back to back; their ends are found by reading them (buffered transport). */
export function unframed(options: ClassicOptions): Dialect {
  return classic(unframedFraming, options);
}

function classic(framing: Framing, { protocols }: ClassicOptions): Dialect {
  const spoken = protocols[0];
  if (spoken === undefined) throw new RangeError("protocols: expected at least one, got none");
  return {
    name: framing.name,
    alpn: ["thrift"],
    connect: (lane, conversation) => Promise.resolve(new ClientChannel(lane, spoken, framing, conversation)),
    accept: (lane, handler, conversation) => new ServerChannel(lane, handler, protocols, framing, conversation),
    detect: (first) => framing.detect(first, protocols),
  };
}
