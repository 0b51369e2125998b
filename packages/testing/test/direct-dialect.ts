import type { Channel, Conversation, Dialect, Handler, Lane, Protocol } from "@seapink/core";
import { DirectChannel } from "./direct-channel.ts";

/**
 * A dialect that writes nothing: its client finds the server that was set up last, and hands calls over as they are. It
 * carries everything, so that the sections of the suite can be tried which no other dialect runs yet.
 */
export function directDialect(protocol: Protocol): Dialect {
  const servers: ((conversation: Conversation) => Channel)[] = [];
  return {
    name: "direct",
    alpn: [],
    accept(lane: Lane, handler: Handler, conversation: Conversation) {
      const channel = new DirectChannel(handler, lane.info, protocol, conversation);
      servers.push(() => channel);
      return channel;
    },
    connect(_lane, conversation) {
      const server = servers.pop();
      return server === undefined
        ? Promise.reject(new Error("expected a server"))
        : Promise.resolve(server(conversation));
    },
    detect: () => "no",
  };
}
