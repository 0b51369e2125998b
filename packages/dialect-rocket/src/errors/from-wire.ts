import {
  ApplicationError,
  type ApplicationErrorCode,
  type HeaderMap,
  isProtocolError,
  type Limits,
  noHeaders,
  TransportError,
} from "@seapink/core";
import type { Codec } from "@seapink/schema";
import { ErrorCode } from "../frames/frame-type.ts";
import { ErrorSafety, RpcErrorCategory, StreamErrorCode } from "../metadata/enums.ts";
import { readControl } from "../metadata/metadata-protocols.ts";
import type { ExceptionMetadata } from "../metadata/payload-metadata.ts";
import { type ResponseRpcError, responseRpcError, streamRpcError } from "../metadata/rpc-error.ts";
import { codeOfFrame, refusalOfText, textOf } from "./error-text.ts";
import { isErrorCode, meaningOf } from "./rpc-error-codes.ts";
import { wireCodeHeader } from "./to-wire.ts";

/** So much of a peer's text becomes part of a message of ours. */
const quotedText = 200;

/** What an ERROR frame says that ends a call: a struct, or, from some peers, text. */
export function callErrorOf(frameCode: number, data: Uint8Array, limits: Limits): ApplicationError {
  const mayBeStruct = frameCode >= ErrorCode.rejected && frameCode <= ErrorCode.invalid;
  const struct = mayBeStruct ? structOf(responseRpcError, data, limits) : undefined;
  return struct === undefined ? textError(frameCode, textOf(data)) : rpcError(frameCode, struct);
}

// Text has no zero at its end, which a struct does.
function structOf<T>(codec: Codec<T>, data: Uint8Array, limits: Limits): T | undefined {
  try {
    return readControl(codec, data, limits);
  } catch (error) {
    if (isProtocolError(error)) return undefined;
    throw error;
  }
}

function rpcError(frameCode: number, error: ResponseRpcError): ApplicationError {
  const { name_utf8: name = "", what_utf8: what, code: rocketCode = 0, load } = error;
  const code = codeOf(rocketCode, name);
  return new ApplicationError(code, what || name || code, {
    mayHaveRun: mayHaveRun(frameCode, error.category),
    headers: load === undefined ? noHeaders : new Map([["load", String(load)]]),
    details: { rocketCode },
  });
}

/** The number decides, unless a peer like us gives the name of one of our codes instead of the number's own. */
function codeOf(rocketCode: number, name: string): ApplicationErrorCode {
  const meaning = meaningOf(rocketCode);
  const own = name.toLowerCase();
  return name !== meaning.name && isErrorCode(own) ? own : meaning.code;
}

function mayHaveRun(frameCode: number, category: number | undefined): boolean {
  return category === undefined ? frameCode === ErrorCode.canceled : category === RpcErrorCategory.internalError;
}

function textError(frameCode: number, text: string): ApplicationError {
  const refusal = refusalOfText(text);
  const code = refusal ?? codeOfFrame(frameCode);
  return new ApplicationError(code, text || code, refusal === undefined ? {} : { mayHaveRun: false });
}

/** What an ERROR frame says that ends a stream behind its first response. */
export function streamErrorOf(frameCode: number, data: Uint8Array, limits: Limits): ApplicationError {
  const struct = structOf(streamRpcError, data, limits);
  const code = struct === undefined ? codeOfFrame(frameCode) : codeOfStream(struct.code);
  const text = struct === undefined ? textOf(data) : struct.what_utf8 || struct.name_utf8;
  return new ApplicationError(code, text || code, { mayHaveRun: true });
}

function codeOfStream(code: number | undefined): ApplicationErrorCode {
  if (code === StreamErrorCode.creditTimeout || code === StreamErrorCode.chunkTimeout) return "timed_out";
  return code === StreamErrorCode.serverClosingConnection ? "interruption" : "unknown";
}

/** An exception that the method does not declare, or one that nothing can be made of. */
export function undeclaredErrorOf(exception: ExceptionMetadata, headers: HeaderMap): ApplicationError {
  const { name_utf8: name = "", what_utf8: what, metadata } = exception;
  const code = isErrorCode(name) ? name : "unknown";
  const kind = metadata?.appUnknownException ?? metadata?.declaredException;
  return new ApplicationError(code, what || name || code, {
    mayHaveRun: kind?.errorClassification?.safety !== ErrorSafety.safe,
    details: code === name || name === "" ? {} : { name },
    ...wireCodeIn(headers),
  });
}

function wireCodeIn(headers: HeaderMap): { readonly headers: HeaderMap; readonly wireCode?: number } {
  const text = headers.get(wireCodeHeader);
  if (text === undefined) return { headers };
  const others = new Map(headers);
  others.delete(wireCodeHeader);
  const wireCode = Number(text);
  return /^-?\d{1,10}$/.test(text) && (wireCode | 0) === wireCode ? { headers: others, wireCode } : { headers: others };
}

/** REJECTED_RESUME, the last of the codes that refuse SETUP, though nothing of ours can be resumed. */
const lastSetupError = 4;

/** What an ERROR frame on stream 0 says: that there will be no connection, that it ends, or that it is drained. */
export function connectionErrorOf(frameCode: number, data: Uint8Array): TransportError {
  if (frameCode >= ErrorCode.invalidSetup && frameCode <= lastSetupError) return setupErrorOf(frameCode, data);
  const because = quoted(data);
  if (frameCode === ErrorCode.connectionClose)
    return new TransportError("not_open", `the server takes no more calls${because}`, { mayHaveRun: false });
  return new TransportError("closed", `the server ended the connection with code ${frameCode}${because}`);
}

/** What any ERROR frame on stream 0 says that comes before SETUP is answered (§ 1.6): nothing has run. */
export function setupErrorOf(frameCode: number, data: Uint8Array): TransportError {
  const message = `the server refused the setup with code ${frameCode}${quoted(data)}`;
  return new TransportError("not_open", message, { mayHaveRun: false });
}

function quoted(data: Uint8Array): string {
  const text = textOf(data.subarray(0, 4 * quotedText)).slice(0, quotedText);
  return text === "" ? "" : `: ${JSON.stringify(text)}`;
}
