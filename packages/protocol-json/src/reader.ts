import {
  isUuid,
  type Limits,
  type MessageHead,
  type ProtocolReader,
  type ViewCache,
  WireType,
  wireTypeName,
} from "@seapink/core";
import { readBase64 } from "./base64.ts";
import { Byte, describeByte, isDigit, isLetter, isWhitespace } from "./bytes.ts";
import { beginning, checkMessageType, failNameSize, failVersion } from "./message-header.ts";
import { NumberReader } from "./number-reader.ts";
import { Place } from "./place.ts";
import { protocolName } from "./protocol-name.ts";
import { isContainer, typeOfName } from "./type-names.ts";

/** What a reader takes or refuses. */
interface ReaderOptions {
  readonly isLenient: boolean;
  readonly hasRawKeys: boolean;
}

/** `":{"` between a field's id and its type. */
const idEnd = 0x223a_7b22;
/** The most bytes of a field's header without whitespace, `,"-32768":{"i32":`, and a few to spare. */
const headerBytes = 20;

/**
 * Reads Thrift's JSON (Apache Thrift, TJSONProtocol). There is no tree, and no number is rounded. What is called for
 * each field is kept short, and expects what C++ and Java write; whatever else JSON allows is read apart.
 */
export class JsonReader extends NumberReader implements ProtocolReader {
  // Only declared, and private by TypeScript alone: see ByteReader.
  declare private readonly hasRawKeys: boolean;
  /** Whether the next field is the first of its struct. */
  declare private isFirst: boolean;
  /** The place after each struct and container that is open. */
  declare private readonly places: Place[];

  constructor(bytes: Uint8Array, views: ViewCache, limits: Limits, options: ReaderOptions) {
    super(bytes, views, limits, options.isLenient);
    this.hasRawKeys = options.hasRawKeys;
    this.isFirst = false;
    this.places = [];
  }

  get protocol(): string {
    return protocolName(this.hasRawKeys);
  }

  messageBegin(): MessageHead {
    this.checkVersion();
    const name = this.name();
    this.expect(Byte.comma);
    const type = checkMessageType(this.integer(), this.offset);
    this.expect(Byte.comma);
    const seqid = this.i32();
    this.expect(Byte.comma);
    return { name, type, seqid };
  }

  private checkVersion(): void {
    for (const byte of beginning) {
      this.skipWhitespace();
      if (this.next !== byte) failVersion(describeByte(this.next), this.offset);
      this.position++;
    }
    // The name is read as text.
    this.position--;
  }

  private name(): string {
    const end = this.openText();
    const most = this.limits.maxMethodNameBytes;
    if (end - this.position > most && this.textBytes(end).length > most) failNameSize(this.limits, this.offset);
    return this.closeText(end);
  }

  override messageBody(): Uint8Array {
    let end = this.backOverWhitespace(this.end);
    if (this.bytes[end - 1] === Byte.closeBracket) end = this.backOverWhitespace(end - 1);
    else this.fail("expected a message that ends in a bracket, got another");
    this.skipWhitespace();
    return this.bytes.subarray(this.position, Math.max(this.position, end));
  }

  private backOverWhitespace(from: number): number {
    let end = from;
    while (end > this.position && isWhitespace(this.bytes[end - 1] as number)) end--;
    return end;
  }

  override messageEnd(): void {
    this.expect(Byte.closeBracket);
  }

  structBegin(): void {
    this.position = this.begin();
    this.expect(Byte.openBrace);
    this.open();
    this.isFirst = true;
  }

  structEnd(): void {
    this.close();
  }

