import { type ApplicationError, type CallKind, type HeaderMap, type Payload, type Protocol } from "@seapink/core";
import { undeclaredOf } from "../errors/to-wire.ts";
import type { FrameHead, FrameOutput } from "../frames/frame-output.ts";
import { ErrorCode, Flag, FrameType } from "../frames/frame-type.ts";
import { isResponse, plainItem } from "../metadata/known-metadata.ts";
import type { PayloadMetadata } from "../metadata/payload-metadata.ts";
import { type StreamMetadata, streamMetadata } from "../metadata/stream-metadata.ts";
import type { Bodies, Treatment } from "../payloads/bodies.ts";
import { declaredOf } from "../payloads/payload-kinds.ts";
import { encodeStreamError, type StreamErrorName } from "../errors/stream-error.ts";

interface OpenCall {
  readonly streamId: number;
  readonly kind: CallKind;
}

/** One half of a stream, as far as its frames are concerned. */
export interface ItemWay {
  readonly streamId: number;
  /** What items are written in. */
  readonly protocol: Protocol;
  readonly treatment: Treatment;
}

/** Writes what goes over a stream behind its first response (§ 5), the same from either side. */
export class ItemOutput {
  readonly #output: FrameOutput;
  readonly #bodies: Bodies;

  constructor(output: FrameOutput, bodies: Bodies) {
    this.#output = output;
    this.#bodies = bodies;
  }

  /**
   * An item, or a declared exception, which is the last.
   * @param from the protocol of a body that is bytes already
   */
  item(way: ItemWay, payload: Payload, from: Protocol | undefined, isLast: boolean): boolean {
    const { streamId, protocol, treatment } = way;
    const { headers, body, exception } = payload;
    const treated = this.#bodies.treated(body, from, protocol, treatment);
    const kind = exception === undefined ? isResponse : declaredOf(exception);
    const isPlain = kind === isResponse && headers.size === 0 && treated.metadata.checksum === undefined;
    const metadata =
      isPlain && treated.metadata.compression === undefined ? plainItem : metadataOf(kind, headers, treated.metadata);
    const flags = isLast || exception !== undefined ? Flag.next | Flag.complete : Flag.next;
    return this.#output.message(payloadHead(streamId, flags), streamMetadata, metadata, treated.body);
  }

  /** An error that the method does not declare, which is the last. */
  error({ streamId }: ItemWay, error: ApplicationError): boolean {
    const { exceptionMetadata, headers } = undeclaredOf(error);
    const metadata = metadataOf({ exceptionMetadata }, headers, {});
    const head = payloadHead(streamId, Flag.next | Flag.complete);
    return this.#output.message(head, streamMetadata, metadata, undefined);
  }

  /** No more items. */
  complete(streamId: number): boolean {
    return this.#output.frame(payloadHead(streamId, Flag.complete));
  }

  /** So many more may come. */
  request(streamId: number, n: number): boolean {
    return this.#output.frame({ streamId, type: FrameType.requestN, flags: 0, word: n });
  }

  cancel(streamId: number): boolean {
    return this.#output.frame({ streamId, type: FrameType.cancel, flags: 0, word: -1 });
  }

  /** The stream ends for a reason of its own: nobody asked for its items, or the server closes (§ 3.7, § 5.3). */
  broken({ streamId, kind }: OpenCall, name: StreamErrorName, message: string): boolean {
    const isCanceled = name === "closing" || kind === "bidi";
    const word = isCanceled ? ErrorCode.canceled : ErrorCode.applicationError;
    return this.#output.frame({ streamId, type: FrameType.error, flags: 0, word }, encodeStreamError(name, message));
  }

  /** The caller has given up what it was sending. */
  givenUp(streamId: number): boolean {
    return this.#output.frame(
      { streamId, type: FrameType.error, flags: 0, word: ErrorCode.canceled },
      text("cancelled"),
    );
  }
}

function payloadHead(streamId: number, flags: number): FrameHead {
  return { streamId, type: FrameType.payload, flags, word: -1 };
}

function metadataOf(
  payloadMetadata: PayloadMetadata,
  headers: HeaderMap,
  {
    compression,
    checksum,
  }: { readonly compression?: number | undefined; readonly checksum?: StreamMetadata["checksum"] },
): StreamMetadata {
  return {
    payloadMetadata,
    ...(headers.size > 0 && { otherMetadata: headers }),
    ...(compression !== undefined && { compression }),
    ...(checksum !== undefined && { checksum }),
  };
}

function text(value: string): Uint8Array {
  return new TextEncoder().encode(value);
}
