import {
  type ByteWriter,
  checkSize,
  isUuid,
  type Limits,
  type MessageType,
  ProtocolError,
  type ProtocolWriter,
  tooDeep,
  WireType,
  wireTypeName,
  wrongValue,
} from "@seapink/core";
import { base64Size, writeBase64 } from "./base64.ts";
import { Byte } from "./bytes.ts";
import { writeAscii, writeInteger, writeThousandths } from "./digits.ts";
import { writeText } from "./escape.ts";
import { version } from "./message-header.ts";
import { doubleText, floatText } from "./number-text.ts";
import { nextPlace, Place } from "./place.ts";
import { protocolName } from "./protocol-name.ts";
import { fieldEnds, fieldWords, isContainer, nameSizes, nameWords } from "./type-names.ts";

/** `":{"` between a field's id and its type. */
const idEnd = 0x223a_7b22;
/** `{"0"` and `},"0` without the digit. */
const firstField = 0x7b22_3022;
const nextField = 0x7d2c_2230;
/** The most bytes of a field's header, `},"-32768":{"i32":`, and of any number. */
const headerBytes = 24;
const numberBytes = 32;

/** Writes Thrift's JSON as Apache's C++ and Java do (TJSONProtocol), which read no whitespace. */
export class JsonWriter implements ProtocolWriter {
  // Only declared, and private by TypeScript alone: see ByteReader.
  declare readonly out: ByteWriter;
  declare private readonly maxDepth: number;
  declare private depth: number;
  declare private readonly hasRawKeys: boolean;
  /** Where the next value stands, */
  declare private place: Place;
  /** and the next after each struct and container that is open. */
  declare private readonly places: Place[];
  /** Whether the next field is the first of its struct. */
  declare private isFirst: boolean;

  constructor(out: ByteWriter, limits: Limits, hasRawKeys: boolean) {
    this.out = out;
    this.maxDepth = limits.maxDepth;
    this.depth = 0;
    this.hasRawKeys = hasRawKeys;
    this.place = Place.alone;
    this.places = [];
    this.isFirst = false;
  }

  get protocol(): string {
    return protocolName(this.hasRawKeys);
  }

  messageBegin(name: string, type: MessageType, seqid: number): void {
    this.depth = 0;
    this.place = Place.alone;
    this.out.u8(Byte.openBracket);
    this.i32(version);
    this.out.u8(Byte.comma);
    this.string(name);
    this.out.u8(Byte.comma);
    this.i32(type);
    this.out.u8(Byte.comma);
    this.i32(seqid);
    this.out.u8(Byte.comma);
  }

  messageEnd(): void {
    this.out.u8(Byte.closeBracket);
  }

  structBegin(): void {
    this.begin(1);
    this.put(Byte.openBrace);
    this.open();
    this.isFirst = true;
  }

  structEnd(): void {
    this.out.reserve(2);
    if (!this.isFirst) this.put(Byte.closeBrace);
    this.put(Byte.closeBrace);
    this.close();
    this.isFirst = false;
  }

  // For one digit, three words: `{"1"`, `:{"i`, `32":`. The brace is there already.
  fieldBegin(type: WireType, id: number): void {
    const out = this.out;
    out.reserve(headerBytes);
    if (!this.isFirst || id >>> 0 > 9) return this.nextField(type, id);
    const view = out.view;
    const at = out.position - 1;
    view.setInt32(at, firstField | (id << 8));
    view.setInt32(at + 4, fieldWords[type] as number);
    view.setInt32(at + 8, fieldEnds[type] as number);
    this.isFirst = false;
    out.position = at + 9 + this.nameSize(type);
  }

  // And `},"1`, `":{"`, `i32"`, `:`, which also closes the field before.
  private nextField(type: WireType, id: number): void {
    if (id >>> 0 > 9) return this.longField(type, id);
    const { bytes, view, position } = this.out;
    view.setInt32(position, nextField | id);
    view.setInt32(position + 4, idEnd);
    view.setInt32(position + 8, nameWords[type] as number);
    bytes[position + 12] = Byte.colon;
    this.out.position = position + 10 + this.nameSize(type);
  }

  private longField(type: WireType, id: number): void {
    const { bytes, view } = this.out;
    if (!this.isFirst) {
      this.put(Byte.closeBrace);
      this.put(Byte.comma);
    }
    this.put(Byte.quote);
    const at = writeInteger(id, bytes, this.out.position);
    view.setInt32(at, idEnd);
    view.setInt32(at + 4, nameWords[type] as number);
    bytes[at + 8] = Byte.colon;
    this.isFirst = false;
    this.out.position = at + 6 + this.nameSize(type);
  }

  private nameSize(type: WireType): number {
    return nameSizes[type] || wrongValue("a type", wireTypeName(type));
  }

  /** Its brace comes with the next field, or the end of the struct. */
  fieldEnd(): void {}

  boolField(id: number, value: boolean): void {
    if (typeof value !== "boolean") wrongValue("bool", value);
    this.fieldBegin(WireType.bool, id);
    this.put(value ? Byte.zero + 1 : Byte.zero);
  }

  listBegin(element: WireType, size: number): void {
    checkSize(size);
    this.begin(numberBytes);
    this.put(Byte.openBracket);
    this.open();
    this.typeName(element);
    this.size(size);
    this.place = Place.item;
  }

  listEnd(): void {
    this.out.u8(Byte.closeBracket);
    this.close();
  }

  setBegin(element: WireType, size: number): void {
    this.listBegin(element, size);
  }

  setEnd(): void {
    this.listEnd();
  }

