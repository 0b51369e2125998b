import { type Dialect, type Lane, limits } from "@seapink/core";
import { memoryLanes } from "@seapink/transport-memory";
import { conformanceLimits } from "../rocket-settings.ts";
import type { FrameLog, Sender } from "./frame-log.ts";

/** The dialect of one side, behind something that passes on its bytes and logs the frames in them. */
export function tapped(dialect: Dialect, log: FrameLog): Dialect {
  return {
    ...dialect,
    connect: (lane, conversation) => dialect.connect(behindTap(lane, log, "client"), conversation),
    accept: (lane, handler, conversation) => dialect.accept(behindTap(lane, log, "server"), handler, conversation),
  };
}

/** A lane for one side, whose bytes go on over the lane to the other. */
function behindTap(outer: Lane, log: FrameLog, side: Sender): Lane {
  const [lane, inner] = memoryLanes({ limits: limits(conformanceLimits) });
  passOn(inner, outer, (bytes) => log.push(side, bytes));
  passOn(outer, inner, (bytes) => log.push(side === "client" ? "server" : "client", bytes));
  return lane;
}

/** One direction; each lane tells of the room that it has for the other. */
function passOn(from: Lane, to: Lane, log: (bytes: Uint8Array) => void): void {
  from.listen({
    data(bytes) {
      log(bytes);
      to.out.raw(bytes);
      if (!to.commit()) from.pause(true);
    },
    drained: () => to.pause(false),
    end: (error) => to.close(error),
  });
}
