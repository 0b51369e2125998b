import { type Limits, type Protocol, ProtocolError, type Scanner } from "@seapink/core";
import type { Cutter } from "./framing.ts";
import { Gathered } from "./gathered.ts";
import { protocolOf } from "./protocol-of.ts";

/** Cuts messages that follow each other without frames, by scanning each byte once. */
export class MessageCutter implements Cutter {
  readonly #limits: Limits;
  readonly #protocols: readonly Protocol[];
  readonly #gathered = new Gathered();
  #scanner: Scanner | undefined;
  #chunk: Uint8Array = new Uint8Array(0);
  #at = 0;

  constructor(limits: Limits, protocols: readonly Protocol[]) {
    this.#limits = limits;
    this.#protocols = protocols;
  }

  get isPartial(): boolean {
    return this.#gathered.size > 0 || this.#at < this.#chunk.length;
  }

  push(bytes: Uint8Array): void {
    if (this.#at === this.#chunk.length) {
      this.#chunk = bytes;
    } else {
      const joined = new Gathered();
      joined.push(this.#chunk.subarray(this.#at));
      joined.push(bytes);
      this.#chunk = joined.take();
    }
    this.#at = 0;
  }

  next(): Uint8Array | undefined {
    const rest = this.#chunk.subarray(this.#at);
    if (rest.length === 0) return undefined;
    const end = this.#scan(rest);
    this.#gathered.push(rest.subarray(0, end));
    this.#at += end ?? rest.length;
    return end === undefined ? undefined : this.#gathered.take();
  }

  // A connection keeps to the protocol of its first message.
  #scan(bytes: Uint8Array): number | undefined {
    if (this.#scanner === undefined) {
      const protocol = protocolOf(bytes, this.#protocols);
      if (protocol === undefined)
        throw new ProtocolError("bad_version", `expected ${names(this.#protocols)}, got other bytes`);
      this.#scanner = protocol.scanner(this.#limits);
    }
    return this.#scanner.push(bytes);
  }
}

function names(protocols: readonly Protocol[]): string {
  return `a message in ${protocols.map((protocol) => protocol.name).join(" or ")}`;
}
