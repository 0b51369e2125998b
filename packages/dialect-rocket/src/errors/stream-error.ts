import { StreamErrorCode } from "../metadata/enums.ts";
import { encodeControl } from "../metadata/metadata-protocols.ts";
import { type StreamRpcError, streamRpcError } from "../metadata/rpc-error.ts";

/** Why a stream is broken off behind its first response (§ 3.7). */
export type StreamErrorName = "credit" | "chunk" | "closing";

const errors: Readonly<Record<StreamErrorName, StreamRpcError>> = {
  credit: { code: StreamErrorCode.creditTimeout, name_utf8: "CREDIT_TIMEOUT" },
  chunk: { code: StreamErrorCode.chunkTimeout, name_utf8: "CHUNK_TIMEOUT" },
  closing: { code: StreamErrorCode.serverClosingConnection, name_utf8: "SERVER_CLOSING_CONNECTION" },
};

export function encodeStreamError(name: StreamErrorName, message: string): Uint8Array {
  return encodeControl(streamRpcError, { ...errors[name], what_utf8: message.toWellFormed() });
}
