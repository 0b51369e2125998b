const slotCount = 64;
const longest = 63;
const ascii = 0x80;

interface Entry {
  readonly bytes: Uint8Array;
  readonly text: string;
}

/**
 * Names that came before, by their bytes. Making a string costs more than all the rest of a short request, and one that
 * is made anew each time is hashed anew where its method is looked up.
 */
export class NameCache {
  #entries: (Entry | undefined)[] = [];

  /** The next `size` bytes as text; `undefined` for a name that is too long to be kept, or not ASCII. */
  textOf(bytes: Uint8Array, at: number, size: number): string | undefined {
    if (size === 0 || size > longest) return undefined;
    // The caller has seen that the name is there whole.
    const last = bytes[at + size - 1] as number;
    const middle = bytes[at + (size >> 1)] as number;
    const slot = (last * 31 + middle * 7 + size) & (slotCount - 1);
    const entry = this.#entries[slot];
    return entry !== undefined && isAt(entry.bytes, bytes, at, size) ? entry.text : this.#learn(slot, bytes, at, size);
  }

  #learn(slot: number, bytes: Uint8Array, at: number, size: number): string | undefined {
    const name = bytes.slice(at, at + size);
    if (name.some((byte) => byte >= ascii)) return undefined;
    const text = String.fromCharCode(...name);
    if (this.#entries.length === 0) this.#entries = Array.from({ length: slotCount });
    this.#entries[slot] = { bytes: name, text };
    return text;
  }
}

function isAt(name: Uint8Array, bytes: Uint8Array, at: number, size: number): boolean {
  if (name.length !== size) return false;
  for (let i = 0; i < size; i++) if (name[i] !== bytes[at + i]) return false;
  return true;
}
