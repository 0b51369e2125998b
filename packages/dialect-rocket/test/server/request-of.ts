import { noHeaders } from "@seapink/core";
import { memoryLanes } from "@seapink/transport-memory";
import { type ReadRequest, ServerCall } from "../../src/server/server-call.ts";
import { untreated } from "../../src/payloads/bodies.ts";
import { protocol } from "../served.ts";

const scope = { peer: memoryLanes()[0].info, closed: new AbortController().signal, channel: undefined };

/** A request that was read, of which only these parts matter. */
function requestOf(changes: Partial<ReadRequest> = {}): ReadRequest {
  return {
    streamId: 1,
    kind: "call",
    initialN: 0,
    isComplete: false,
    metadata: { name: "test" },
    bytes: 0,
    protocol,
    headers: noHeaders,
    body: new Uint8Array(0),
    treatment: untreated,
    interaction: undefined,
    deadline: undefined,
    scope,
    ...changes,
  };
}

export function serverCallOf(changes: Partial<ReadRequest> = {}): ServerCall {
  return new ServerCall(requestOf(changes), () => undefined);
}
