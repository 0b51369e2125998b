/**
 * fbthrift's Rocket on a lane: calls, oneway calls, streams, sinks and interactions, with credits, fragments, keepalive
 * and every kind of error.
 */
export type { ChecksumName } from "./checksum/checksum.ts";
export type { RocketOptions } from "./options.ts";
export { rocket } from "./rocket.ts";
export type { StreamWindow } from "./streams/window.ts";
