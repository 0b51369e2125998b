import { type ApplicationError, type Body, describeValue, type HeaderMap, noHeaders, type Reply } from "@seapink/core";
import { rpcErrorOf, undeclaredOf } from "../errors/to-wire.ts";
import type { FrameBody, FrameHead, FrameOutput } from "../frames/frame-output.ts";
import { Flag, FrameType } from "../frames/frame-type.ts";
import { encodeControl } from "../metadata/metadata-protocols.ts";
import { isResponse, plainResponse } from "../metadata/known-metadata.ts";
import type { PayloadMetadata } from "../metadata/payload-metadata.ts";
import { type ResponseMetadata, responseMetadata } from "../metadata/response-metadata.ts";
import { responseRpcError } from "../metadata/rpc-error.ts";
import type { Bodies, BodyMetadata } from "../payloads/bodies.ts";
import { liftResponse } from "../payloads/lifted-headers.ts";
import { declaredOf } from "../payloads/payload-kinds.ts";
import type { ServerCall } from "./server-call.ts";

/** What a void method answers, and one that owes nothing to somebody who waits. */
const nothing: Body = {
  write(writer) {
    writer.structBegin();
    writer.structEnd();
  },
};

const none: BodyMetadata = Object.freeze({});

/** Writes first responses (§ 3.3, § 4). */
export class AnswerOutput {
  readonly #output: FrameOutput;
  readonly #bodies: Bodies;
  readonly #load: ((metric: string) => number) | undefined;
  readonly #onError: (error: unknown) => void;

  /** @param onError told what is wrong with the load, which is left out then */
  constructor(
    output: FrameOutput,
    bodies: Bodies,
    load: ((metric: string) => number) | undefined,
    onError: (error: unknown) => void,
  ) {
    this.#output = output;
    this.#bodies = bodies;
    this.#load = load;
    this.#onError = onError;
  }

  /** A result, or a declared exception. Behind one that `goesOn` there are items, or the final response of a sink. */
  reply(call: ServerCall, { headers, body, exception, protocol }: Reply, goesOn: boolean): boolean {
    const { body: treated, metadata } = this.#bodies.treated(body, protocol, call.protocol, call.treatment);
    const kind = exception === undefined ? isResponse : declaredOf(exception);
    const streamId = goesOn && call.kind !== "sink" ? call.streamId : undefined;
    return this.#write(call, goesOn, this.#metadata(call, kind, headers, { ...metadata, streamId }), treated);
  }

  /** To one who waits for the answer of a oneway method. */
  nothing(call: ServerCall): boolean {
    const metadata = this.#metadata(call, isResponse, noHeaders, none);
    return this.#write(call, false, metadata, { body: nothing, from: undefined, protocol: call.protocol });
  }

  /** An error that the method does not declare: of the system, as a frame of its own, or of the handler. */
  error(call: ServerCall, error: ApplicationError): boolean {
    const isFree = this.systemError(call.streamId, error);
    if (isFree !== undefined) return isFree;
    const { exceptionMetadata, headers } = undeclaredOf(error);
    return this.#write(call, false, this.#metadata(call, { exceptionMetadata }, headers, none), undefined);
  }

  /** Writes an error of the system; `undefined` if it is none. */
  systemError(streamId: number, error: ApplicationError): boolean | undefined {
    const system = rpcErrorOf(error);
    if (system === undefined) return undefined;
    const head: FrameHead = { streamId, type: FrameType.error, flags: 0, word: system.frameCode };
    return this.#output.frame(head, encodeControl(responseRpcError, system.error));
  }

  #write(call: ServerCall, goesOn: boolean, metadata: ResponseMetadata, body: FrameBody | undefined): boolean {
    const flags = goesOn ? Flag.next : Flag.next | Flag.complete;
    const head: FrameHead = { streamId: call.streamId, type: FrameType.payload, flags, word: -1 };
    return this.#output.message(head, responseMetadata, metadata, body);
  }

  #metadata(
    { metadata }: ServerCall,
    payloadMetadata: PayloadMetadata,
    headers: HeaderMap,
    of: BodyMetadata & { readonly streamId?: number | undefined },
  ): ResponseMetadata {
    const load = metadata.loadMetric === undefined ? undefined : this.#loadOf(metadata.loadMetric);
    const { streamId, compression, checksum } = of;
    if (headers.size === 0 && load === undefined && compression === undefined && checksum === undefined) {
      if (streamId !== undefined) return { payloadMetadata, streamId };
      return payloadMetadata === isResponse ? plainResponse : { payloadMetadata };
    }
    return {
      payloadMetadata,
      ...liftResponse(headers),
      ...(load !== undefined && { load }),
      ...(streamId !== undefined && { streamId }),
      ...(compression !== undefined && { compression }),
      ...(checksum !== undefined && { checksum }),
    };
  }

  // An answer is not to fail because of it.
  #loadOf(metric: string): bigint | undefined {
    if (this.#load === undefined) return undefined;
    try {
      return wholeOf(this.#load(metric));
    } catch (error) {
      this.#onError(error);
      return undefined;
    }
  }
}

function wholeOf(load: number): bigint {
  const whole = Math.round(load);
  if (Number.isSafeInteger(whole)) return BigInt(whole);
  throw new RangeError(`expected a load that is a number, got ${describeValue(load)}`);
}
