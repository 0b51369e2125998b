import { BrokenBytes } from "./broken-bytes.ts";
import { detect } from "./detect.ts";
import { type Names, noNames } from "./names.ts";
import type { Kind, ProtocolName } from "./kinds.ts";
import { readings } from "./readings.ts";
import type { Part } from "./tree.ts";

export interface DecodeBytesOptions {
  /** What they are; by default what they look like. */
  readonly as?: Kind | undefined;
  /** What messages, or the struct, are in; by default what they look like. */
  readonly protocol?: ProtocolName | undefined;
  readonly names?: Names;
}

/** What bytes are, as far as they could be read. */
export interface Decoded {
  readonly as: Kind;
  readonly bytes: number;
  readonly parts: readonly Part[];
  /** What a person should know of the whole. */
  readonly notes: ReadonlySet<string>;
  readonly error: BrokenBytes | undefined;
}

/** Reads any bytes: it never throws because of them. */
export function decodeBytes(bytes: Uint8Array, options: DecodeBytesOptions = {}): Decoded {
  const { names = noNames, protocol } = options;
  const as = options.as ?? (names.type === undefined ? detect(bytes) : "struct");
  const parts: Part[] = [];
  const notes = new Set<string>();
  const decoded = { as, bytes: bytes.length, parts, notes };
  try {
    readings[as].read({ bytes, base: 0 }, { names, protocol, notes }, parts);
    return { ...decoded, error: undefined };
  } catch (error) {
    if (error instanceof BrokenBytes) return { ...decoded, error };
    throw error;
  }
}
