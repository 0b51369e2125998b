import { defaultLimits, ProtocolError, type ProtocolWriter, WireType } from "@seapink/core";

/** What a value is between two sides that share no wire. Structs end with 0, as on the wire. */
export type Token = boolean | number | bigint | string | Uint8Array<ArrayBuffer>;

/**
 * A protocol without bytes, for calls that cross no wire: a value written into it is a list of tokens, from which the
 * other side reads a value of its own. Nothing is shared, and what a wire would refuse is refused here too.
 */
export class TokenWriter implements ProtocolWriter {
  readonly protocol = "tokens";
  readonly tokens: Token[] = [];
  #depth = 0;

  messageBegin(): never {
    throw new ProtocolError("not_implemented", "tokens have no message header");
  }

  messageEnd(): void {}

  structBegin(): void {
    this.#enter();
  }

  structEnd(): void {
    this.#depth--;
    this.tokens.push(0);
  }

  fieldBegin(type: WireType, id: number): void {
    this.tokens.push((type << 16) | (id & 0xffff));
  }

  fieldEnd(): void {}

  boolField(id: number, value: boolean): void {
    this.fieldBegin(WireType.bool, id);
    this.bool(value);
  }

  listBegin(element: WireType, size: number): void {
    this.#enter();
    this.tokens.push(element, size);
  }

  listEnd(): void {
    this.#depth--;
  }

  setBegin(element: WireType, size: number): void {
    this.listBegin(element, size);
  }

  setEnd(): void {
    this.#depth--;
  }

  mapBegin(key: WireType, value: WireType, size: number): void {
    this.#enter();
    this.tokens.push(key, value, size);
  }

  mapEnd(): void {
    this.#depth--;
  }

  bool(value: boolean): void {
    this.#push("bool", value, typeof value === "boolean");
  }

  i8(value: number): void {
    this.#push("i8", value, value === (value << 24) >> 24);
  }

  i16(value: number): void {
    this.#push("i16", value, value === (value << 16) >> 16);
  }

  i32(value: number): void {
    this.#push("i32", value, value === (value | 0));
  }

  i64(value: bigint | number): void {
    const isSafe = typeof value === "bigint" ? BigInt.asIntN(64, value) === value : Number.isSafeInteger(value);
    this.#push("i64", isSafe ? BigInt(value) : value, isSafe);
  }

  double(value: number): void {
    this.#push("double", value, typeof value === "number");
  }

  float(value: number): void {
    this.#push("float", Math.fround(value), typeof value === "number");
  }

  string(value: string): void {
    this.#push("string", value, typeof value === "string" && value.isWellFormed());
  }

  binary(value: Uint8Array): void {
    const isBytes = value instanceof Uint8Array;
    this.#push("binary", isBytes ? new Uint8Array(value) : value, isBytes);
  }

  uuid(value: string): void {
    this.#push("uuid", value, typeof value === "string" && value.length === 36);
  }

  raw(): never {
    throw new ProtocolError("not_implemented", "tokens have no bytes");
  }

  #push(expected: string, value: Token, isFit: boolean): void {
    if (!isFit) throw new ProtocolError("invalid_data", `expected ${expected}, got ${typeof value}`);
    this.tokens.push(value);
  }

  #enter(): void {
    if (++this.#depth <= defaultLimits.maxDepth) return;
    throw new ProtocolError(
      "depth_limit",
      `expected at most ${defaultLimits.maxDepth} structs and containers inside each other`,
    );
  }
}
