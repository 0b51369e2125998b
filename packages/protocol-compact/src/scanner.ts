import { AfterValue, BoundedScanner, type Limits, type Scanner, WireType } from "@seapink/core";
import { checkNameSize, checkProtocolId, checkVersionAndType } from "./message-header.ts";
import { fixedBytes, minimumBytes } from "./sizes.ts";
import type { Variant } from "./variant.ts";
import { mostBytes32, mostBytes64, mostLast32, mostLast64 } from "./varint-reader.ts";

/** What the next byte begins or goes on with: one byte, a varint that matters, or varints that are values. */
const Head = {
  id: 0,
  version: 1,
  field: 2,
  list: 3,
  mapTypes: 4,
  seqid: 5,
  nameSize: 6,
  fieldId: 7,
  string: 8,
  listSize: 9,
  mapSize: 10,
  values32: 11,
  values64: 12,
} as const;
type Head = (typeof Head)[keyof typeof Head];

/**
 * Finds the ends of messages without decoding them. Between chunks it remembers the varint that it is in, and three
 * numbers for each level of depth; everything else is stepped over by count. After an error it is of no further use.
 */
export class CompactScanner extends BoundedScanner implements Scanner {
  readonly #variant: Variant;
  #head: Head = Head.id;
  /** Of the varint that has begun: how many bytes were there, and their value as far as 32 bits go. */
  #count = 0;
  #value = 0;
  /** What waits for a size or an id: a field's type, a list's element type, a map's size. Or the values to come. */
  #pending = 0;

  constructor(limits: Limits, variant: Variant) {
    super(limits, 1);
    this.#variant = variant;
  }

  push(bytes: Uint8Array): number | undefined {
    let at = 0;
    for (;;) {
      at += this.skip;
      if (at >= bytes.length) {
        this.skip = at - bytes.length;
        return undefined;
      }
      this.skip = 0;
      if (this.#head === Head.values32) at = this.#values(bytes, at, 32);
      else if (this.#head === Head.values64) at = this.#values(bytes, at, 64);
      else this.#step(bytes[at++] as number);
      if (this.#head === Head.id) return at;
    }
  }

  #step(byte: number): void {
    switch (this.#head) {
      case Head.field:
        return this.#field(byte);
      case Head.list:
        return this.#list(byte);
      case Head.mapTypes:
        return this.#map(byte);
      case Head.id:
        checkProtocolId(byte, this.offset);
        return this.#expect(Head.version);
      case Head.version:
        checkVersionAndType(byte, this.#variant, this.offset);
        return this.#expect(Head.seqid);
      default:
        return this.#varint(byte);
    }
  }

  /** Steps over values that are varints, as far as the bytes go; returns where it stopped. */
  #values(bytes: Uint8Array, from: number, bits: 32 | 64): number {
    const mostBytes = bits === 32 ? mostBytes32 : mostBytes64;
    const mostLast = bits === 32 ? mostLast32 : mostLast64;
    let at = from;
    let count = this.#count;
    let left = this.#pending;
    while (at < bytes.length && left > 0) {
      const byte = bytes[at++] as number;
      count++;
      if (count === mostBytes && byte > mostLast) this.#tooLong(bits, at - from - 1);
      if (byte > 0x7f) continue;
      count = 0;
      left--;
    }
    this.#count = count;
    this.#pending = left;
    // One byte was claimed already; where another must follow, it is too.
    this.claim(at - from - (left === 0 ? 1 : 0));
    if (left === 0) this.#next();
    return at;
  }

  #tooLong(bits: number, after: number): never {
    this.offset += after;
    this.fail(`expected a varint of at most ${bits} bits, got more`);
  }

  #varint(byte: number): void {
    this.#value |= (byte & 0x7f) << (7 * this.#count);
    if (++this.#count === mostBytes32 && byte > mostLast32) this.#tooLong(32, 0);
    if (byte > 0x7f) return this.claim(1);
    const value = this.#value >>> 0;
    this.#count = 0;
    this.#value = 0;
    this.#afterVarint(value);
  }

  #afterVarint(value: number): void {
    switch (this.#head) {
      case Head.seqid:
        return this.#expect(Head.nameSize);
      case Head.nameSize:
        this.pass(checkNameSize(value, this.limits, this.offset));
        this.enterStruct();
        return this.#next();
      case Head.fieldId:
        if (value > 0xffff) this.fail("expected a field id of 16 bits, got more");
        return this.#fieldValue(this.#pending);
      case Head.string:
        this.pass(value);
        return this.#next();
      case Head.listSize:
        return this.#elementsOf(this.#pending, value);
      case Head.mapSize:
        return this.#mapSize(value);
      default:
        return this.#next();
    }
  }

