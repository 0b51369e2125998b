import { type Cutter, Gathered, withLeftover } from "@seapink/conversation";
import { type Limits, type Protocol, ProtocolError, type Scanner } from "@seapink/core";
import { type Choice, chooseProtocol } from "./choose-protocol.ts";

/** Cuts messages that follow each other without frames, by scanning each byte once. */
export class MessageCutter implements Cutter {
  readonly #limits: Limits;
  readonly #protocols: readonly Protocol[];
  #chunk: Uint8Array = new Uint8Array(0);
  #at = 0;
  /** The beginning of a message that the chunks so far end in; it has been scanned. */
  readonly #begun = new Gathered();
  #scanner: Scanner | undefined;

  constructor(limits: Limits, protocols: readonly Protocol[]) {
    this.#limits = limits;
    this.#protocols = protocols;
  }

  get isPartial(): boolean {
    return this.#begun.size > 0 || this.#at < this.#chunk.length;
  }

  push(bytes: Uint8Array): void {
    this.#chunk = withLeftover(this.#chunk, this.#at, bytes);
    this.#at = 0;
  }

  // Messages that came whole are views of the chunk; only one that was cut is copied.
  next(): Uint8Array | undefined {
    if (this.#at === this.#chunk.length) return undefined;
    this.#scanner ??= this.#begin();
    if (this.#scanner === undefined) return undefined;
    const rest = this.#chunk.subarray(this.#at);
    const end = this.#scanner.push(rest);
    this.#at += end ?? rest.length;
    if (end === undefined) {
      this.#begun.push(rest);
      return undefined;
    }
    const last = rest.subarray(0, end);
    if (this.#begun.size === 0) return last;
    this.#begun.push(last);
    return this.#begun.take();
  }

  /** A connection keeps to the protocol of its first message. Until that is known, its bytes stay in the chunk. */
  #begin(): Scanner | undefined {
    const choice: Choice = chooseProtocol(this.#chunk, this.#protocols);
    if (choice === "more") return undefined;
    if (choice !== undefined) return choice.scanner(this.#limits);
    const names = this.#protocols.map(({ name }) => name).join(" or ");
    throw new ProtocolError("bad_version", `expected a message in ${names}, got other bytes`);
  }
}
