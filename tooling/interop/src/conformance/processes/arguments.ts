import { parseArgs } from "node:util";
import type { BodyProtocol } from "../rocket-settings.ts";

/** What a participant is told by whoever starts it. */
export interface ParticipantArguments {
  readonly port: number;
  readonly host: string;
  readonly protocol: BodyProtocol;
  /** It ends when its input does, and so no later than who started it. */
  readonly isAttached: boolean;
}

export const usualHost = "127.0.0.1";

/** @throws TypeError or RangeError for arguments that cannot be meant */
export function participantArguments(usualPort: number): ParticipantArguments {
  const { values } = parseArgs({
    options: {
      port: { type: "string", default: String(usualPort) },
      host: { type: "string", default: usualHost },
      protocol: { type: "string", default: "compact" },
      attached: { type: "boolean", default: false },
    },
  });
  const { port, host, protocol, attached } = values;
  return { port: portOf(port), host, protocol: protocolOf(protocol), isAttached: attached };
}

export function protocolOf(text: string): BodyProtocol {
  if (text === "compact" || text === "binary") return text;
  throw new RangeError(`--protocol: expected compact or binary, got ${text}`);
}

export function portOf(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new RangeError(`--port: expected a port, got ${text}`);
}