  #field(head: number): void {
    if (head === 0) {
      this.leave();
      return this.#next();
    }
    if (this.#wireType(head) === 0) this.fail(`expected a field type from 1 to 13, got ${head & 0x0f}`);
    this.#pending = this.#wireType(head);
    if (head < 0x10) this.#expect(Head.fieldId);
    else this.#fieldValue(this.#pending);
  }

  // A bool is in the header.
  #fieldValue(type: number): void {
    if (type === WireType.bool || !this.#begin(type)) this.#next();
  }

  #list(head: number): void {
    this.#pending = head & 0x0f;
    if (head < 0xf0) this.#elementsOf(this.#pending, head >> 4);
    else this.#expect(Head.listSize);
  }

  #elementsOf(element: number, size: number): void {
    const type = this.#wireType(element);
    const fixed = fixedBytes[type] as number;
    const values = valuesHead(type);
    this.enterContainer(fixed > 0 || values !== undefined ? 0 : size, type, type);
    if (size > 0) this.count(size, this.#elementBytes(element));
    if (fixed > 0) this.pass(size * fixed);
    if (values === undefined || size === 0) return this.#next();
    this.#pending = size;
    this.#expect(values);
  }

  // An empty one has no types, but counts as a level.
  #mapSize(size: number): void {
    this.enterContainer(0, 0, 0);
    this.#pending = size;
    if (size > 0) return this.#expect(Head.mapTypes);
    this.#next();
  }

  #map(types: number): void {
    const size = this.#pending;
    const key = this.#wireType(types >> 4);
    const value = this.#wireType(types);
    const fixedKey = fixedBytes[key] as number;
    const fixedValue = fixedBytes[value] as number;
    const fixed = fixedKey > 0 && fixedValue > 0 ? fixedKey + fixedValue : 0;
    this.count(size, this.#elementBytes(types >> 4) + this.#elementBytes(types & 0x0f));
    if (fixed > 0) this.pass(size * fixed);
    else {
      this.leave();
      this.enterContainer(2 * size, key, value);
    }
    this.#next();
  }

  /** Goes on with the next value of the innermost container, or the next field, once a value has ended. */
  #next(): void {
    for (;;) {
      const type = this.nextType();
      if (type === AfterValue.endOfMessage) return this.#end();
      if (type === AfterValue.field) return this.#expect(Head.field);
      if (this.#begin(type)) return;
    }
  }

  /** Begins a value. `true` if its size takes more bytes to know. */
  #begin(type: number): boolean {
    const fixed = fixedBytes[type] as number;
    if (fixed > 0) this.pass(fixed);
    else if (type === WireType.struct) this.enterStruct();
    else {
      this.#pending = 1;
      this.#expect(headOf(type));
      return true;
    }
    return false;
  }

  #wireType(compactType: number): number {
    return this.#variant.wireTypes[compactType & 0x0f] as number;
  }

  #expect(head: Head): void {
    this.#head = head;
    this.claim(1);
  }

  // Types matter only where there are elements: an empty container may be of any.
  #elementBytes(compactType: number): number {
    const bytes = minimumBytes[this.#wireType(compactType)] as number;
    return bytes === 0 ? this.fail(`expected an element type from 1 to 13, got ${compactType}`) : bytes;
  }

  /** The message is complete; what follows is another. */
  #end(): void {
    this.#head = Head.id;
    this.endMessage();
  }
}

/** What varints of this type are. */
function valuesHead(type: number): Head | undefined {
  if (type === WireType.i64) return Head.values64;
  return type === WireType.i32 || type === WireType.i16 ? Head.values32 : undefined;
}

/** What tells the size of a value whose type does not. */
function headOf(type: number): Head {
  if (type === WireType.string) return Head.string;
  if (type === WireType.map) return Head.mapSize;
  return valuesHead(type) ?? Head.list;
}
