import { passBytes } from "@seapink/conversation";
import {
  type Body,
  type ByteWriter,
  type Lane,
  type Limits,
  type Protocol,
  ProtocolError,
  type ProtocolWriter,
  TransportError,
} from "@seapink/core";
import type { Codec } from "@seapink/schema";
import { encodeControl } from "../metadata/metadata-protocols.ts";
import { Flag, FrameType } from "./frame-type.ts";
import { type Setup, writeSetup } from "./setup.ts";
import { mostFrameBytes, mostU24, u24Bytes, writeU24 } from "./u24.ts";

/** The beginning of a frame. METADATA and FOLLOWS are set by the output. */
export interface FrameHead {
  readonly streamId: number;
  readonly type: number;
  readonly flags: number;
  /** Initial n, n or an error code; -1 for types that have no such word. */
  readonly word: number;
}

/** A struct as the data part of a frame. */
export interface FrameBody {
  readonly body: Body;
  /** What a body that is bytes is encoded in; `raw` where nothing is to be made of them: they are compressed. */
  readonly from: Protocol | "raw" | undefined;
  /** What it is to be written in. */
  readonly protocol: Protocol;
}

const headBytes = 6;
const wordBytes = 4;
const positionBytes = 8;
const mostFrameHeadBytes = u24Bytes + headBytes + wordBytes + u24Bytes;

/** Room for headers, as C++ leaves it (Frames.cpp: frames of 16 MiB less 512 bytes). */
const roomForHeads = 512;

/** Writes frames into a lane. What fails half-way is taken back, so that the peer never sees a part of it. */
export class FrameOutput {
  readonly #lane: Lane;
  readonly #limits: Limits;
  /** Bytes of the length before each frame: none on a lane that has frames of its own. */
  readonly #prefixBytes: number;
  readonly #maxFragmentBytes: number;
  #metadataProtocol: Protocol;
  #metadataWriter: ProtocolWriter | undefined;
  #protocol: Protocol | undefined;
  #writer: ProtocolWriter | undefined;
  #isWriting = false;

  constructor(lane: Lane, limits: Limits, metadataProtocol: Protocol) {
    this.#lane = lane;
    this.#limits = limits;
    this.#prefixBytes = lane.kind === "bytes" ? u24Bytes : 0;
    this.#maxFragmentBytes = Math.max(1, mostFrameBytes(limits) - roomForHeads);
    this.#metadataProtocol = metadataProtocol;
  }

  /** What metadata is written in from now on, as the client's SETUP says. */
  speakIn(metadataProtocol: Protocol): void {
    this.#metadataProtocol = metadataProtocol;
    this.#metadataWriter = undefined;
  }

  /** How many bytes have been written since the lane began, whether they have left or not. */
  get written(): number {
    return this.#lane.out.taken + this.#lane.out.length;
  }

  /** How many have left. */
  get sent(): number {
    return this.#lane.out.taken;
  }

