import {
  BoundedReader,
  type Limits,
  type MessageHead,
  type ProtocolReader,
  readUuid,
  type ViewCache,
  WireType,
  wireTypeName,
} from "@seapink/core";
import { checkFirstWord, checkMessageType, checkNameSize } from "./message-header.ts";
import { fixedBytes, minimumBytes } from "./sizes.ts";

/**
 * Reads the binary protocol (Apache Thrift, doc/specs/thrift-binary-protocol.md). What is called for each field is kept
 * short, failures apart, since V8 copies no more than about 900 bytes of bytecode into the function that reads a struct.
 */
export class BinaryReader extends BoundedReader implements ProtocolReader {
  // Only declared, and private by TypeScript alone: see ByteReader.
  declare private readonly acceptOld: boolean;

  constructor(bytes: Uint8Array, views: ViewCache, limits: Limits, acceptOld: boolean) {
    super(bytes, views, limits, 1);
    this.acceptOld = acceptOld;
  }

  get protocol(): string {
    return "binary";
  }

  messageBegin(): MessageHead {
    const first = this.i32();
    checkFirstWord(first, this.acceptOld, this.offset);
    const name = this.text(checkNameSize(first >= 0 ? first : this.i32(), this.limits, this.offset));
    const type = checkMessageType(first >= 0 ? this.u8() : first & 0xff, this.offset);
    return { name, type, seqid: this.i32() };
  }

  structBegin(): void {
    this.enter();
  }

  structEnd(): void {
    this.position -= 2;
    this.leave();
  }

  // § field: type, id. Read as one word, which nearly always is there. A stop is stepped over like a header, until
  // structEnd: a position that does not depend on what was read lets the processor read ahead.
  fieldBegin(): number {
    const at = this.position;
    const word = at > this.end - 4 ? this.lastHeader() : this.view.getInt32(at);
    this.position = at + 3;
    return word >>> 24 === 0 ? 0 : word >>> 8;
  }

  private lastHeader(): number {
    const type = this.u8();
    return type === WireType.stop ? 0 : (type << 24) | ((this.i16() & 0xffff) << 8);
  }

  listBegin(element: WireType): number {
    this.enter();
    const type = this.u8();
    const size = this.size(minimumBytes[type] as number, type, type);
    if (type !== element) this.otherType(element, type, size);
    return size;
  }

  mapBegin(key: WireType, value: WireType): number {
    this.enter();
    const keyType = this.u8();
    const valueType = this.u8();
    const size = this.mapSize(keyType, valueType);
    if (keyType !== key) this.otherKey(key, keyType, size);
    if (valueType !== value) this.otherType(value, valueType, size);
    return size;
  }

  private mapSize(key: number, value: number): number {
    const keyBytes = minimumBytes[key] as number;
    const valueBytes = minimumBytes[value] as number;
    return this.size(keyBytes === 0 || valueBytes === 0 ? 0 : keyBytes + valueBytes, key, value);
  }

  /** A container's size, which the bytes that remain and the limit must allow. Empty ones may be of any type. */
  private size(elementBytes: number, key: number, type: number): number {
    const size = this.i32();
    if (size < 0) this.fail(`expected the size of a container, got ${size}`, "negative_size");
    if (size === 0) return 0;
    if (elementBytes === 0) this.noType(minimumBytes[key] === 0 ? key : type);
    this.count(size, elementBytes, key, type);
    return size;
  }

  private noType(type: number): never {
    this.fail(`expected an element type, got ${wireTypeName(type)}`);
  }

  bool(): boolean {
    return this.u8() !== 0;
  }

  i8(): number {
    return (this.u8() << 24) >> 24;
  }

  i16(): number {
    return this.view.getInt16(this.take(2));
  }

  i32(): number {
    return this.view.getInt32(this.take(4));
  }

  i64(): bigint {
    return this.view.getBigInt64(this.take(8));
  }

  i64Number(): number {
    const at = this.take(8);
    const value = this.view.getInt32(at) * 0x1_0000_0000 + this.view.getUint32(at + 4);
    return Number.isSafeInteger(value) ? value : this.unsafe(at);
  }

  private unsafe(at: number): never {
    this.fail(`expected an i64 that a number can hold, got ${this.view.getBigInt64(at)}`);
  }

  double(): number {
    return this.view.getFloat64(this.take(8));
  }

  float(): number {
    return this.view.getFloat32(this.take(4));
  }

  string(): string {
    return this.text(this.length());
  }

  binary(): Uint8Array<ArrayBuffer> {
    return this.copy(this.length());
  }

  private length(): number {
    const length = this.i32();
    if (length < 0) this.fail(`expected the length of a string, got ${length}`, "negative_size");
    return length;
  }

  uuid(): string {
    return readUuid(this.bytes, this.take(16));
  }

  // § skip. Counts toward the same depth as reading.
  skip(type: number): void {
    const bytes = fixedBytes[type] as number;
    if (bytes > 0) this.take(bytes);
    else if (type === WireType.string) this.takeMany(this.length());
    else if (type === WireType.struct) this.skipStruct();
    else if (type === WireType.list || type === WireType.set) this.skipList();
    else if (type === WireType.map) this.skipMap();
    else this.fail(`expected a field type, got ${wireTypeName(type)}`);
  }

  private skipStruct(): void {
    this.enter();
    for (let field = this.fieldBegin(); field !== 0; field = this.fieldBegin()) this.skip(field >>> 16);
    this.structEnd();
  }

  private skipList(): void {
    this.enter();
    const type = this.u8();
    const size = this.size(minimumBytes[type] as number, type, type);
    const bytes = fixedBytes[type] as number;
    if (bytes > 0) this.takeMany(size * bytes);
    else for (let i = 0; i < size; i++) this.skip(type);
    this.leave();
  }

  private skipMap(): void {
    this.enter();
    const key = this.u8();
    const value = this.u8();
    const size = this.mapSize(key, value);
    for (let i = 0; i < size; i++) {
      this.skip(key);
      this.skip(value);
    }
    this.leave();
  }
}
