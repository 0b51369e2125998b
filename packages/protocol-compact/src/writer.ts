import {
  type ByteWriter,
  checkSize,
  type Limits,
  type MessageType,
  ProtocolError,
  type ProtocolWriter,
  tooDeep,
  WireType,
  wireTypeName,
  writeUuid,
  wrongValue,
} from "@seapink/core";
import { protocolId, typeShift } from "./message-header.ts";
import type { Variant } from "./variant.ts";
import { storeVarint, varintSize, writeBigint, writeLong, writeVarint, writeZigzag } from "./write-varint.ts";

/** Writes the compact protocol (Apache Thrift, doc/specs/thrift-compact-protocol.md). */
export class CompactWriter implements ProtocolWriter {
  // Only declared, and private by TypeScript alone: see ByteReader.
  declare readonly out: ByteWriter;
  declare private readonly maxDepth: number;
  declare private depth: number;
  declare private readonly variant: Variant;
  declare private readonly types: Uint8Array;
  /** The id of the last field, which the next one's header counts from, */
  declare private lastId: number;
  /** and those of the structs around. */
  declare private readonly lastIds: number[];

  constructor(out: ByteWriter, limits: Limits, variant: Variant) {
    this.out = out;
    this.maxDepth = limits.maxDepth;
    this.depth = 0;
    this.variant = variant;
    this.types = variant.compactTypes;
    this.lastId = 0;
    this.lastIds = [];
  }

  get protocol(): string {
    return this.variant.name;
  }

  // § message: 0x82, version and type, the sequence id as an unsigned varint, the name.
  messageBegin(name: string, type: MessageType, seqid: number): void {
    this.depth = 0;
    this.lastId = 0;
    this.lastIds.length = 0;
    if (typeof seqid !== "number" || (seqid | 0) !== seqid) wrongValue("i32", seqid);
    this.out.u8(protocolId);
    this.out.u8((type << typeShift) | this.variant.version);
    writeVarint(this.out, seqid);
    this.string(name);
  }

  messageEnd(): void {}

  structBegin(): void {
    this.enter();
    this.lastIds.push(this.lastId);
    this.lastId = 0;
  }

  structEnd(): void {
    this.lastId = this.lastIds.pop() as number;
    this.depth--;
    this.out.u8(WireType.stop);
  }

  // § field: the distance from the last id where four bits can hold it, otherwise the id by itself.
  fieldBegin(type: WireType, id: number): void {
    const own = this.types[type] as number;
    const distance = id - this.lastId;
    if (own === 0 || (distance - 1) >>> 0 > 14) return this.longHeader(this.typeOf(type), id);
    this.lastId = id;
    this.out.u8((distance << 4) | own);
  }

  private longHeader(type: number, id: number): void {
    this.lastId = id;
    this.out.u8(type);
    writeZigzag(this.out, id);
  }

  fieldEnd(): void {}

  boolField(id: number, value: boolean): void {
    if (typeof value !== "boolean") wrongValue("bool", value);
    const own = value ? 1 : 2;
    const distance = id - this.lastId;
    if ((distance - 1) >>> 0 > 14) return this.longHeader(own, id);
    this.lastId = id;
    this.out.u8((distance << 4) | own);
  }

  private typeOf(type: WireType): number {
    const own = this.types[type] as number;
    return own === 0 ? this.lacks(type) : own;
  }

  private lacks(type: WireType): never {
    const message = `expected a type that ${this.variant.name} has, got ${wireTypeName(type)}`;
    throw new ProtocolError("not_implemented", message);
  }

  listBegin(element: WireType, size: number): void {
    checkSize(size);
    const type = this.typeOf(element);
    this.enter();
    if (size < 15) this.out.u8((size << 4) | type);
    else {
      this.out.u8(0xf0 | type);
      writeVarint(this.out, size);
    }
  }

  listEnd(): void {
    this.depth--;
  }

  setBegin(element: WireType, size: number): void {
    this.listBegin(element, size);
  }

  setEnd(): void {
    this.depth--;
  }

  // § map: an empty one has no types.
  mapBegin(key: WireType, value: WireType, size: number): void {
    checkSize(size);
    const types = (this.typeOf(key) << 4) | this.typeOf(value);
    this.enter();
    writeVarint(this.out, size);
    if (size !== 0) this.out.u8(types);
  }

  mapEnd(): void {
    this.depth--;
  }

  bool(value: boolean): void {
    if (typeof value !== "boolean") wrongValue("bool", value);
    this.out.u8(value ? 1 : 2);
  }

  i8(value: number): void {
    if (typeof value !== "number" || (value << 24) >> 24 !== value) wrongValue("i8", value);
    this.out.u8(value);
  }

  i16(value: number): void {
    if (typeof value !== "number" || (value << 16) >> 16 !== value) wrongValue("i16", value);
    writeZigzag(this.out, value);
  }

  i32(value: number): void {
    if (typeof value !== "number" || (value | 0) !== value) wrongValue("i32", value);
    writeZigzag(this.out, value);
  }

  i64(value: bigint | number): void {
    if (typeof value === "bigint") return writeBigint(this.out, value);
    if (!Number.isSafeInteger(value)) wrongValue("i64", value);
    writeLong(this.out, value);
  }

  double(value: number): void {
    if (typeof value !== "number") wrongValue("double", value);
    const out = this.out;
    out.reserve(8);
    out.view.setFloat64(out.position, value, this.variant.littleEndian);
    out.position += 8;
  }

  float(value: number): void {
    this.typeOf(WireType.float);
    if (typeof value !== "number") wrongValue("float", value);
    const out = this.out;
    out.reserve(4);
    out.view.setFloat32(out.position, value);
    out.position += 4;
  }

  // The length comes first, and takes as many bytes as that of as much ASCII would, until it is known not to.
  string(value: string): void {
    if (typeof value !== "string") wrongValue("string", value);
    const out = this.out;
    const gap = varintSize(value.length);
    const size = out.utf8(value, gap);
    if (varintSize(size) !== gap) this.moveText(gap, size);
    out.position = storeVarint(out.bytes, out.position, size) + size;
  }

  /** Text of other characters may be up to three times as long, which the length takes one more byte for. */
  private moveText(gap: number, size: number): void {
    const out = this.out;
    out.position += gap + size;
    out.reserve(1);
    const end = out.position;
    out.bytes.copyWithin(end - size + 1, end - size, end);
    out.position = end - size - gap;
  }

  binary(value: Uint8Array): void {
    if (!(value instanceof Uint8Array)) wrongValue("binary", value);
    writeVarint(this.out, value.length);
    this.out.raw(value);
  }

  uuid(value: string): void {
    this.typeOf(WireType.uuid);
    if (typeof value !== "string") wrongValue("uuid", value);
    this.out.reserve(16);
    if (!writeUuid(value, this.out.bytes, this.out.position)) wrongValue("uuid", value);
    this.out.position += 16;
  }

  raw(bytes: Uint8Array): void {
    this.out.raw(bytes);
  }

  private enter(): void {
    if (++this.depth > this.maxDepth) tooDeep(this.maxDepth);
  }
}
