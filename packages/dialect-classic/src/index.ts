/** Plain Thrift messages on a lane: unframed and framed, many calls in flight. */
export {};
