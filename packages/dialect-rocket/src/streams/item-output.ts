import {
  ApplicationError,
  type CallKind,
  type HeaderMap,
  type Payload,
  type Protocol,
  TransportError,
} from "@seapink/core";
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
  readonly #onBroken: (error: TransportError) => void;

  /** @param onBroken told that a frame could not be written without which the other side waits for ever */
  constructor(output: FrameOutput, bodies: Bodies, onBroken: (error: TransportError) => void) {
    this.#output = output;
    this.#bodies = bodies;
    this.#onBroken = onBroken;
  }

  /**
   * An item, or a declared exception, which is the last. Throws what is wrong with it; nothing else here throws.
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
  error({ streamId }: ItemWay, error: ApplicationError): void {
    const head = payloadHead(streamId, Flag.next | Flag.complete);
    try {
      this.#error(head, error);
    } catch (cause) {
      // What it says may be what cannot be written.
      this.#guarded(() => this.#error(head, new ApplicationError("internal_error", "internal error", { cause })));
    }
  }

  #error(head: FrameHead, error: ApplicationError): void {
    const { exceptionMetadata, headers } = undeclaredOf(error);
    this.#output.message(head, streamMetadata, metadataOf({ exceptionMetadata }, headers, {}), undefined);
  }

  /** No more items. */
  complete(streamId: number): void {
    this.#frame(payloadHead(streamId, Flag.complete));
  }

  /** So many more may come. */
  request(streamId: number, n: number): void {
    this.#frame({ streamId, type: FrameType.requestN, flags: 0, word: n });
  }

  cancel(streamId: number): void {
    this.#frame({ streamId, type: FrameType.cancel, flags: 0, word: -1 });
  }

  /** The stream ends for a reason of its own: nobody asked for its items, or the server closes (§ 3.7, § 5.3). */
  broken({ streamId, kind }: OpenCall, name: StreamErrorName, message: string): void {
    const isCanceled = name === "closing" || kind === "bidi";
    const word = isCanceled ? ErrorCode.canceled : ErrorCode.applicationError;
    this.#frame({ streamId, type: FrameType.error, flags: 0, word }, encodeStreamError(name, message));
  }

  /** The caller has given up what it was sending. */
  givenUp(streamId: number): void {
    this.#frame({ streamId, type: FrameType.error, flags: 0, word: ErrorCode.canceled }, text("cancelled"));
  }

  #frame(head: FrameHead, data?: Uint8Array): void {
    this.#guarded(() => this.#output.frame(head, data));
  }

  // Timers and promises come here, too, where nobody would catch it.
  #guarded(write: () => unknown): void {
    try {
      write();
    } catch (cause) {
      this.#onBroken(
        new TransportError("closed", "the other side could not be told of the end of a stream", { cause }),
      );
    }
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
