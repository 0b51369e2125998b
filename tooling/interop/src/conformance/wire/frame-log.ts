/** Who sent a frame. */
export type Sender = "client" | "server";

/** Types of frames (RSocket protocol, § Frame Types). */
export const Type = {
  setup: 0x01,
  requestResponse: 0x04,
  requestFnf: 0x05,
  requestStream: 0x06,
  requestChannel: 0x07,
  requestN: 0x08,
  cancel: 0x09,
  payload: 0x0a,
  error: 0x0b,
  metadataPush: 0x0c,
} as const;

export const Flag = { metadata: 0x100, follows: 0x80, complete: 0x40, next: 0x20 } as const;

/** What passed, as far as anybody asks. */
export interface LoggedFrame {
  readonly from: Sender;
  readonly streamId: number;
  readonly type: number;
  readonly flags: number;
  /** Bytes behind the length word. */
  readonly length: number;
  /** Initial n, n, or the code of an error; 0 where the type has none. */
  readonly word: number;
  /** The first bytes behind the word. */
  readonly start: Uint8Array;
}

/** Enough for whatever is looked at. */
const startBytes = 256;
const lengthBytes = 3;
const headBytes = 6;
const withWord: ReadonlySet<number> = new Set([Type.requestStream, Type.requestChannel, Type.requestN, Type.error]);

/** The frames of one connection, both ways, in the order in which they passed. Nothing of ours reads them but this. */
export class FrameLog {
  readonly frames: LoggedFrame[] = [];
  readonly #cutters: Readonly<Record<Sender, FrameCutter>> = {
    client: new FrameCutter((length, start) => this.#add("client", length, start)),
    server: new FrameCutter((length, start) => this.#add("server", length, start)),
  };

  /** Takes in the next bytes that somebody sent, however they are cut. */
  push(from: Sender, bytes: Uint8Array): void {
    this.#cutters[from].push(bytes);
  }

  #add(from: Sender, length: number, bytes: Uint8Array): void {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const streamId = view.getUint32(0);
    const typeAndFlags = view.getUint16(4);
    const type = typeAndFlags >> 10;
    const hasWord = withWord.has(type);
    const word = hasWord ? view.getUint32(headBytes) : 0;
    const start = bytes.subarray(headBytes + (hasWord ? 4 : 0));
    this.frames.push({ from, streamId, type, flags: typeAndFlags & 0x3ff, length, word, start });
  }
}

/** Cuts frames behind their lengths, and keeps how each begins. */
class FrameCutter {
  readonly #onFrame: (length: number, start: Uint8Array) => void;
  #start = new Uint8Array(startBytes);
  /** Bytes of the length word and the frame that are there. */
  #seen = 0;
  #length = 0;

  constructor(onFrame: (length: number, start: Uint8Array) => void) {
    this.#onFrame = onFrame;
  }

  push(bytes: Uint8Array): void {
    let at = 0;
    while (at < bytes.length) {
      if (this.#seen < lengthBytes) {
        this.#length = this.#length * 256 + (bytes[at++] ?? 0);
        this.#seen++;
      } else at += this.#take(bytes.subarray(at));
      if (this.#seen >= lengthBytes && this.#seen === lengthBytes + this.#length) this.#end();
    }
  }

  #take(bytes: Uint8Array): number {
    const have = this.#seen - lengthBytes;
    const taken = Math.min(bytes.length, this.#length - have);
    const kept = Math.max(0, Math.min(taken, startBytes - have));
    this.#start.set(bytes.subarray(0, kept), Math.min(have, startBytes));
    this.#seen += taken;
    return taken;
  }

  #end(): void {
    this.#onFrame(this.#length, this.#start.subarray(0, Math.min(this.#length, startBytes)));
    this.#start = new Uint8Array(startBytes);
    this.#seen = 0;
    this.#length = 0;
  }
}
