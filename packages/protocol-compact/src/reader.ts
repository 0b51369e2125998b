import {
  type Limits,
  type MessageHead,
  type ProtocolReader,
  readUuid,
  type ViewCache,
  WireType,
  wireTypeName,
} from "@seapink/core";
import { checkNameSize, checkProtocolId, checkVersionAndType } from "./message-header.ts";
import { fixedBytes, minimumBytes } from "./sizes.ts";
import { VarintReader } from "./varint-reader.ts";
import type { Variant } from "./variant.ts";

/**
 * Reads the compact protocol (Apache Thrift, doc/specs/thrift-compact-protocol.md). What is called for each field is
 * kept short, failures apart, as in the binary protocol's reader.
 */
export class CompactReader extends VarintReader implements ProtocolReader {
  // Only declared, and private by TypeScript alone: see ByteReader.
  declare private readonly variant: Variant;
  declare private readonly wireTypes: Uint8Array;
  declare private readonly headers: Int32Array;
  /** The id of the last field, which the next one's header counts from, */
  declare private lastId: number;
  /** and those of the structs around. */
  declare private readonly lastIds: number[];
  /** The first byte of the last field, which has its value if it is a bool, and the position after the header. */
  declare private head: number;
  declare private headEnd: number;

  constructor(bytes: Uint8Array, views: ViewCache, limits: Limits, variant: Variant) {
    super(bytes, views, limits);
    this.variant = variant;
    this.wireTypes = variant.wireTypes;
    this.headers = variant.headers;
    this.lastId = 0;
    this.lastIds = [];
    this.head = 0;
    this.headEnd = -1;
  }

  get protocol(): string {
    return this.variant.name;
  }

  // § message: 0x82, version and type, the sequence id as an unsigned varint, the name.
  messageBegin(): MessageHead {
    checkProtocolId(this.u8(), this.offset);
    const type = checkVersionAndType(this.u8(), this.variant, this.offset);
    const seqid = this.varint();
    return { name: this.text(checkNameSize(this.length(), this.limits, this.offset)), type, seqid };
  }

  structBegin(): void {
    this.enter();
    this.lastIds.push(this.lastId);
    this.lastId = 0;
  }

  structEnd(): void {
    this.lastId = this.lastIds.pop() as number;
    this.leave();
  }

  // § field: the upper four bits are the distance from the last id, or none if the id follows. Past 2^15 ids wrap, as
  // they do in the peers.
  fieldBegin(): number {
    const at = this.position;
    if (at >= this.end) this.u8();
    const head = this.bytes[at] as number;
    const type = this.headers[head] as number;
    this.position = at + 1;
    if (type === 0) return head === 0 ? 0 : this.longHeader(head);
    this.head = head;
    this.headEnd = at + 1;
    const id = this.lastId + (head >> 4);
    this.lastId = id;
    return type | (id & 0xffff);
  }

  private longHeader(head: number): number {
    const type = head > 0x0f ? 0 : (this.wireTypes[head] as number);
    if (type === 0) this.fail(`expected a field type from 1 to 13, got ${head & 0x0f}`);
    const id = this.i16();
    this.lastId = id;
    this.head = head;
    this.headEnd = this.position;
    return (type << 16) | (id & 0xffff);
  }

  listBegin(element: WireType): number {
    this.enter();
    const head = this.u8();
    const type = this.wireTypes[head & 0x0f] as number;
    const size = this.checkSize(this.listSize(head), minimumBytes[type] as number, head & 0x0f, type, type);
    if (type !== element) this.otherType(element, type, size);
    return size;
  }

  private listSize(head: number): number {
    return head < 0xf0 ? head >> 4 : this.length();
  }

  // § map: an empty one has no types.
  mapBegin(key: WireType, value: WireType): number {
    this.enter();
    const claimed = this.length();
    const types = claimed === 0 ? 0 : this.u8();
    const keyType = this.wireTypes[types >> 4] as number;
    const valueType = this.wireTypes[types & 0x0f] as number;
    const size = this.mapSize(claimed, types);
    if (keyType !== key) this.otherKey(key, keyType, size);
    if (valueType !== value) this.otherType(value, valueType, size);
    return size;
  }