  fieldBegin(): number {
    const { bytes, view, isFirst } = this;
    const start = this.position;
    let at = isFirst ? start : start + 1;
    if (start + headerBytes > this.end || bytes[at] !== Byte.quote) return this.anyField();
    if (!isFirst && bytes[start] !== Byte.comma) return this.anyField();
    const first = ++at;
    let id = 0;
    for (; at < first + 5; at++) {
      const digit = (bytes[at] as number) - Byte.zero;
      if (digit >>> 0 > 9) break;
      id = id * 10 + digit;
    }
    if (at === first || id > 0x7fff || view.getInt32(at) !== idEnd) return this.anyField();
    const word = view.getInt32(at + 4);
    const type = typeOfName(word >>> 8);
    const isShort = ((word >>> 8) & 0xff) === Byte.quote;
    if (type === WireType.stop || (word & 0xff) !== (isShort ? Byte.colon : Byte.quote)) return this.anyField();
    if (!isShort && bytes[at + 8] !== Byte.colon) return this.anyField();
    this.position = isShort ? at + 8 : at + 9;
    this.isFirst = false;
    return (type << 16) | id;
  }

  private anyField(): number {
    this.skipWhitespace();
    if (this.next === Byte.closeBrace) return this.lastField();
    if (!this.isFirst) this.expect(Byte.comma);
    this.isFirst = false;
    this.expect(Byte.quote);
    const id = this.digits(this.position);
    if ((id << 16) >> 16 !== id) this.fail(`expected a field id of 16 bits, got ${id}`);
    this.closeNumber();
    this.expect(Byte.colon);
    this.expect(Byte.openBrace);
    const type = this.typeName() || this.fail("expected the name of a type");
    this.expect(Byte.colon);
    return (type << 16) | (id & 0xffff);
  }

  private lastField(): number {
    this.position++;
    this.isFirst = false;
    return WireType.stop;
  }

  override fieldEnd(): void {
    this.expect(Byte.closeBrace);
  }

  listBegin(element: WireType): number {
    this.position = this.begin();
    this.expect(Byte.openBracket);
    this.open();
    const type = this.typeName();
    this.expect(Byte.comma);
    const size = this.size(2, type, type);
    this.place = Place.item;
    if (type !== element) this.otherType(element, type, size);
    return size;
  }

  override listEnd(): void {
    this.expect(Byte.closeBracket);
    this.close();
  }

  mapBegin(key: WireType, value: WireType): number {
    this.position = this.begin();
    this.expect(Byte.openBracket);
    this.open();
    const keyType = this.typeName();
    this.expect(Byte.comma);
    const valueType = this.typeName();
    this.expect(Byte.comma);
    const size = this.size(4, keyType, valueType);
    this.expect(Byte.comma);
    this.expect(Byte.openBrace);
    this.place = Place.firstKey;
    if (size > 0 && isContainer(keyType) && !this.hasRawKeys) this.noKey(keyType);
    if (keyType !== key) this.otherKey(key, keyType, size);
    if (valueType !== value) this.otherType(value, valueType, size);
    return size;
  }

  override mapEnd(): void {
    this.expect(Byte.closeBrace);
    this.expect(Byte.closeBracket);
    this.close();
  }

  /** A name of a type; 0 for any other text. */
  private typeName(): number {
    this.expect(Byte.quote);
    const start = this.position;
    const { bytes, end } = this;
    let at = start;
    while (at < end && isNameByte(bytes[at] as number)) at++;
    this.position = at;
    if (this.next !== Byte.quote) this.unexpected("the name of a type");
    this.position = at + 1;
    return at - start === 2 || at - start === 3 ? typeOfName(this.view.getInt32(start - 1) & 0xff_ffff) : WireType.stop;
  }

  /** A container's size, which the bytes that remain and the limit must allow. Empty ones may be of any type. */
  private size(elementBytes: number, type: number, otherType: number): number {
    this.skipWhitespace();
    const size = this.digits(this.position);
    if (size < 0) this.fail(`expected the size of a container, got ${size}`, "negative_size");
    if (size === 0) return 0;
    if (type === WireType.stop || otherType === WireType.stop) this.fail("expected the name of an element type");
    this.count(size, elementBytes, type, otherType);
    return size;
  }

  bool(): boolean {
    const value = this.integer();
    if (value === 1) return true;
    if (value !== 0) this.fail(`expected 1 or 0, got ${value}`);
    return false;
  }

  i8(): number {
    const value = this.integer();
    if ((value << 24) >> 24 !== value) this.outside("i8", value);
    return value;
  }

