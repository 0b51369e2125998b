import { encodeControl } from "../metadata/metadata-protocols.ts";
import { streamRpcError } from "../metadata/rpc-error.ts";

/** Why a stream is broken off behind its first response (RpcMetadata.thrift, StreamRpcErrorCode). */
const codes = {
  credit: { code: 1, name_utf8: "CREDIT_TIMEOUT" },
  chunk: { code: 2, name_utf8: "CHUNK_TIMEOUT" },
  closing: { code: 3, name_utf8: "SERVER_CLOSING_CONNECTION" },
} as const;
export type StreamErrorName = keyof typeof codes;

export function encodeStreamError(name: StreamErrorName, message: string): Uint8Array {
  return encodeControl(streamRpcError, { ...codes[name], what_utf8: message.toWellFormed() });
}
