import { fieldId, fieldType, type ProtocolWriter, WireType } from "@seapink/core";
import type { Token } from "./token-writer.ts";

/** Writes the struct that tokens hold, once more, in another protocol. */
export class TokenReplay {
  readonly #tokens: readonly Token[];
  readonly #writer: ProtocolWriter;
  #at = 0;

  constructor(tokens: readonly Token[], writer: ProtocolWriter) {
    this.#tokens = tokens;
    this.#writer = writer;
  }

  // A token is what the type before it says.
  // oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the caller knows the type of the next token
  #next<T extends Token>(): T {
    return this.#tokens[this.#at++] as T;
  }

  struct(): void {
    const w = this.#writer;
    w.structBegin();
    for (let header: number = this.#next(); header !== 0; header = this.#next()) {
      this.#field(fieldType(header) as WireType, fieldId(header));
    }
    w.structEnd();
  }

  #field(type: WireType, id: number): void {
    const w = this.#writer;
    if (type === WireType.bool) return w.boolField(id, this.#next());
    w.fieldBegin(type, id);
    this.#value(type);
    w.fieldEnd();
  }

  #value(type: WireType): void {
    const w = this.#writer;
    switch (type) {
      case WireType.bool:
        return w.bool(this.#next());
      case WireType.i8:
        return w.i8(this.#next());
      case WireType.i16:
        return w.i16(this.#next());
      case WireType.i32:
        return w.i32(this.#next());
      case WireType.i64:
        return w.i64(this.#next<bigint>());
      case WireType.double:
        return w.double(this.#next());
      case WireType.float:
        return w.float(this.#next());
      case WireType.uuid:
        return w.uuid(this.#next());
      case WireType.string:
        return this.#text(this.#next());
      case WireType.struct:
        return this.struct();
      case WireType.list:
        return this.#list();
      case WireType.set:
        return this.#set();
      case WireType.map:
        return this.#map();
      case WireType.stop:
    }
  }

  // Text and bytes share a type.
  #text(value: string | Uint8Array): void {
    if (typeof value === "string") this.#writer.string(value);
    else this.#writer.binary(value);
  }

  #list(): void {
    const element: WireType = this.#next();
    const size: number = this.#next();
    this.#writer.listBegin(element, size);
    for (let i = 0; i < size; i++) this.#value(element);
    this.#writer.listEnd();
  }

  #set(): void {
    const element: WireType = this.#next();
    const size: number = this.#next();
    this.#writer.setBegin(element, size);
    for (let i = 0; i < size; i++) this.#value(element);
    this.#writer.setEnd();
  }

  #map(): void {
    const key: WireType = this.#next();
    const value: WireType = this.#next();
    const size: number = this.#next();
    this.#writer.mapBegin(key, value, size);
    for (let i = 0; i < size; i++) {
      this.#value(key);
      this.#value(value);
    }
    this.#writer.mapEnd();
  }
}
