import { ApplicationError, type Limits, noHeaders, type Protocol, type Reply } from "@seapink/core";
import { undeclaredErrorOf } from "../errors/from-wire.ts";
import type { Frame } from "../frames/frame.ts";
import { headersOf } from "../metadata/headers.ts";
import { readResponseMetadata } from "../metadata/known-metadata.ts";
import type { ResponseMetadata } from "../metadata/response-metadata.ts";
import type { Bodies } from "../payloads/bodies.ts";
import { lowerResponse } from "../payloads/lifted-headers.ts";
import { declaredIn } from "../payloads/payload-kinds.ts";

/** What a connection knows that its answers are read with. */
export interface ResponseContext {
  readonly limits: Limits;
  readonly bodies: Bodies;
  readonly metadataProtocol: Protocol;
  /** What bodies are in. */
  readonly protocol: Protocol;
}

/** Servers that are lenient leave it out. */
const bare: ResponseMetadata = Object.freeze({});

/**
 * Reads a first response (§ 3.3), without what follows it.
 * @throws ApplicationError that the method does not declare, `missing_result` for none, or what else is wrong with it
 */
export function readResponse({ metadata: bytes, data }: Frame, context: ResponseContext): Reply {
  const { limits, bodies, metadataProtocol, protocol } = context;
  if (bytes.length === 0 && data.length === 0)
    throw new ApplicationError("missing_result", "expected a response, got the end of the stream");
  const metadata = bytes.length === 0 ? bare : readResponseMetadata(metadataProtocol, bytes, limits);
  const headers = lowerResponse(headersOf(metadata.otherMetadata, limits), metadata);
  const exception = metadata.payloadMetadata?.exceptionMetadata;
  const declared = exception && declaredIn(exception);
  if (exception !== undefined && declared === undefined) throw undeclaredErrorOf(exception, headers);
  return {
    headers: headers.size === 0 ? noHeaders : headers,
    body: bodies.plain(data, metadata, true),
    exception: declared,
    protocol,
    items: undefined,
  };
}
