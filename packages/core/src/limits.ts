/**
 * Every bound there is, in one place, all finite. A server reads hostile bytes; what it may cost is stated here. The
 * first three defaults are Thrift's own (Thrift configuration specification).
 */
export interface Limits {
  /** Bytes of one message, 100 MiB. */
  readonly maxMessageBytes: number;
  /** Bytes of one frame without its length word, 16 384 000. */
  readonly maxFrameBytes: number;
  /** Structs and containers inside each other, 64. */
  readonly maxDepth: number;
  /**
   * Elements of all containers of one message together: 4 194 304, more than a frame of i32 can hold. Those that are
   * structs or containers count 8 each on read, so that there may be 524 288: as many as a frame can hold of 31 bytes.
   */
  readonly maxContainerElements: number;
  /** Bytes of a method's name, 1024. */
  readonly maxMethodNameBytes: number;
  /** Headers of one message, 256, for dialects that have headers, */
  readonly maxHeaders: number;
  /** and the bytes of their names and values together, 64 KiB. */
  readonly maxHeaderBytes: number;
  /** Calls that a server runs at once for one connection, 1024; beyond, it stops reading. */
  readonly maxRunningCalls: number;
  /** Bytes of the bodies of calls that a server runs at once for one connection, 16 MiB; beyond, it stops reading. */
  readonly maxRunningBytes: number;
  /**
   * Bytes of calls that wait on a server until others are done, 16 MiB, for dialects that must read on; each counts 256
   * bytes besides. Beyond, calls are refused as `overloaded`.
   */
  readonly maxQueuedBytes: number;
  /** Calls that a client waits for on one connection, 65 536; beyond, they fail with `overloaded`. */
  readonly maxPendingCalls: number;
  /** Bytes waiting to be written to one connection, 64 MiB; beyond, calls fail with `overloaded`. */
  readonly maxUnsentBytes: number;
  /** Interactions that live on one connection, 1024. */
  readonly maxInteractions: number;
  /** Streams and sinks that are open on one connection, 1024. */
  readonly maxStreams: number;
  /** Bytes of items that came on one connection and have not been taken, 64 MiB; beyond, their stream is ended. */
  readonly maxUnreadBytes: number;
  /** Time from a connection's opening until its dialect is known by its first bytes, 10 s. */
  readonly detectTimeoutMs: number;
  /** Time from the first to the last byte of a frame or message, 30 s. */
  readonly frameTimeoutMs: number;
  /** Time that a client may take to read what waits to be sent to it, 60 s. */
  readonly writeTimeoutMs: number;
  /** Time that a server keeps a connection that is silent while no call runs on it, 5 min, where a client says no other. */
  readonly idleTimeoutMs: number;
  /** Time that a server keeps an interaction on which no call or stream runs, 30 min. */
  readonly interactionIdleTimeoutMs: number;
  /** Time that a drain waits for what runs, 10 s; what still runs then is cut off. */
  readonly drainTimeoutMs: number;
}

export const defaultLimits: Limits = Object.freeze({
  maxMessageBytes: 104_857_600,
  maxFrameBytes: 16_384_000,
  maxDepth: 64,
  maxContainerElements: 4_194_304,
  maxMethodNameBytes: 1024,
  maxHeaders: 256,
  maxHeaderBytes: 65_536,
  maxRunningCalls: 1024,
  maxRunningBytes: 16_777_216,
  maxQueuedBytes: 16_777_216,
  maxPendingCalls: 65_536,
  maxUnsentBytes: 67_108_864,
  maxInteractions: 1024,
  maxStreams: 1024,
  maxUnreadBytes: 67_108_864,
  detectTimeoutMs: 10_000,
  frameTimeoutMs: 30_000,
  writeTimeoutMs: 60_000,
  idleTimeoutMs: 300_000,
  interactionIdleTimeoutMs: 1_800_000,
  drainTimeoutMs: 10_000,
});

/**
 * The defaults with some replaced. Each must be a positive number; `Infinity` lifts a limit, for those who mean it.
 * @throws RangeError naming the limit.
 */
export function limits(changes: Partial<Limits> = {}): Limits {
  for (const [name, value] of Object.entries(changes)) {
    if (!Object.hasOwn(defaultLimits, name)) throw new RangeError(`no such limit: ${name}`);
    if (!(typeof value === "number" && value > 0))
      throw new RangeError(`${name} must be positive, got ${String(value)}`);
  }
  return { ...defaultLimits, ...changes };
}
