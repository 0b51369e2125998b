import { isProtocolError } from "@seapink/core";
import type { Region } from "./tree.ts";

/** Bytes end early, or mean nothing. */
export class BrokenBytes extends Error {
  override readonly name: string = "BrokenBytes";
  /** In the input, where that is known. */
  readonly offset: number | undefined;

  constructor(message: string, offset: number | undefined, options: ErrorOptions = {}) {
    super(message, options);
    this.offset = offset;
  }
}

/** Reads in some bytes, and tells what is wrong with them by its place in the input. */
export function reading<T>(region: Region, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!isProtocolError(error)) throw error;
    const { base } = region;
    const offset = base === undefined || error.offset < 0 ? undefined : base + error.offset;
    throw new BrokenBytes(error.message, offset, { cause: error });
  }
}

/** @throws BrokenBytes for bytes that nothing accounts for */
export function expectEnd({ bytes, base }: Region, offset: number, what: string): void {
  const left = bytes.length - offset;
  if (left > 0) {
    throw new BrokenBytes(
      `expected the end of ${what}, got ${left} more bytes`,
      base === undefined ? base : base + offset,
    );
  }
}
