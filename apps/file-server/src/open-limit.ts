import { ApplicationError } from "@seapink/core";

/** How many files the server has open, for all clients together, and how many it may have. */
export class OpenLimit {
  readonly #most: number;
  #count = 0;

  constructor(most: number) {
    this.#most = most;
  }

  get count(): number {
    return this.#count;
  }

  /**
   * Opens something that stays open until its place is given back, which may be done twice.
   * @throws ApplicationError `overloaded` if there is no place
   */
  async open<T>(act: () => Promise<T>): Promise<{ readonly opened: T; readonly release: () => void }> {
    const release = this.#take();
    try {
      return { opened: await act(), release };
    } catch (error) {
      release();
      throw error;
    }
  }

  /**
   * Does something that has a file open until it is done.
   * @throws ApplicationError `overloaded` if there is no place
   */
  async during<T>(act: () => Promise<T>): Promise<T> {
    const release = this.#take();
    try {
      return await act();
    } finally {
      release();
    }
  }

  #take(): () => void {
    if (this.#count >= this.#most) {
      throw new ApplicationError("overloaded", `expected at most ${this.#most} files to be open at once`);
    }
    this.#count++;
    let isHeld = true;
    return () => {
      if (isHeld) this.#count--;
      isHeld = false;
    };
  }
}
