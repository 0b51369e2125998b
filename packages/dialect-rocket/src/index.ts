/**
 * fbthrift's Rocket on a lane: calls, oneway calls, streams, sinks and interactions, with credits, fragments, keepalive
 * and every kind of error. Numbers of sections in its sources (§ 1.5) are those of docs/wire/rocket.md, unless they name
 * another document.
 */
export type { ChecksumName } from "./checksum/checksum.ts";
export type { RocketOptions } from "./options.ts";
export { rocket } from "./rocket.ts";
export type { StreamWindow } from "./streams/window.ts";
