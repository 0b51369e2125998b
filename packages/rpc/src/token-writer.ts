import { defaultLimits, isUuid, ProtocolError, type ProtocolWriter, WireType } from "@seapink/core";

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
    this.#integer("i8", value, 24);
  }

  i16(value: number): void {
    this.#integer("i16", value, 16);
  }

  i32(value: number): void {
    this.#integer("i32", value, 0);
  }

  // There is no negative zero among the integers.
  #integer(expected: string, value: number, unusedBits: number): void {
    const isFit = typeof value === "number" && (value << unusedBits) >> unusedBits === value;
    this.#push(expected, isFit ? value | 0 : value, isFit);
  }

  i64(value: bigint | number): void {
    const isFit = typeof value === "bigint" ? BigInt.asIntN(64, value) === value : Number.isSafeInteger(value);
    this.#push("i64", isFit ? BigInt(value) : value, isFit);
  }

  double(value: number): void {
    this.#push("double", value, typeof value === "number");
  }

  float(value: number): void {
    const isFit = typeof value === "number";
    this.#push("float", isFit ? Math.fround(value) : value, isFit);
  }

  string(value: string): void {
    this.#push("string", value, typeof value === "string" && value.isWellFormed());
  }

  binary(value: Uint8Array): void {
    const isFit = value instanceof Uint8Array;
    this.#push("binary", isFit ? new Uint8Array(value) : value, isFit);
  }

  uuid(value: string): void {
    const isFit = typeof value === "string" && isUuid(value);
    this.#push("uuid", isFit ? value.toLowerCase() : value, isFit);
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
