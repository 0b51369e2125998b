/** A signal that is made when somebody asks for it: one costs more than all the rest of a call, and few handlers look. */
export class LazySignal {
  #controller: AbortController | undefined;
  reason: unknown;

  get signal(): AbortSignal {
    if (this.#controller === undefined) {
      this.#controller = new AbortController();
      if (this.reason !== undefined) this.#controller.abort(this.reason);
    }
    return this.#controller.signal;
  }

  abort(reason: unknown): void {
    this.reason ??= reason;
    this.#controller?.abort(reason);
  }
}
