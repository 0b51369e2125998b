import { type Body, copyStruct, type ProtocolReader, type ProtocolWriter, type Writable } from "@seapink/core";
import { TokenReader } from "./token-reader.ts";
import { type Token, TokenWriter } from "./token-writer.ts";

/** A value as it was when it was sent: checked, and independent of what the sender does with it afterwards. */
export class TokenBody implements Writable {
  readonly #tokens: readonly Token[];

  constructor(original: Writable) {
    const writer = new TokenWriter();
    original.write(writer);
    this.#tokens = writer.tokens;
  }

  reader(): ProtocolReader {
    return new TokenReader(this.#tokens);
  }

  write(writer: ProtocolWriter): void {
    copyStruct(new TokenReader(this.#tokens), writer, copyText);
  }
}

// Tokens know text from bytes, which the wire does not tell apart.
function copyText(reader: TokenReader, writer: ProtocolWriter): void {
  const value = reader.text();
  if (typeof value === "string") writer.string(value);
  else writer.binary(value);
}

/**
 * A body that may cross to the other side of a call without a wire. Bytes are copied: who reads a large value there gets
 * a view of them, and may write to it.
 */
export function snapshot(body: Body): Body {
  if (body instanceof TokenBody) return body;
  return body instanceof Uint8Array ? new Uint8Array(body) : new TokenBody(body);
}
