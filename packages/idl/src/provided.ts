import { ThriftError } from "@seapink/core";
import { Newest } from "./newest.ts";
import type { Program } from "./program.ts";

/** What all providers have in common: the newest program, and those who want to hear of it. */
export class Provided {
  #program: Program;
  #isClosed = false;
  readonly #subscribers: Set<Newest<Program>> = new Set();

  constructor(program: Program) {
    this.#program = program;
  }

  get program(): Program {
    return this.#program;
  }

  get isClosed(): boolean {
    return this.#isClosed;
  }

  /** @throws ThriftError (`closed`) */
  checkOpen(): void {
    if (this.#isClosed) throw new ThriftError("closed", "expected an open provider, got one that is closed");
  }

  replace(program: Program): void {
    this.#program = program;
    for (const subscriber of this.#subscribers) subscriber.put(program);
  }

  updates(): AsyncIterable<Program, undefined> {
    const newest = new Newest<Program>((ended) => this.#subscribers.delete(ended));
    if (this.#isClosed) newest.end();
    else this.#subscribers.add(newest);
    return newest;
  }

  close(): void {
    this.#isClosed = true;
    for (const subscriber of this.#subscribers) subscriber.end();
  }
}
