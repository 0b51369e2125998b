import { AfterValue, BoundedScanner, type Limits, type Scanner, WireType, wireTypeName } from "@seapink/core";
import { checkFirstWord, checkMessageType, checkNameSize } from "./message-header.ts";
import { fixedBytes, minimumBytes } from "./sizes.ts";

/** What the collected bytes are, once there are enough of them. */
const Head = { firstWord: 0, nameSize: 1, oldType: 2, field: 3, string: 4, list: 5, map: 6 } as const;
type Head = (typeof Head)[keyof typeof Head];

/**
 * Finds the ends of messages without decoding them. Between chunks it remembers at most six bytes, and two numbers for
 * each level of depth; everything else is stepped over by count. After an error it is of no further use.
 */
export class BinaryScanner extends BoundedScanner implements Scanner {
  readonly #acceptOld: boolean;
  readonly #kept: Uint8Array = new Uint8Array(6);
  #head: Head = Head.firstWord;
  #have = 0;
  #need = 4;

  constructor(limits: Limits, acceptOld: boolean) {
    super(limits, 4);
    this.#acceptOld = acceptOld;
  }

  push(bytes: Uint8Array): number | undefined {
    let at = 0;
    for (;;) {
      at += this.skip;
      if (at > bytes.length) {
        this.skip = at - bytes.length;
        return undefined;
      }
      this.skip = 0;
      const missing = this.#need - this.#have;
      if (missing > bytes.length - at) {
        this.#keep(bytes, at);
        return undefined;
      }
      if (this.#have === 0) this.#step(bytes, at);
      else this.#stepKept(bytes, at, missing);
      at += missing;
      if (this.#head === Head.firstWord) return at;
    }
  }

  /** The beginning of a head whose end comes with another chunk. */
  #keep(bytes: Uint8Array, at: number): void {
    for (let i = at; i < bytes.length; i++) this.#kept[this.#have++] = bytes[i] as number;
  }

  #stepKept(bytes: Uint8Array, at: number, missing: number): void {
    this.#keep(bytes.subarray(0, at + missing), at);
    this.#have = 0;
    this.#step(this.#kept, 0);
  }

  #step(bytes: Uint8Array, at: number): void {
    const first = bytes[at] as number;
    switch (this.#head) {
      case Head.field:
        return this.#field(first);
      case Head.string:
        this.pass(this.#checkSize("string", word(bytes, at)));
        return this.#next();
      case Head.list:
        return this.#list(first, this.#checkSize("container", word(bytes, at + 1)));
      case Head.map:
        return this.#map(first, bytes[at + 1] as number, this.#checkSize("container", word(bytes, at + 2)));
      case Head.firstWord:
        return this.#firstWord(word(bytes, at));
      case Head.nameSize:
        return this.#body(checkNameSize(word(bytes, at), this.limits, this.offset) + 4);
      case Head.oldType:
        checkMessageType(first, this.offset);
        return this.#body(4);
    }
  }

  #firstWord(word: number): void {
    checkFirstWord(word, this.#acceptOld, this.offset);
    if (word < 0) {
      checkMessageType(word & 0xff, this.offset);
      this.#expect(Head.nameSize, 4);
    } else {
      this.pass(checkNameSize(word, this.limits, this.offset));
      this.#expect(Head.oldType, 1);
    }
  }

  /** What is left of the message's header, and then its struct. */
  #body(headerBytes: number): void {
    this.pass(headerBytes);
    this.enterStruct();
    this.#next();
  }

  #field(type: number): void {
    if (type === WireType.stop) this.leave();
    else {
      this.pass(2);
      if (this.#begin(type)) return;
    }
    this.#next();
  }

  #list(type: number, size: number): void {
    const fixed = fixedBytes[type] as number;
    this.enterContainer(fixed > 0 ? 0 : size, type, type);
    if (size > 0) this.count(size, this.#elementBytes(type));
    if (fixed > 0) this.pass(size * fixed);
    this.#next();
  }

  #map(key: number, value: number, size: number): void {
    const fixedKey = fixedBytes[key] as number;
    const fixedValue = fixedBytes[value] as number;
    const fixed = fixedKey > 0 && fixedValue > 0 ? fixedKey + fixedValue : 0;
    this.enterContainer(fixed > 0 ? 0 : 2 * size, key, value);
    if (size > 0) this.count(size, this.#elementBytes(key) + this.#elementBytes(value));
    if (fixed > 0) this.pass(size * fixed);
    this.#next();
  }

  /** Goes on with the next value of the innermost container, or the next field, once a value has ended. */
  #next(): void {
    for (;;) {
      const type = this.nextType();
      if (type === AfterValue.endOfMessage) return this.#end();
      if (type === AfterValue.field) return this.#expect(Head.field, 1);
      if (this.#begin(type)) return;
    }
  }

  /** Begins a value. `true` if its size takes a head to know. */
  #begin(type: number): boolean {
    const fixed = fixedBytes[type] as number;
    if (fixed > 0) this.pass(fixed);
    else if (type === WireType.struct) this.enterStruct();
    else {
      this.#expectSize(type);
      return true;
    }
    return false;
  }

  #expectSize(type: number): void {
    if (type === WireType.string) this.#expect(Head.string, 4);
    else if (type === WireType.list || type === WireType.set) this.#expect(Head.list, 5);
    else if (type === WireType.map) this.#expect(Head.map, 6);
    else this.fail(`expected a field type, got ${wireTypeName(type)}`);
  }

  #expect(head: Head, bytes: number): void {
    this.#head = head;
    this.#need = bytes;
    this.claim(bytes);
  }

  #checkSize(what: string, size: number): number {
    if (size < 0) this.fail(`expected the size of a ${what}, got ${size}`, "negative_size");
    return size;
  }

  // Types matter only where there are elements: an empty container may be of any.
  #elementBytes(type: number): number {
    return minimumBytes[type] || this.fail(`expected an element type, got ${wireTypeName(type)}`);
  }

  /** The message is complete; what follows is another. */
  #end(): void {
    this.#head = Head.firstWord;
    this.#need = 4;
    this.endMessage();
  }
}

function word(bytes: Uint8Array, at: number): number {
  const high = ((bytes[at] as number) << 24) | ((bytes[at + 1] as number) << 16);
  return high | ((bytes[at + 2] as number) << 8) | (bytes[at + 3] as number);
}