  private mapSize(size: number, types: number): number {
    const key = this.wireTypes[types >> 4] as number;
    const value = this.wireTypes[types & 0x0f] as number;
    const keyBytes = minimumBytes[key] as number;
    const valueBytes = minimumBytes[value] as number;
    if (keyBytes === 0) return this.checkSize(size, 0, types >> 4, key, value);
    return this.checkSize(size, valueBytes === 0 ? 0 : keyBytes + valueBytes, types & 0x0f, key, value);
  }

  /** A container's size, which the bytes that remain and the limit must allow. Empty ones may be of any type. */
  private checkSize(size: number, elementBytes: number, compactType: number, key: number, type: number): number {
    if (size === 0) return 0;
    if (elementBytes === 0) this.fail(`expected an element type from 1 to 13, got ${compactType}`);
    this.count(size, elementBytes, key, type);
    return size;
  }

  // § bool: a field's value is in its header, an element's in a byte: 1 is true; others write 2 or 0 for false.
  bool(): boolean {
    return (this.position === this.headEnd ? this.head & 0x0f : this.u8()) === 1;
  }

  i8(): number {
    return (this.u8() << 24) >> 24;
  }

  i16(): number {
    const value = this.i32();
    if ((value << 16) >> 16 !== value) this.fail(`expected an i16, got ${value}`);
    return value;
  }

  i32(): number {
    const value = this.varint();
    return (value >>> 1) ^ -(value & 1);
  }

  // What is beyond 2^53 does not become less by rounding.
  i64(): bigint {
    const low = this.long();
    const value = this.zigzagNumber(low);
    return Number.isSafeInteger(value) ? BigInt(value) : this.zigzagBigint(low);
  }

  i64Number(): number {
    const low = this.long();
    const value = this.zigzagNumber(low);
    return Number.isSafeInteger(value) ? value : this.unsafe(low);
  }

  private unsafe(low: number): never {
    this.fail(`expected an i64 that a number can hold, got ${this.zigzagBigint(low)}`);
  }

  double(): number {
    return this.view.getFloat64(this.take(8), this.variant.littleEndian);
  }

  float(): number {
    if (this.variant.compactTypes[WireType.float] === 0) this.lacks("float");
    return this.view.getFloat32(this.take(4));
  }

  string(): string {
    return this.text(this.varint() >>> 0);
  }

  binary(): Uint8Array<ArrayBuffer> {
    return this.copy(this.length());
  }

  private length(): number {
    return this.varint() >>> 0;
  }

  uuid(): string {
    if (this.variant.compactTypes[WireType.uuid] === 0) this.lacks("uuid");
    return readUuid(this.bytes, this.take(16));
  }

  private lacks(type: string): never {
    this.fail(`expected a type that ${this.variant.name} has, got ${type}`, "not_implemented");
  }

  // § skip. Counts toward the same depth as reading.
  skip(type: number): void {
    const bytes = fixedBytes[type] as number;
    if (type === WireType.bool && this.position === this.headEnd) return;
    if (bytes > 0) this.take(bytes);
    else if (type === WireType.i32 || type === WireType.i16) this.skipVarint(32);
    else if (type === WireType.i64) this.skipVarint(64);
    else if (type === WireType.string) this.takeMany(this.length());
    else if (type === WireType.struct) this.skipStruct();
    else if (type === WireType.list || type === WireType.set) this.skipList();
    else if (type === WireType.map) this.skipMap();
    else this.fail(`expected a field type, got ${wireTypeName(type)}`);
  }

  private skipStruct(): void {
    this.structBegin();
    for (let field = this.fieldBegin(); field !== 0; field = this.fieldBegin()) this.skip(field >>> 16);
    this.structEnd();
  }

  private skipList(): void {
    this.enter();
    const head = this.u8();
    const type = this.wireTypes[head & 0x0f] as number;
    const size = this.checkSize(this.listSize(head), minimumBytes[type] as number, head & 0x0f, type, type);
    const bytes = fixedBytes[type] as number;
    if (bytes > 0) this.takeMany(size * bytes);
    else for (let i = 0; i < size; i++) this.skip(type);
    this.leave();
  }

  private skipMap(): void {
    this.enter();
    const claimed = this.length();
    const types = claimed === 0 ? 0 : this.u8();
    const size = this.mapSize(claimed, types);
    for (let i = 0; i < size; i++) {
      this.skip(this.wireTypes[types >> 4] as number);
      this.skip(this.wireTypes[types & 0x0f] as number);
    }
    this.leave();
  }
}
