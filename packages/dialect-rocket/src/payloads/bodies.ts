import {
  ApplicationError,
  type ApplicationErrorOptions,
  type Body,
  ByteWriter,
  type Compression,
  isProtocolError,
  type Limits,
  type Protocol,
} from "@seapink/core";
import { passBytes } from "@seapink/conversation";
import { type Checksum, type ChecksumName, checksumOf, isChecksumRight } from "../checksum/checksum.ts";
import type { Compressions } from "../compression/compressions.ts";
import type { FrameBody } from "../frames/frame-output.ts";

/** What is done to the bodies of one direction of a call. */
export interface Treatment {
  readonly compression: Compression | undefined;
  /** The shortest body that is compressed, in bytes. */
  readonly compressFrom: number;
  readonly checksum: ChecksumName | undefined;
}

/** Nothing. */
export const untreated: Treatment = { compression: undefined, compressFrom: 0, checksum: undefined };

/** What metadata says of the body beside it. */
export interface BodyMetadata {
  readonly compression?: number | undefined;
  readonly crc32c?: number | undefined;
  readonly checksum?: Checksum | undefined;
}

export interface TreatedBody {
  readonly body: FrameBody;
  readonly metadata: BodyMetadata;
}

const nothing: BodyMetadata = Object.freeze({});

/** Compresses bodies and sums them up, and undoes it (§ 8). */
export class Bodies {
  readonly #limits: Limits;
  readonly #compressions: Compressions;

  constructor(limits: Limits, compressions: Compressions) {
    this.#limits = limits;
    this.#compressions = compressions;
  }

  /** A body that goes out; what is not treated is written straight into the lane later. */
  treated(body: Body, from: Protocol | undefined, protocol: Protocol, treatment: Treatment): TreatedBody {
    if (treatment.compression === undefined && treatment.checksum === undefined)
      return { body: { body, from, protocol }, metadata: nothing };
    const plain = this.#encoded(body, from, protocol);
    const checksum = treatment.checksum && checksumOf(treatment.checksum, plain);
    const compression = plain.length < treatment.compressFrom ? undefined : treatment.compression;
    const bytes = compression === undefined ? plain : compression.compress(plain);
    const metadata = {
      ...(compression && { compression: this.#compressions.numberOf(compression) }),
      ...(checksum && { checksum }),
    };
    return { body: { body: bytes, from: "raw", protocol }, metadata };
  }

  #encoded(body: Body, from: Protocol | undefined, protocol: Protocol): Uint8Array {
    const out = new ByteWriter(undefined, this.#limits.maxMessageBytes);
    const writer = protocol.writer(out, this.#limits);
    if (body instanceof Uint8Array)
      passBytes(body, writer, { from, to: protocol, isUndelimited: false, limits: this.#limits });
    else body.write(writer);
    return out.take();
  }

  /**
   * A body that came in, as it was before it was treated.
   * @param mayHaveRun whether its call may have run when it cannot be read: not if it is that of a request
   * @throws ApplicationError `protocol_error` for what cannot be decompressed, `checksum_mismatch`
   */
  plain(data: Uint8Array, { compression = 0, crc32c, checksum }: BodyMetadata, mayHaveRun = false): Uint8Array {
    const bytes = compression === 0 ? data : this.#decompressed(data, compression, mayHaveRun);
    if (isChecksumRight(bytes, crc32c, checksum)) return bytes;
    throw new ApplicationError("checksum_mismatch", "expected a body of another checksum", { mayHaveRun });
  }

  #decompressed(data: Uint8Array, algorithm: number, mayHaveRun: boolean): Uint8Array {
    const compression = this.#compressions.find(algorithm);
    try {
      if (compression !== undefined) return compression.decompress(data, this.#limits.maxMessageBytes);
    } catch (cause) {
      if (!isProtocolError(cause)) throw cause;
      throw undecodable(cause.message, { cause, mayHaveRun });
    }
    throw undecodable(`algorithm ${algorithm} is not among those that were set up`, { mayHaveRun });
  }
}

function undecodable(why: string, options: ApplicationErrorOptions): ApplicationError {
  return new ApplicationError("protocol_error", `decompression failure: ${why}`, options);
}
