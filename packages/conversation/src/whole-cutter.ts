import type { Cutter } from "./cutter.ts";

/** For lanes that deliver whole messages, as lanes of frames do: each push is one. */
export class WholeCutter implements Cutter {
  readonly #check: (message: Uint8Array) => void;
  #messages: Uint8Array[] = [];
  #at = 0;

  /** @param check refuses, by throwing out of `next`, a message that cannot be one */
  constructor(check: (message: Uint8Array) => void = accept) {
    this.#check = check;
  }

  /** Nothing is ever cut: whether a message waits to be handed out. */
  get isPartial(): boolean {
    return this.#at < this.#messages.length;
  }

  push(bytes: Uint8Array): void {
    this.#messages.push(bytes);
  }

  next(): Uint8Array | undefined {
    const message = this.#messages[this.#at];
    if (message === undefined) return undefined;
    this.#check(message);
    if (++this.#at === this.#messages.length) this.#clear();
    return message;
  }

  #clear(): void {
    this.#messages = [];
    this.#at = 0;
  }
}

function accept(): void {}
