import {
  type Body,
  isProtocolError,
  type Limits,
  type Protocol,
  ProtocolError,
  type ProtocolWriter,
  type Writable,
} from "@seapink/core";
import { type Codec, locateBytes, locateValue } from "@seapink/schema";
import { TokenBody } from "./token-body.ts";

/** A value with its codec: it writes itself straight into the output of whoever sends it. */
export class StructBody implements Writable {
  readonly #codec: Codec;
  readonly #value: unknown;

  constructor(codec: Codec, value: unknown) {
    this.#codec = codec;
    this.#value = value;
  }

  write(writer: ProtocolWriter): void {
    try {
      this.#codec.write(writer, this.#value);
    } catch (error) {
      throw locateValue(this.#codec.type, this.#value, error);
    }
  }
}

/**
 * Reads the struct of a payload, whether it crossed a wire or not.
 * @throws ProtocolError with the path of the field that could not be read.
 */
export function readBody(codec: Codec, body: Body, protocol: Protocol | undefined, limits: Limits): unknown {
  if (!(body instanceof Uint8Array)) return readTokens(codec, body);
  if (protocol === undefined) throw new ProtocolError("not_implemented", "expected a Thrift struct, got other bytes");
  const reader = protocol.reader(body, limits);
  // A lane, or the other side of a local call, has left the bytes to us: a large value need not be copied.
  reader.sharesBytes = true;
  try {
    return codec.read(reader);
  } catch (error) {
    throw isProtocolError(error) ? locateBytes(codec.type, protocol.reader(body, limits), error) : error;
  }
}

function readTokens(codec: Codec, body: Writable): unknown {
  const tokens = body instanceof TokenBody ? body : new TokenBody(body);
  try {
    return codec.read(tokens.reader());
  } catch (error) {
    throw isProtocolError(error) ? locateBytes(codec.type, tokens.reader(), error) : error;
  }
}