  /**
   * Writes a message in one frame, or as many as it takes, and commits it. Returns what the lane says of its queue.
   * @throws TransportError `frame_too_large` for more than `maxMessageBytes`
   */
  message<T>(head: FrameHead, codec: Codec<T>, metadata: T, body: FrameBody | undefined): boolean {
    const { out } = this.#lane;
    const length = this.#begin();
    try {
      this.#head(out, head, head.flags | Flag.metadata);
      const metadataAt = out.length + u24Bytes;
      pad(out, u24Bytes);
      codec.write(this.#metadataWriterOf(out), metadata);
      writeU24(out.bytes, out.start + metadataAt - u24Bytes, out.length - metadataAt);
      const dataAt = out.length;
      if (body !== undefined) this.#body(out, body);
      const size = out.length - metadataAt;
      if (size > this.#maxFragmentBytes) return this.#fragments(length, metadataAt, dataAt, head);
      return this.#end(length);
    } catch (error) {
      this.#takeBack(length);
      throw error;
    } finally {
      this.#isWriting = false;
    }
  }

  /**
   * Writes a frame whose parts are bytes, or that has none, and commits it.
   * @throws TransportError `frame_too_large` for what does not fit into one
   */
  frame(head: FrameHead, data?: Uint8Array): boolean {
    const { out } = this.#lane;
    const length = this.#begin();
    try {
      this.#head(out, head, head.flags);
      if (data !== undefined) out.raw(data);
      return this.#end(length);
    } catch (error) {
      this.#takeBack(length);
      throw error;
    } finally {
      this.#isWriting = false;
    }
  }

  /** What a client says first. */
  setup(setup: Setup): boolean {
    const { out } = this.#lane;
    const length = this.#begin();
    try {
      writeSetup(out, setup);
      return this.#end(length);
    } finally {
      this.#isWriting = false;
    }
  }

  /** What concerns the connection as a whole, always in compact (§ 1.5). */
  push<T>(codec: Codec<T>, value: T): boolean {
    return this.frame(
      { streamId: 0, type: FrameType.metadataPush, flags: Flag.metadata, word: -1 },
      encodeControl(codec, value),
    );
  }

  /** KEEPALIVE, or its echo; behind the position, which only resuming needs, any data. */
  keepAlive(isAsking: boolean, data?: Uint8Array): boolean {
    const flags = isAsking ? Flag.respond : 0;
    const position = new Uint8Array(positionBytes + (data?.length ?? 0));
    if (data !== undefined) position.set(data, positionBytes);
    return this.frame({ streamId: 0, type: FrameType.keepAlive, flags, word: -1 }, position);
  }

  error(streamId: number, code: number, message: string): boolean {
    const data = new TextEncoder().encode(message);
    return this.frame({ streamId, type: FrameType.error, flags: 0, word: code }, data);
  }

  /** Opens a frame. Returns where it begins. */
  #begin(): number {
    if (this.#isWriting)
      throw new ProtocolError("invalid_data", "expected a value that makes no calls while it is written");
    const { out } = this.#lane;
    const { length } = out;
    pad(out, this.#prefixBytes);
    this.#isWriting = true;
    return length;
  }

  #head(out: ByteWriter, { streamId, type, word }: FrameHead, flags: number): void {
    out.reserve(headBytes + wordBytes);
    const { view, position } = out;
    view.setUint32(position, streamId);
    view.setUint16(position + 4, (type << 10) | flags);
    if (word >= 0) view.setUint32(position + headBytes, word);
    out.position = position + (word < 0 ? headBytes : headBytes + wordBytes);
  }

  #body(out: ByteWriter, { body, from, protocol }: FrameBody): void {
    if (!(body instanceof Uint8Array)) body.write(this.#writerOf(out, protocol));
    else if (from === "raw") out.raw(body);
    else {
      const passage = { from, to: protocol, isUndelimited: false, limits: this.#limits };
      passBytes(body, this.#writerOf(out, protocol), passage);
    }
  }

  /** Closes the frame that began there. */
  #end(length: number): boolean {
    const { out } = this.#lane;
    const size = out.length - length - this.#prefixBytes;
    this.#checkSize(size);
    // Only messages come in several.
    if (size > mostU24) throw tooLarge("a frame", mostU24, size);
    if (this.#prefixBytes > 0) writeU24(out.bytes, out.start + length, size);
    return this.#lane.commit();
  }

  #checkSize(size: number): void {
    const { maxMessageBytes } = this.#limits;
    if (size > maxMessageBytes) throw tooLarge("a message", maxMessageBytes, size);
  }

  /** Writes again, in several frames, what is too long for one: all metadata before any data. */
  #fragments(length: number, metadataAt: number, dataAt: number, head: FrameHead): boolean {
    const { out } = this.#lane;
    this.#checkSize(out.length - metadataAt);
    const bytes = out.bytes.slice(out.start + metadataAt, out.position);
    const metadataBytes = dataAt - metadataAt;
    const most = this.#maxFragmentBytes;
    out.truncate(length);
    // There is room for all of it before any of it is committed.
    out.reserve(bytes.length + Math.ceil(bytes.length / most) * mostFrameHeadBytes);
    let isFree = true;
    for (let at = 0; at < bytes.length; at += most) {
      const end = Math.min(bytes.length, at + most);
      const isLast = end === bytes.length;
      this.#fragment(fragmentHead(head, at === 0, isLast), bytes.subarray(at, end), Math.max(0, metadataBytes - at));
      isFree = this.#lane.commit() && isFree;
    }
    return isFree;
  }

  #fragment(head: FrameHead, bytes: Uint8Array, metadataLeft: number): void {
    const { out } = this.#lane;
    const { length } = out;
    const metadataBytes = Math.min(bytes.length, metadataLeft);
    pad(out, this.#prefixBytes);
    this.#head(out, head, metadataBytes > 0 ? head.flags | Flag.metadata : head.flags);
    if (metadataBytes > 0) {
      pad(out, u24Bytes);
      writeU24(out.bytes, out.position - u24Bytes, metadataBytes);
    }
    out.raw(bytes);
    if (this.#prefixBytes > 0) writeU24(out.bytes, out.start + length, out.length - length - u24Bytes);
  }

  #takeBack(length: number): void {
    this.#lane.out.truncate(length);
    // What they remember of a struct that they are in is wrong now.
    this.#metadataWriter = undefined;
    this.#writer = undefined;
  }

  #metadataWriterOf(out: ByteWriter): ProtocolWriter {
    return (this.#metadataWriter ??= this.#metadataProtocol.writer(out, this.#limits));
  }

  #writerOf(out: ByteWriter, protocol: Protocol): ProtocolWriter {
    if (this.#writer === undefined || this.#protocol !== protocol) {
      this.#writer = protocol.writer(out, this.#limits);
      this.#protocol = protocol;
    }
    return this.#writer;
  }
}

function tooLarge(what: string, most: number, size: number): TransportError {
  const message = `expected ${what} of at most ${most} bytes, got ${size}`;
  return new TransportError("frame_too_large", message, { mayHaveRun: false });
}

/** Room for what is written when it is known. */
function pad(out: ByteWriter, size: number): void {
  out.reserve(size);
  out.position += size;
}

// C++ sets NEXT on every continuation, and COMPLETE on the last alone (Serializer.cpp).
function fragmentHead(head: FrameHead, isFirst: boolean, isLast: boolean): FrameHead {
  const own = head.flags & Flag.complete;
  if (isFirst) return { ...head, flags: (head.flags & ~Flag.complete) | Flag.follows };
  const flags = Flag.next | (isLast ? own : Flag.follows);
  return { streamId: head.streamId, type: FrameType.payload, flags, word: -1 };
}
