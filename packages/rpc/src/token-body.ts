import type { Body, ProtocolReader, ProtocolWriter, Writable } from "@seapink/core";
import { TokenReader } from "./token-reader.ts";
import { TokenReplay } from "./token-replay.ts";
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
    new TokenReplay(this.#tokens, writer).struct();
  }
}

/** A body that may cross to the other side of a call without a wire. */
export function snapshot(body: Body): Body {
  return body instanceof Uint8Array || body instanceof TokenBody ? body : new TokenBody(body);
}
