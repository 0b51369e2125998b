/** A signal that knows how many listeners it has. */
export class CountedSignal {
  readonly #controller = new AbortController();
  readonly #listeners: Set<unknown> = new Set();
  readonly signal: AbortSignal = this.#controller.signal;

  constructor() {
    const { signal } = this;
    const add = signal.addEventListener.bind(signal);
    const remove = signal.removeEventListener.bind(signal);
    signal.addEventListener = (type: string, listener: EventListener, options?: AddEventListenerOptions) => {
      this.#listeners.add(listener);
      add(type, listener, options);
    };
    signal.removeEventListener = (type: string, listener: EventListener) => {
      this.#listeners.delete(listener);
      remove(type, listener);
    };
  }

  get listeners(): number {
    return this.#listeners.size;
  }

  abort(reason: unknown): void {
    this.#controller.abort(reason);
  }
}
