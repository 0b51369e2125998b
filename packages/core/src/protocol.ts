import type { ByteWriter } from "./byte-writer.ts";
import type { Detection } from "./dialect.ts";
import type { Limits } from "./limits.ts";
import type { MessageHead, MessageType } from "./message.ts";
import type { WireType } from "./wire-type.ts";

/** How structs become bytes. Synchronous, in memory, without knowledge of the IDL. */
export interface Protocol {
  /**
   * `binary`, `compact`, `compact-fbthrift`, `json`, `json-raw-keys`: equal names mean equal bytes. Compiled codecs are
   * kept by it, and a body passes unread between equal names: what a lenient reader takes reaches the next as it is.
   */
  readonly name: string;
  /**
   * Whether a struct can be written in another protocol by what its bytes say alone (`copyStruct`). JSON cannot: it does
   * not tell text from binary, which it writes in another alphabet.
   */
  readonly isSelfDescribing: boolean;
  writer(out: ByteWriter, limits: Limits): ProtocolWriter;
  reader(bytes: Uint8Array, limits: Limits): ProtocolReader;
  /** Finds the ends of messages in a stream of bytes that has no frames. */
  scanner(limits: Limits): Scanner;
  /** Whether these bytes begin a message of this protocol. */
  detect(first: Uint8Array): Detection;
}

/** Resumable and linear: each byte is looked at once, however the stream was cut. */
export interface Scanner {
  /**
   * Takes the next chunk. Returns how many of its bytes belong to the current message once that is complete (the rest
   * is not looked at, and the scanner is ready for the next message), otherwise `undefined`. Throws `ProtocolError`.
   */
  push(bytes: Uint8Array): number | undefined;
}

/**
 * One method for each thing that Thrift can write. Every value is checked against its type's range, and every size; what
 * does not fit throws a `ProtocolError` and leaves the output wherever it was, for the caller to cut back. Types and ids
 * are the caller's, from descriptors that were checked once: looking again would cost a sixth of a small struct.
 *
 * Codecs that `seapink generate --aot` has written call it, and stay as they are when this changes: methods may be added,
 * while those that are here keep their names, parameters and meaning as long as there is `@seapink/schema/gen1`.
 */
export interface ProtocolWriter {
  readonly protocol: string;
  messageBegin(name: string, type: MessageType, seqid: number): void;
  messageEnd(): void;
  structBegin(): void;
  /** Writes the stop field. */
  structEnd(): void;
  fieldBegin(type: WireType, id: number): void;
  fieldEnd(): void;
  /** A whole field: compact puts the value into the header. */
  boolField(id: number, value: boolean): void;
  listBegin(element: WireType, size: number): void;
  listEnd(): void;
  setBegin(element: WireType, size: number): void;
  setEnd(): void;
  mapBegin(key: WireType, value: WireType, size: number): void;
  mapEnd(): void;
  bool(value: boolean): void;
  i8(value: number): void;
  i16(value: number): void;
  i32(value: number): void;
  /** A bigint, or a number that is a safe integer. */
  i64(value: bigint | number): void;
  double(value: number): void;
  float(value: number): void;
  string(value: string): void;
  binary(value: Uint8Array): void;
  /** In canonical form: 36 characters, lower or upper case. */
  uuid(value: string): void;
  /** A struct that is already encoded in this protocol. */
  raw(bytes: Uint8Array): void;
}

/**
 * The mirror of the writer. Sizes are checked against the bytes that remain before anything is allocated; depth and
 * the number of elements against the limits. Whatever is wrong with the bytes throws a `ProtocolError` with an offset.
 * Generated codecs count on it as on the writer, and on the number that `fieldBegin` returns.
 */
export interface ProtocolReader {
  readonly protocol: string;
  /**
   * Where the next byte is read, counted from the beginning of the bytes given. Between `fieldBegin` and `structEnd`
   * at the end of a struct it may be ahead.
   */
  readonly offset: number;
  /**
   * Whether a binary value that makes up more than half of the buffer below may be a view of it instead of a copy.
   * Default `false`; whoever sets it knows that nobody else writes there.
   */
  sharesBytes: boolean;
  messageBegin(): MessageHead;
  /**
   * After `messageBegin`, the bytes of the message's struct, as a view: without what the protocol puts behind it, and
   * without a look at whether it is a struct.
   */
  messageBody(): Uint8Array;
  messageEnd(): void;
  structBegin(): void;
  structEnd(): void;
  /** 0 at the stop field, otherwise `(type << 16) | (id & 0xffff)`: one number, since an object would cost more. */
  fieldBegin(): number;
  fieldEnd(): void;
  /**
   * Returns the size. An element type other than the expected one is an error unless the list is empty. `stop` expects
   * nothing: `elementType` then tells what came.
   */
  listBegin(element: WireType): number;
  listEnd(): void;
  setBegin(element: WireType): number;
  setEnd(): void;
  /** The same for both types: `stop` for both expects nothing. */
  mapBegin(key: WireType, value: WireType): number;
  mapEnd(): void;
  /**
   * What the elements or values are of the container that was begun last without an expectation; for an empty one, any
   * number. `keyType` is of the map that was begun last so.
   */
  readonly elementType: number;
  readonly keyType: number;
  bool(): boolean;
  i8(): number;
  i16(): number;
  i32(): number;
  i64(): bigint;
  /** An i64 as a number; beyond 2^53 it is an error, never a rounded number. */
  i64Number(): number;
  double(): number;
  float(): number;
  string(): string;
  /**
   * A copy: it stays valid when the message's bytes are gone. Its buffer may hold other copies beside it, so that whoever
   * transfers it to another thread copies it again.
   */
  binary(): Uint8Array<ArrayBuffer>;
  uuid(): string;
  /** Steps over a value of this wire type, whatever it holds. */
  skip(type: number): void;
}

/** The type and id in what `fieldBegin` returns. */
export function fieldType(field: number): number {
  return field >>> 16;
}

export function fieldId(field: number): number {
  return (field << 16) >> 16;
}
