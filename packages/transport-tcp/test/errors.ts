import { isThriftError } from "@seapink/core";

/** Remembers what a server reported. */
export class Errors {
  readonly all: unknown[] = [];
  #onError: () => void = () => undefined;

  readonly onError = (error: unknown): void => {
    this.all.push(error);
    this.#onError();
  };

  /** Code and text of each, with the changing ports left out, when there are so many. */
  async texts(count: number): Promise<string[]> {
    while (this.all.length < count) await new Promise<void>((resolve) => (this.#onError = resolve));
    return this.all.map((error) => {
      if (!isThriftError(error)) return String(error);
      return `${error.code}: ${error.message}`.replaceAll(/(tcp|tls):\/\/127\.0\.0\.1:\d+/g, "PEER");
    });
  }
}
