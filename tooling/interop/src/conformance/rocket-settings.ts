import type { Limits } from "@seapink/core";
import { rocket, type RocketOptions } from "@seapink/dialect-rocket";
import type { Dialect } from "@seapink/core";
import { binary } from "@seapink/protocol-binary";
import { compact } from "@seapink/protocol-compact";
import type { ClientInstruction, ServerInstruction } from "./shapes.ts";

/** What bodies are encoded in. */
export type BodyProtocol = "compact" | "binary";

/** A test case with four large strings is one message. */
export const conformanceLimits: Partial<Limits> = {
  maxMessageBytes: 268_435_456,
  maxUnsentBytes: 536_870_912,
  maxUnreadBytes: 268_435_456,
};

type Flow = Pick<RocketOptions, "window" | "chunkTimeoutMs" | "creditTimeoutMs">;

export function rocketOf(protocol: BodyProtocol, flow: Flow = {}): Dialect {
  const both = [compact({ variant: "fbthrift" }), binary()];
  return rocket({ protocols: protocol === "compact" ? both : both.toReversed(), ...flow });
}

/** Of a client's connection for a case. A buffer of none is one item, the least that there is. */
export function clientFlow({ field, value }: ClientInstruction): Flow {
  switch (field) {
    case "streamBasic":
      return windowOf(value.bufferSize);
    case "streamCreditTimeout":
      return windowOf(1n);
    case "streamChunkTimeout":
      return { chunkTimeoutMs: Number(value.chunkTimeoutMs) };
    default:
      return {};
  }
}

/** Of a server's connections while a case lasts. */
export function serverFlow({ field, value }: ServerInstruction): Flow {
  switch (field) {
    case "streamCreditTimeout":
      return { creditTimeoutMs: Number(value.streamExpireTime) };
    case "sinkChunkTimeout":
      return { chunkTimeoutMs: Number(value.chunkTimeoutMs) };
    default:
      return "bufferSize" in value ? windowOf(value.bufferSize) : {};
  }
}

function windowOf(bufferSize: bigint): Flow {
  const items = Number(bufferSize);
  return { window: { initialItems: items, items } };
}
