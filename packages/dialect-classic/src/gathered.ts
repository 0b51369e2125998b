/** Pieces of a message that has not come whole yet, joined once, when it has. */
export class Gathered {
  #pieces: Uint8Array[] = [];
  size = 0;

  push(bytes: Uint8Array): void {
    if (bytes.length === 0) return;
    this.#pieces.push(bytes);
    this.size += bytes.length;
  }

  take(): Uint8Array {
    const pieces = this.#pieces;
    const size = this.size;
    this.#pieces = [];
    this.size = 0;
    if (pieces.length === 1) return pieces[0] as Uint8Array;
    const joined = new Uint8Array(size);
    let at = 0;
    for (const piece of pieces) {
      joined.set(piece, at);
      at += piece.length;
    }
    return joined;
  }
}