  mapBegin(key: WireType, value: WireType, size: number): void {
    checkSize(size);
    if (size > 0 && isContainer(key) && !this.hasRawKeys) noKey(key);
    this.begin(numberBytes);
    this.put(Byte.openBracket);
    this.open();
    this.typeName(key);
    this.put(Byte.comma);
    this.typeName(value);
    this.size(size);
    this.put(Byte.comma);
    this.put(Byte.openBrace);
    this.place = Place.firstKey;
  }

  mapEnd(): void {
    this.out.reserve(2);
    this.put(Byte.closeBrace);
    this.put(Byte.closeBracket);
    this.close();
  }

  private typeName(type: WireType): void {
    this.put(Byte.quote);
    this.out.view.setInt32(this.out.position, nameWords[type] as number);
    this.out.position += this.nameSize(type) + 1;
  }

  private size(size: number): void {
    this.put(Byte.comma);
    this.out.position = writeInteger(size, this.out.bytes, this.out.position);
  }

  bool(value: boolean): void {
    if (typeof value !== "boolean") wrongValue("bool", value);
    this.integer(value ? 1 : 0);
  }

  i8(value: number): void {
    if (typeof value !== "number" || (value << 24) >> 24 !== value) wrongValue("i8", value);
    this.integer(value);
  }

  i16(value: number): void {
    if (typeof value !== "number" || (value << 16) >> 16 !== value) wrongValue("i16", value);
    this.integer(value);
  }

  i32(value: number): void {
    if (typeof value !== "number" || (value | 0) !== value) wrongValue("i32", value);
    this.integer(value);
  }

  i64(value: bigint | number): void {
    if (typeof value === "bigint") return this.bigint(value);
    if (!Number.isSafeInteger(value)) wrongValue("i64", value);
    this.integer(value);
  }

  private bigint(value: bigint): void {
    const number = Number(value);
    if (Number.isSafeInteger(number)) return this.integer(number);
    if (BigInt.asIntN(64, value) !== value) wrongValue("i64", value);
    this.number(String(value));
  }

  private integer(value: number): void {
    if (this.place !== Place.alone) return this.item(value);
    const out = this.out;
    out.reserve(numberBytes);
    out.position = writeInteger(value, out.bytes, out.position);
  }

  private item(value: number): void {
    const isKey = this.begin(numberBytes);
    if (isKey) this.put(Byte.quote);
    this.out.position = writeInteger(value, this.out.bytes, this.out.position);
    if (isKey) this.put(Byte.quote);
  }

  double(value: number): void {
    if (typeof value !== "number") wrongValue("double", value);
    if ((value | 0) === value && (value !== 0 || !Object.is(value, -0))) return this.integer(value);
    const thousandths = value * 1000;
    if ((thousandths | 0) === thousandths && thousandths / 1000 === value && thousandths !== 0)
      return this.thousandths(thousandths);
    this.number(doubleText(value));
  }

  // Of so few digits no fewer give the number back.
  private thousandths(value: number): void {
    const isKey = this.begin(numberBytes);
    if (isKey) this.put(Byte.quote);
    this.out.position = writeThousandths(value, this.out.bytes, this.out.position);
    if (isKey) this.put(Byte.quote);
  }

  float(value: number): void {
    if (typeof value !== "number") wrongValue("float", value);
    this.number(floatText(value));
  }

  /** A number as text. What is none has its quotes already. */
  private number(text: string): void {
    const isBare = this.begin(numberBytes) && text.charCodeAt(0) !== Byte.quote;
    if (isBare) this.put(Byte.quote);
    this.out.position = writeAscii(text, this.out.bytes, this.out.position);
    if (isBare) this.put(Byte.quote);
  }

  string(value: string): void {
    if (typeof value !== "string") wrongValue("string", value);
    if (this.place !== Place.alone) this.begin(0);
    writeText(this.out, value);
  }

  binary(value: Uint8Array): void {
    if (!(value instanceof Uint8Array)) wrongValue("binary", value);
    const size = base64Size(value.length);
    this.begin(size + 2);
    this.put(Byte.quote);
    writeBase64(value, this.out.view, this.out.position);
    this.out.position += size;
    this.put(Byte.quote);
  }

  uuid(value: string): void {
    if (typeof value !== "string" || !isUuid(value)) wrongValue("uuid", value);
    this.string(value.toLowerCase());
  }

  raw(bytes: Uint8Array): void {
    this.begin(0);
    this.out.raw(bytes);
  }

  /** Writes what stands before a value, and makes room for the value. Whether it is a key, and a number needs quotes. */
  private begin(size: number): boolean {
    this.out.reserve(size + 3);
    const place = this.place;
    if (place === Place.alone) return false;
    if (place !== Place.firstKey) this.put(place === Place.value ? Byte.colon : Byte.comma);
    this.place = nextPlace[place] as Place;
    return place === Place.firstKey || place === Place.key;
  }

  /** A byte for which there is room. */
  private put(byte: number): void {
    const out = this.out;
    out.bytes[out.position++] = byte;
  }

  /** Into a struct or container, whose first value stands alone until it says otherwise. */
  private open(): void {
    this.places[this.depth] = this.place;
    if (++this.depth > this.maxDepth) tooDeep(this.maxDepth);
    this.place = Place.alone;
  }

  private close(): void {
    this.depth--;
    this.place = this.places[this.depth] as Place;
  }
}

function noKey(type: WireType): never {
  const message = `expected keys that JSON has, got ${wireTypeName(type)}; see the option containerKeys`;
  throw new ProtocolError("not_implemented", message);
}
