import { ByteWriter, type Lane, noHeaders } from "@seapink/core";

/** A lane on which nothing happens. */
export function idleLane(): Lane {
  return {
    kind: "bytes",
    info: { address: "idle:", alpn: undefined, identity: undefined, headers: noHeaders },
    out: new ByteWriter(64),
    commit: () => true,
    listen: () => undefined,
    pause: () => undefined,
    close: () => undefined,
  };
}
