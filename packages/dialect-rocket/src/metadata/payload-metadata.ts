import { i32, string, struct, type StructType } from "@seapink/schema";
import { optional } from "./optional.ts";

/** What an exception is like. */
export interface ErrorClassification {
  /** Whether trying again may help: 1 transient, 2 stateful, 3 permanent. */
  readonly kind?: number | undefined;
  /** One of `ErrorBlame`. */
  readonly blame?: number | undefined;
  /** One of `ErrorSafety`. */
  readonly safety?: number | undefined;
}

/** One of them, or none, which is as much as `appUnknownException`. */
export interface ExceptionKind {
  /** The data is a result whose field is the exception. */
  readonly declaredException?: { readonly errorClassification?: ErrorClassification | undefined } | undefined;
  readonly DEPRECATED_proxyException?: object | undefined;
  /** There is no data, or none that is of use. */
  readonly appUnknownException?: { readonly errorClassification?: ErrorClassification | undefined } | undefined;
  /** The data is an Any. */
  readonly anyException?: object | undefined;
}

export interface ExceptionMetadata {
  readonly name_utf8?: string | undefined;
  readonly what_utf8?: string | undefined;
  readonly metadata?: ExceptionKind | undefined;
}

/** What the data of a frame is: one of them (RpcMetadata.thrift, PayloadMetadata). */
export interface PayloadMetadata {
  /** A result, or an item. */
  readonly responseMetadata?: object | undefined;
  readonly exceptionMetadata?: ExceptionMetadata | undefined;
}

const errorClassification = struct("ErrorClassification", [
  optional(1, "kind", i32),
  optional(2, "blame", i32),
  optional(3, "safety", i32),
]);

const exceptionKind = struct("PayloadExceptionMetadata", [
  optional(
    1,
    "declaredException",
    struct("PayloadDeclaredExceptionMetadata", [optional(1, "errorClassification", errorClassification)]),
  ),
  optional(2, "DEPRECATED_proxyException", struct("PayloadProxyExceptionMetadata", [])),
  optional(
    6,
    "appUnknownException",
    struct("PayloadAppUnknownExceptionMetdata", [optional(1, "errorClassification", errorClassification)]),
  ),
  optional(7, "anyException", struct("PayloadAnyExceptionMetadata", [])),
]);

const exceptionMetadata = struct("PayloadExceptionMetadataBase", [
  optional(1, "name_utf8", string),
  optional(2, "what_utf8", string),
  optional(3, "metadata", exceptionKind),
]);

export const payloadMetadataType: StructType = struct("PayloadMetadata", [
  optional(1, "responseMetadata", struct("PayloadResponseMetadata", [])),
  optional(2, "exceptionMetadata", exceptionMetadata),
]);
