import {
  type ByteWriter,
  checkSize,
  type Limits,
  type MessageType,
  type ProtocolWriter,
  tooDeep,
  WireType,
  writeUuid,
  wrongValue,
} from "@seapink/core";
import { strictVersion } from "./message-header.ts";

/** Writes the binary protocol (Apache Thrift, doc/specs/thrift-binary-protocol.md). */
export class BinaryWriter implements ProtocolWriter {
  // Only declared, and private by TypeScript alone: see ByteReader.
  declare readonly out: ByteWriter;
  declare private readonly maxDepth: number;
  declare private depth: number;
  declare private readonly oldHeader: boolean;

  constructor(out: ByteWriter, limits: Limits, oldHeader: boolean) {
    this.out = out;
    this.maxDepth = limits.maxDepth;
    this.depth = 0;
    this.oldHeader = oldHeader;
  }

  get protocol(): string {
    return "binary";
  }

  // § message: the strict form carries a version, so that a reader can tell it from other bytes.
  messageBegin(name: string, type: MessageType, seqid: number): void {
    this.depth = 0;
    if (this.oldHeader) {
      this.string(name);
      this.i8(type);
    } else {
      this.out.i32(strictVersion | type);
      this.string(name);
    }
    this.i32(seqid);
  }

  messageEnd(): void {}

  structBegin(): void {
    this.enter();
  }

  structEnd(): void {
    this.depth--;
    this.out.u8(WireType.stop);
  }

  // § field: type, id. Stored as one word, whose last byte what follows overwrites.
  fieldBegin(type: WireType, id: number): void {
    const out = this.out;
    out.reserve(4);
    const position = out.position;
    out.view.setInt32(position, (type << 24) | ((id & 0xffff) << 8));
    out.position = position + 3;
  }

  fieldEnd(): void {}

  boolField(id: number, value: boolean): void {
    this.fieldBegin(WireType.bool, id);
    this.bool(value);
  }

  listBegin(element: WireType, size: number): void {
    checkSize(size);
    this.enter();
    this.out.u8(element);
    this.out.i32(size);
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

  mapBegin(key: WireType, value: WireType, size: number): void {
    checkSize(size);
    this.enter();
    this.out.u8(key);
    this.out.u8(value);
    this.out.i32(size);
  }

  mapEnd(): void {
    this.depth--;
  }

  bool(value: boolean): void {
    if (typeof value !== "boolean") wrongValue("bool", value);
    this.out.u8(value ? 1 : 0);
  }

  i8(value: number): void {
    if (typeof value !== "number" || (value << 24) >> 24 !== value) wrongValue("i8", value);
    this.out.u8(value);
  }

  i16(value: number): void {
    if (typeof value !== "number" || (value << 16) >> 16 !== value) wrongValue("i16", value);
    const out = this.out;
    out.reserve(2);
    out.view.setInt16(out.position, value);
    out.position += 2;
  }

  i32(value: number): void {
    if (typeof value !== "number" || (value | 0) !== value) wrongValue("i32", value);
    this.out.i32(value);
  }

  i64(value: bigint | number): void {
    const out = this.out;
    out.reserve(8);
    const at = out.position;
    if (typeof value === "bigint") {
      if (BigInt.asIntN(64, value) !== value) wrongValue("i64", value);
      out.view.setBigInt64(at, value);
    } else {
      if (!Number.isSafeInteger(value)) wrongValue("i64", value);
      const high = Math.floor(value / 0x1_0000_0000);
      out.view.setInt32(at, high);
      out.view.setInt32(at + 4, value - high * 0x1_0000_0000);
    }
    out.position = at + 8;
  }

  double(value: number): void {
    if (typeof value !== "number") wrongValue("double", value);
    const out = this.out;
    out.reserve(8);
    out.view.setFloat64(out.position, value);
    out.position += 8;
  }

  float(value: number): void {
    if (typeof value !== "number") wrongValue("float", value);
    const out = this.out;
    out.reserve(4);
    out.view.setFloat32(out.position, value);
    out.position += 4;
  }

  string(value: string): void {
    if (typeof value !== "string") wrongValue("string", value);
    this.out.text(value);
  }

  binary(value: Uint8Array): void {
    if (!(value instanceof Uint8Array)) wrongValue("binary", value);
    this.out.i32(value.length);
    this.out.raw(value);
  }

  uuid(value: string): void {
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
