/**
 * Plain Thrift on a lane: the message envelope, unframed or framed, with many calls in flight on one connection that
 * are answered in any order.
 */
export { type ClassicOptions, framed, unframed } from "./classic.ts";
export type { Multiplexed } from "./service-names.ts";
