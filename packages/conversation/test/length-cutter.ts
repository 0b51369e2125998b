import { Gathered, type Cutter } from "@seapink/conversation";

/** Cuts messages that stand behind their length in four bytes. */
export class LengthCutter implements Cutter {
  readonly #begun: Gathered = new Gathered();

  get isPartial(): boolean {
    return this.#begun.size > 0;
  }

  push(bytes: Uint8Array): void {
    this.#begun.push(bytes);
  }

  next(): Uint8Array | undefined {
    const { bytes } = this.#begun;
    if (bytes.length < 4) return undefined;
    const end = 4 + new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
    if (bytes.length < end) return undefined;
    const all = this.#begun.take();
    if (all.length > end) this.#begun.push(all.slice(end));
    return all.subarray(4, end);
  }
}
