import { ByteWriter, defaultLimits, isProtocolError, type Limits, type Protocol } from "@seapink/core";
import { codecOf } from "./codec.ts";
import { locateBytes } from "./locate-bytes.ts";
import { locateValue } from "./locate-value.ts";
import type { Fieldset } from "./type.ts";

// The block that results are cut from. Whoever is encoding holds it, so that a getter of the value may encode too.
let idle: ByteWriter | undefined;

export interface EncodeOptions {
  /** Depth, and the size of strings and containers; by default `defaultLimits`. */
  readonly limits?: Limits | undefined;
}

/**
 * Encodes one struct, without a message header. The result is a view of memory shared with other results, of which no
 * byte is ever written again.
 * @throws ProtocolError with the path of the value that does not fit.
 */
export function encode<T>(
  type: Fieldset<T>,
  value: NoInfer<T>,
  protocol: Protocol,
  { limits = defaultLimits }: EncodeOptions = {},
): Uint8Array<ArrayBuffer> {
  const out = idle ?? new ByteWriter();
  idle = undefined;
  try {
    codecOf(type).write(protocol.writer(out, limits), value);
    return out.take();
  } catch (error) {
    out.truncate(0);
    throw locateValue(type, value, error);
  } finally {
    idle = out;
  }
}

export interface DecodeOptions {
  /** Depth, and the elements of containers; by default `defaultLimits`. */
  readonly limits?: Limits | undefined;
}

/**
 * Decodes one struct; bytes after it are ignored.
 * @throws ProtocolError with the offset, and the path of the field that could not be read.
 */
export function decode<T>(type: Fieldset<T>, bytes: Uint8Array, protocol: Protocol, options?: DecodeOptions): T {
  const limits = options?.limits ?? defaultLimits;
  try {
    return codecOf(type).read(protocol.reader(bytes, limits));
  } catch (error) {
    throw isProtocolError(error) ? locateBytes(type, protocol.reader(bytes, limits), error) : error;
  }
}
