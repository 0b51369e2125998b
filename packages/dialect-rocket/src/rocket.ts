import type { Dialect } from "@seapink/core";
import { ClientChannel } from "./client/client-channel.ts";
import { detectRocket } from "./frames/detect.ts";
import { type RocketOptions, settingsOf } from "./options.ts";
import { ServerChannel } from "./server/server-channel.ts";

/**
 * fbthrift's Rocket: calls, streams, sinks and interactions on one connection.
 * @throws TypeError or RangeError for options that cannot be meant
 */
export function rocket(options: RocketOptions): Dialect {
  // What has no number on the wire is refused here, not with the first connection.
  const settings = settingsOf(options);
  return {
    name: "rocket",
    alpn: ["rs"],
    connect: async (lane, conversation) => new ClientChannel(lane, settings, conversation),
    accept: (lane, handler, conversation) => new ServerChannel(lane, handler, settings, conversation),
    detect: detectRocket,
  };
}