  i16(): number {
    const value = this.integer();
    if ((value << 16) >> 16 !== value) this.outside("i16", value);
    return value;
  }

  i32(): number {
    const value = this.integer();
    if ((value | 0) !== value) this.outside("i32", value);
    return value;
  }

  i64(): bigint {
    const value = this.integer();
    return Number.isSafeInteger(value) ? BigInt(value) : this.wide(value);
  }

  private wide(approximate: number): bigint {
    if (Math.abs(approximate) > 1e19) this.outside("i64", approximate);
    const digits = this.lastInteger();
    const value = approximate < 0 ? -digits : digits;
    if (BigInt.asIntN(64, value) !== value) this.outside("i64", value);
    return value;
  }

  i64Number(): number {
    const value = this.integer();
    return Number.isSafeInteger(value) ? value : this.unsafe(value);
  }

  private unsafe(value: number): never {
    this.fail(`expected an i64 that a number can hold, got ${this.wide(value)}`);
  }

  private outside(type: string, value: number | bigint): never {
    this.fail(`expected ${type}, got ${value}`);
  }

  double(): number {
    return this.number();
  }

  float(): number {
    const double = this.number();
    const value = Math.fround(double);
    if (Number.isFinite(double) && !Number.isFinite(value))
      this.fail(`expected a number that a float can hold, got ${double}`);
    return value;
  }

  string(): string {
    return this.closeText(this.openText());
  }

  binary(): Uint8Array<ArrayBuffer> {
    const end = this.openText();
    const text = this.textBytes(end);
    const value = readBase64(text, 0, text.length);
    if (value === undefined) this.fail(`expected base64 in a string of ${text.length} bytes`);
    this.position = end + 1;
    return value;
  }

  uuid(): string {
    const text = this.string();
    if (!isUuid(text)) this.fail("expected a uuid of 36 characters");
    return text.toLowerCase();
  }

  skip(type: number): void {
    switch (type) {
      case WireType.string:
      case WireType.uuid:
        this.position = this.openText() + 1;
        return;
      case WireType.struct:
        return this.skipStruct();
      case WireType.list:
      case WireType.set:
        return this.skipList();
      case WireType.map:
        return this.skipMap();
      default:
        this.skipNumber(type);
    }
  }

  private skipNumber(type: number): void {
    switch (type) {
      case WireType.bool:
        return void this.bool();
      case WireType.i8:
        return void this.i8();
      case WireType.i16:
        return void this.i16();
      case WireType.i32:
        return void this.i32();
      case WireType.i64:
        return void this.i64();
      case WireType.double:
        return void this.double();
      case WireType.float:
        return void this.float();
      default:
        this.fail(`expected a field type, got ${wireTypeName(type)}`);
    }
  }

  private skipStruct(): void {
    this.structBegin();
    for (let field = this.fieldBegin(); field !== 0; field = this.fieldBegin()) {
      this.skip(field >>> 16);
      this.fieldEnd();
    }
    this.structEnd();
  }

  private skipList(): void {
    const size = this.listBegin(WireType.stop);
    const type = this.elementType;
    for (let i = 0; i < size; i++) this.skip(type);
    this.listEnd();
  }

  private skipMap(): void {
    const size = this.mapBegin(WireType.stop, WireType.stop);
    const { keyType, elementType } = this;
    for (let i = 0; i < size; i++) {
      this.skip(keyType);
      this.skip(elementType);
    }
    this.mapEnd();
  }

  /** Into a struct or container, whose first value stands alone until it says otherwise. */
  private open(): void {
    this.places[this.depth] = this.place;
    this.enter();
    this.place = Place.alone;
  }

  private close(): void {
    this.leave();
    this.place = this.places[this.depth] as Place;
  }

  private noKey(type: number): never {
    this.fail(`expected keys that JSON has, got ${wireTypeName(type)}; see containerKeys`, "not_implemented");
  }
}

// Unknown names may be longer than known ones.
function isNameByte(byte: number): boolean {
  return isDigit(byte) || isLetter(byte);
}
