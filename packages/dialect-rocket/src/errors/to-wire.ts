import { type ApplicationError, type HeaderMap, wireCodeOf } from "@seapink/core";
import { ErrorCode } from "../frames/frame-type.ts";
import { ErrorBlame, ErrorSafety, RpcErrorCategory, RpcErrorCode } from "../metadata/enums.ts";
import type { ExceptionMetadata } from "../metadata/payload-metadata.ts";
import type { ResponseRpcError } from "../metadata/rpc-error.ts";
import { isErrorCode, meaningOf, numberOf } from "./rpc-error-codes.ts";

/** The header that keeps a number which is not the one of the code. Peers that do not know it show it to nobody. */
export const wireCodeHeader = "seapink-wire-code";

/** An ERROR frame: its code, and the struct that is its data. */
export interface RpcErrorFrame {
  readonly frameCode: number;
  readonly error: ResponseRpcError;
}

/** How a system error ends a call; `undefined` where it travels as an undeclared exception. */
export function rpcErrorOf(error: ApplicationError): RpcErrorFrame | undefined {
  const code = rpcCodeOf(error);
  if (code === undefined || error.wireCode !== wireCodeOf(error.code)) return undefined;
  const meaning = meaningOf(code);
  const name = meaning.code === error.code ? meaning.name : error.code.toUpperCase();
  const category = categoryOf(error, meaning.category);
  const load = loadOf(error.headers);
  const struct = { name_utf8: name, what_utf8: error.message.toWellFormed(), category, code };
  return { frameCode: frameCodeOf(category), error: load === undefined ? struct : { ...struct, load } };
}

/** What came in with an error from another server, or what whoever throws it knows better. */
function rpcCodeOf({ code, details, mayHaveRun }: ApplicationError): number | undefined {
  const { rocketCode } = details;
  if (typeof rocketCode === "number" && (rocketCode | 0) === rocketCode) return rocketCode;
  return code === "timed_out" && !mayHaveRun ? RpcErrorCode.queueTimeout : numberOf(code);
}

// The category says whether the request may have run, whatever the code.
function categoryOf({ mayHaveRun }: ApplicationError, usual: number): number {
  if (mayHaveRun) return RpcErrorCategory.internalError;
  return usual === RpcErrorCategory.internalError ? RpcErrorCategory.loadShedding : usual;
}

// As C++ has it (RocketThriftRequests.cpp).
function frameCodeOf(category: number): number {
  if (category === RpcErrorCategory.invalidRequest) return ErrorCode.invalid;
  return category === RpcErrorCategory.internalError ? ErrorCode.canceled : ErrorCode.rejected;
}

function loadOf(headers: HeaderMap): bigint | undefined {
  const load = headers.get("load");
  return load !== undefined && /^-?\d{1,18}$/.test(load) ? BigInt(load) : undefined;
}

/** An exception that the method does not declare: what stands in the metadata, and the headers beside it. */
export interface Undeclared {
  readonly exceptionMetadata: ExceptionMetadata;
  readonly headers: HeaderMap;
}

export function undeclaredOf(error: ApplicationError): Undeclared {
  const safety = error.mayHaveRun ? {} : { safety: ErrorSafety.safe };
  const errorClassification = { blame: ErrorBlame.server, ...safety };
  const exceptionMetadata: ExceptionMetadata = {
    name_utf8: nameOf(error),
    what_utf8: error.message.toWellFormed(),
    metadata: { appUnknownException: { errorClassification } },
  };
  return { exceptionMetadata, headers: headersOf(error) };
}

/** Our code, or the name that an exception of another server came with. */
function nameOf({ code, details: { name } }: ApplicationError): string {
  return code === "unknown" && typeof name === "string" && !isErrorCode(name) ? name.toWellFormed() : code;
}

function headersOf({ code, wireCode, headers }: ApplicationError): HeaderMap {
  return wireCode === wireCodeOf(code) ? headers : new Map([...headers, [wireCodeHeader, String(wireCode)]]);
}
