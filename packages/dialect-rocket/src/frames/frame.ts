/**
 * A frame as it came, its parts as views of the bytes that the lane delivered. SETUP has a type of its own,
 * `SetupFrame`, which is read once for a connection.
 */
export interface Frame {
  readonly streamId: number;
  /** One of `FrameType`, or a number that is none. */
  readonly type: number;
  /** All ten bits. */
  readonly flags: number;
  /**
   * The word behind the header of those that have one: REQUEST_STREAM and REQUEST_CHANNEL initial n, REQUEST_N n, ERROR
   * the code, EXT the extended type; otherwise 0.
   */
  readonly word: number;
  /** Empty where the frame has none. METADATA_PUSH: the whole body. */
  readonly metadata: Uint8Array;
  /** KEEPALIVE: what stands behind the position. */
  readonly data: Uint8Array;
}
