import { messageTooLong, tooDeep, tooManyElements } from "./beyond-limit.ts";
import type { Limits } from "./limits.ts";
import { ProtocolError, type ProtocolErrorCode } from "./protocol-error.ts";

/** What comes after a value where it is no other value of a container. */
export const AfterValue = { endOfMessage: -2, field: -1 } as const;

/**
 * What a scanner keeps besides the bytes it is in the middle of: how far the message goes for certain, how many
 * elements it has claimed, and what is open. A message of any size takes two numbers for each level of depth.
 */
export class BoundedScanner {
  protected readonly limits: Limits;
  /** Bytes to step over before those that are looked at next; they may not have arrived. */
  protected skip = 0;
  /** Where that ends which is looked at next, counted from the beginning of the message. */
  protected offset: number;
  readonly #firstOffset: number;
  #elements = 0;
  /** For each level that is open, how many values are still to come, or -1 in a struct, */
  readonly #left: number[] = [];
  /** and, in a container, of which types: `key << 8 | value`. */
  readonly #types: number[] = [];

  /** @param firstBytes how many bytes are looked at first in every message */
  constructor(limits: Limits, firstBytes: number) {
    this.limits = limits;
    this.offset = firstBytes;
    this.#firstOffset = firstBytes;
  }

  /** Bytes that must be there, wherever they are. */
  protected claim(bytes: number): void {
    this.#checkRoom(bytes);
    this.offset += bytes;
  }

  protected pass(bytes: number): void {
    this.claim(bytes);
    this.skip += bytes;
  }

  #checkRoom(bytes: number): void {
    const most = this.limits.maxMessageBytes;
    if (bytes > most - this.offset) messageTooLong(most, this.offset + bytes, this.offset);
  }

  /** Elements of which each takes so many bytes or more. */
  protected count(size: number, elementBytes: number): void {
    this.#checkRoom(size * elementBytes);
    this.#elements += size;
    const most = this.limits.maxContainerElements;
    if (this.#elements > most) tooManyElements(most, this.offset);
  }

  protected enterStruct(): void {
    this.#enter(-1, 0);
  }

  /** Of a map, two values for each entry, the keys first. */
  protected enterContainer(values: number, keyType: number, valueType: number): void {
    this.#enter(values, (keyType << 8) | valueType);
  }

  #enter(left: number, types: number): void {
    const most = this.limits.maxDepth;
    if (this.#left.length >= most) tooDeep(most, this.offset);
    this.#left.push(left);
    this.#types.push(types);
  }

  protected leave(): void {
    this.#left.pop();
    this.#types.pop();
  }

  /** Once a value has ended: the type of the next value of the innermost container, or what comes instead. */
  protected nextType(): number {
    for (;;) {
      const top = this.#left.length - 1;
      if (top < 0) return AfterValue.endOfMessage;
      const left = this.#left[top] as number;
      if (left < 0) return AfterValue.field;
      if (left === 0) this.leave();
      else {
        const types = this.#types[top] as number;
        this.#left[top] = left - 1;
        // A map's count is even before a key.
        return (left & 1) === 0 ? types >>> 8 : types & 0xff;
      }
    }
  }

  /** The message is complete; what follows is another. */
  protected endMessage(): void {
    this.offset = this.#firstOffset;
    this.#elements = 0;
  }

  protected fail(message: string, code: ProtocolErrorCode = "invalid_data"): never {
    throw new ProtocolError(code, message, { offset: this.offset });
  }
}
