import { fieldType, ProtocolError, type ProtocolReader, WireType, wireTypeName } from "@seapink/core";
import type { Token } from "./token-writer.ts";

const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
const encoder = new TextEncoder();

/** Reads what a `TokenWriter` wrote. The two sides may describe the struct differently, as over a wire. */
export class TokenReader implements ProtocolReader {
  readonly protocol = "tokens";
  /** Tokens are copies already. */
  sharesBytes = false;
  elementType = 0;
  keyType = 0;
  readonly #tokens: readonly Token[];
  #at = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  get offset(): number {
    return this.#at;
  }

  // The writer checked each value, so that a token is what the type before it says.
  // oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the caller knows the type of the next token
  #next<T extends Token>(): T {
    return this.#tokens[this.#at++] as T;
  }

  messageBegin(): never {
    throw new ProtocolError("not_implemented", "tokens have no message header");
  }

  messageBody(): never {
    return this.messageBegin();
  }

  messageEnd(): void {}

  structBegin(): void {}

  structEnd(): void {}

  fieldBegin(): number {
    return this.#next();
  }

  fieldEnd(): void {}

  listBegin(element: WireType): number {
    const type: number = this.#next();
    const size: number = this.#next();
    if (element === WireType.stop) this.elementType = type;
    else if (size > 0) this.#expect(element, type);
    return size;
  }

  listEnd(): void {}

  setBegin(element: WireType): number {
    return this.listBegin(element);
  }

  setEnd(): void {}

  mapBegin(key: WireType, value: WireType): number {
    const keyType: number = this.#next();
    const valueType: number = this.#next();
    const size: number = this.#next();
    if (key === WireType.stop) {
      this.keyType = keyType;
      this.elementType = valueType;
    } else if (size > 0) {
      this.#expect(key, keyType);
      this.#expect(value, valueType);
    }
    return size;
  }

  mapEnd(): void {}

  #expect(expected: WireType, type: number): void {
    if (type === expected) return;
    this.#fail(`expected elements of type ${wireTypeName(expected)}, got ${wireTypeName(type)}`);
  }

  bool(): boolean {
    return this.#next();
  }

  i8(): number {
    return this.#next();
  }

  i16(): number {
    return this.#next();
  }

  i32(): number {
    return this.#next();
  }

  i64(): bigint {
    return this.#next();
  }

  i64Number(): number {
    const value: bigint = this.#next();
    const number = Number(value);
    return Number.isSafeInteger(number) ? number : this.#fail(`expected an i64 that a number can hold, got ${value}`);
  }

  double(): number {
    return this.#next();
  }

  float(): number {
    return this.#next();
  }

  /** A string or a binary, as it was written. */
  text(): string | Uint8Array {
    return this.#next();
  }

  // Text and bytes share a type on the wire, so that one side may call binary what is a string to the other.
  string(): string {
    const value: string | Uint8Array = this.#next();
    return typeof value === "string" ? value : this.#decode(value);
  }

  #decode(bytes: Uint8Array): string {
    try {
      return decoder.decode(bytes);
    } catch (cause) {
      const message = `expected UTF-8 in a string of ${bytes.length} bytes`;
      throw new ProtocolError("invalid_data", message, { cause, offset: this.#at });
    }
  }

  binary(): Uint8Array<ArrayBuffer> {
    const value: string | Uint8Array<ArrayBuffer> = this.#next();
    return typeof value === "string" ? encoder.encode(value) : value.slice();
  }

  uuid(): string {
    return this.#next();
  }

  skip(type: number): void {
    if (type === WireType.struct)
      for (let field = this.fieldBegin(); field !== 0; field = this.fieldBegin()) this.skip(fieldType(field));
    else if (type === WireType.list || type === WireType.set) this.#skipItems([this.#next()]);
    else if (type === WireType.map) this.#skipItems([this.#next(), this.#next()]);
    else this.#at++;
  }

  #skipItems(types: readonly number[]): void {
    const size: number = this.#next();
    for (let i = 0; i < size; i++) for (const type of types) this.skip(type);
  }

  #fail(message: string): never {
    throw new ProtocolError("invalid_data", message, { offset: this.#at });
  }
}
