import { type ApplicationError, type Limits, noHeaders, type Payload, type Protocol } from "@seapink/core";
import { undeclaredErrorOf } from "../errors/from-wire.ts";
import type { Frame } from "../frames/frame.ts";
import { Flag } from "../frames/frame-type.ts";
import { headersOf } from "../metadata/headers.ts";
import { readStreamMetadata } from "../metadata/known-metadata.ts";
import type { StreamMetadata } from "../metadata/stream-metadata.ts";
import type { Bodies } from "./bodies.ts";
import { declaredIn } from "./payload-kinds.ts";

/** An item as it came, but for what was done to its body. */
interface ReceivedItem extends Payload {
  readonly body: Uint8Array;
}

/** What a PAYLOAD behind the first response says. */
export interface ItemFrame {
  readonly item: ReceivedItem | undefined;
  /** An error that the method does not declare. */
  readonly error: ApplicationError | undefined;
  /** Nothing follows on this half. */
  readonly isLast: boolean;
}

const bare: StreamMetadata = Object.freeze({});

/** Reads what comes over a stream behind its first response (§ 3.5), the same on either side. */
export class ItemInput {
  readonly #limits: Limits;
  readonly #bodies: Bodies;

  constructor(limits: Limits, bodies: Bodies) {
    this.#limits = limits;
    this.#bodies = bodies;
  }

  /** @throws ProtocolError or ApplicationError for an item that cannot be read: it breaks its stream */
  read({ flags, metadata, data }: Frame, metadataProtocol: Protocol): ItemFrame {
    const isComplete = (flags & Flag.complete) !== 0;
    if ((flags & Flag.next) === 0) return { item: undefined, error: undefined, isLast: isComplete };
    const read = metadata.length === 0 ? bare : readStreamMetadata(metadataProtocol, metadata, this.#limits);
    const headers = read.otherMetadata === undefined ? noHeaders : headersOf(read.otherMetadata, this.#limits);
    const exception = read.payloadMetadata?.exceptionMetadata;
    if (exception === undefined) {
      const item = { headers, body: this.#bodies.plain(data, read, true), exception: undefined };
      return { item, error: undefined, isLast: isComplete };
    }
    // The stream is over, whether a COMPLETE follows (Go) or not.
    const declared = declaredIn(exception);
    if (declared === undefined) return { item: undefined, error: undeclaredErrorOf(exception, headers), isLast: true };
    const item = { headers, body: this.#bodies.plain(data, read, true), exception: declared };
    return { item, error: undefined, isLast: true };
  }
}
