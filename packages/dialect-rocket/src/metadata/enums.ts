// Numbers of RpcMetadata.thrift. What comes may be any number.

/** What kind of call a request is; it must fit the frame. */
export const RpcKind = {
  singleRequestSingleResponse: 0,
  singleRequestNoResponse: 1,
  singleRequestStreamingResponse: 4,
  sink: 6,
  bidirectionalStream: 7,
} as const;

/** The last six choose only how much effort is made; what they make is of the same format. */
export const CompressionAlgorithm = {
  none: 0,
  zlib: 1,
  zstd: 2,
  lz4: 3,
  custom: 1000,
  zlibLess: 100_000,
  zstdLess: 100_001,
  lz4Less: 100_002,
  zlibMore: 200_000,
  zstdMore: 200_001,
  lz4More: 200_002,
} as const;

/** Whose fault it is. */
export const ErrorBlame = { unspecified: 0, server: 1, client: 2 } as const;

export const ErrorSafety = { unspecified: 0, safe: 1 } as const;

/** What a system error is about, as far as a client must know. */
export const RpcErrorCategory = { internalError: 0, invalidRequest: 1, loadShedding: 2, shutdown: 3 } as const;

/** Why a call is refused, or could not be answered (§ 3.6). */
export const RpcErrorCode = {
  unknown: 0,
  overload: 1,
  taskExpired: 2,
  queueOverloaded: 3,
  shutdown: 4,
  injectedFailure: 5,
  requestParsingFailure: 6,
  queueTimeout: 7,
  responseTooBig: 8,
  wrongRpcKind: 9,
  unknownMethod: 10,
  checksumMismatch: 11,
  interruption: 12,
  appOverload: 13,
  unknownInteractionId: 14,
  interactionConstructorError: 15,
  unimplementedMethod: 16,
  tenantQuotaExceeded: 17,
  interactionLoadshedded: 19,
  interactionLoadsheddedOverload: 20,
  interactionLoadsheddedAppOverload: 21,
  interactionLoadsheddedQueueTimeout: 22,
} as const;

/** Why a stream is broken off behind its first response (§ 3.7). */
export const StreamErrorCode = { unknown: 0, creditTimeout: 1, chunkTimeout: 2, serverClosingConnection: 3 } as const;
