import {
  ApplicationError,
  type Call,
  type CallKind,
  isProtocolError,
  type Limits,
  noHeaders,
  now,
  type Protocol,
  type ProtocolError,
  type Scope,
} from "@seapink/core";
import type { Compressions } from "../compression/compressions.ts";
import { headersOf } from "../metadata/headers.ts";
import { ChecksumAlgorithm } from "../checksum/algorithm.ts";
import { RpcKind } from "../metadata/enums.ts";
import type { RequestMetadata } from "../metadata/request-metadata.ts";
import type { RequestReader } from "../metadata/request-reader.ts";
import type { Frame } from "../frames/frame.ts";
import { Flag, FrameType } from "../frames/frame-type.ts";
import type { IncomingInteractions } from "../interactions/incoming-interactions.ts";
import type { Bodies, Treatment } from "../payloads/bodies.ts";
import { untreated } from "../payloads/bodies.ts";
import { lowerRequest } from "../payloads/lifted-headers.ts";
import type { ProtocolIds } from "../payloads/protocol-ids.ts";
import type { ReadRequest } from "./server-call.ts";

/** What a connection knows that its requests are read with. */
export interface RequestContext {
  readonly limits: Limits;
  readonly scope: Scope;
  readonly protocols: ProtocolIds;
  readonly bodies: Bodies;
  readonly compressions: Compressions;
  readonly interactions: IncomingInteractions;
  /** Known since SETUP. */
  metadata(): RequestReader;
}

const kinds: Readonly<Record<number, CallKind>> = {
  [RpcKind.singleRequestSingleResponse]: "call",
  [RpcKind.singleRequestNoResponse]: "oneway",
  [RpcKind.singleRequestStreamingResponse]: "stream",
  [RpcKind.sink]: "sink",
  [RpcKind.bidirectionalStream]: "bidi",
};

const frameOf: Readonly<Record<CallKind, number>> = {
  call: FrameType.requestResponse,
  oneway: FrameType.requestFnf,
  stream: FrameType.requestStream,
  sink: FrameType.requestChannel,
  bidi: FrameType.requestChannel,
};

/**
 * Reads a request (§ 3.2).
 * @throws ApplicationError `protocol_error` and others: the client is told instead of answered
 * @throws ProtocolError for what ends the connection
 */
export function readRequest(frame: Frame, context: RequestContext): ReadRequest {
  const { limits, scope, bodies } = context;
  const metadata = told(() => context.metadata().read(frame.metadata));
  const kind = kindOf(frame, metadata);
  checkName(metadata.name ?? "", limits);
  const protocol = protocolOf(metadata, context.protocols);
  const headers = told(() => headersOf(lowerRequest(metadata.otherMetadata ?? noHeaders, metadata), limits));
  const body = bodies.plain(frame.data, metadata);
  const { streamId, word: initialN } = frame;
  const isComplete = (frame.flags & Flag.complete) !== 0;
  const treatment = treatmentOf(metadata, context.compressions);
  const interaction = interactionOf(metadata, context);
  const deadline = deadlineOf(metadata);
  return {
    streamId,
    kind,
    initialN,
    isComplete,
    metadata,
    protocol,
    headers,
    body,
    bytes: frame.metadata.length + body.length,
    treatment,
    interaction,
    deadline,
    scope,
  };
}

// Metadata that makes no sense concerns nobody but the call that it is of.
function told<T>(read: () => T): T {
  try {
    return read();
  } catch (cause) {
    if (isProtocolError(cause)) throw invalid("", cause);
    throw cause;
  }
}

function kindOf({ type }: Frame, { name, kind, protocol }: RequestMetadata): CallKind {
  const known = kind === undefined ? undefined : kinds[kind];
  if (name === undefined || known === undefined || protocol === undefined)
    throw invalid("a name, a protocol and a kind that is known");
  if (frameOf[known] !== type) throw invalid(`the frame of a ${known}`);
  return known;
}

function invalid(expected: string, cause?: ProtocolError): ApplicationError {
  const why = cause === undefined ? `expected ${expected}` : cause.message;
  return new ApplicationError("protocol_error", `Invalid metadata object: ${why}`, { cause });
}

// That of an interaction is kept as long as it lives.
function checkName(name: string, { maxMethodNameBytes }: Limits): void {
  if (name.length > maxMethodNameBytes) throw invalid(`a name of at most ${maxMethodNameBytes} bytes`);
}

function protocolOf({ protocol = -1 }: RequestMetadata, protocols: ProtocolIds): Protocol {
  const known = protocols.get(protocol);
  if (known !== undefined) return known;
  throw new ApplicationError("invalid_protocol", `expected a body in ${protocols.names}, got protocol ${protocol}`, {
    mayHaveRun: false,
  });
}

function interactionOf(metadata: RequestMetadata, { interactions, limits }: RequestContext): Call["interaction"] {
  const { interactionId, interactionCreate } = metadata;
  if (interactionCreate !== undefined) {
    if (interactionId !== undefined)
      throw invalid("an interaction that is created, or one that is there, and not both");
    const { interactionId: id, interactionName } = interactionCreate;
    checkName(interactionName, limits);
    return { of: interactions.begin(id, interactionName), create: true };
  }
  return interactionId === undefined ? undefined : { of: interactions.get(interactionId), create: false };
}

function deadlineOf({ clientTimeoutMs = 0 }: RequestMetadata): number | undefined {
  return clientTimeoutMs > 0 ? now() + clientTimeoutMs : undefined;
}

// What a client asks for is done if it is known here; it is told what was done.
function treatmentOf(
  { compressionConfig, checksumResponse, checksum }: RequestMetadata,
  compressions: Compressions,
): Treatment {
  if (compressionConfig === undefined && checksumResponse !== true) return untreated;
  const algorithm = checksum?.algorithm === ChecksumAlgorithm.xxh3 ? "xxh3" : "crc32c";
  return {
    compression: compressions.chosen(compressionConfig),
    // Only what is longer than the limit.
    compressFrom: Number(compressionConfig?.compressionSizeLimit ?? 0) + 1,
    checksum: checksumResponse === true ? algorithm : undefined,
  };
}
