import { fieldId, fieldType, type ProtocolReader, type ProtocolWriter } from "./protocol.ts";
import { isWireType, WireType } from "./wire-type.ts";

/** Copies a value of the type that strings and binary share. */
type CopyText<R extends ProtocolReader> = (reader: R, writer: ProtocolWriter) => void;

/**
 * Writes the struct that the reader is at, whatever is in it, in the writer's protocol. Strings are copied as binary,
 * unless `copyText` knows better; that they are UTF-8 is for whoever reads them to check.
 * @throws ProtocolError for damaged bytes, and for a type that the writer's protocol does not have.
 */
export function copyStruct<R extends ProtocolReader>(
  reader: R,
  writer: ProtocolWriter,
  copyText: CopyText<R> = copyBinary,
): void {
  new StructCopy(reader, writer, copyText).struct();
}

function copyBinary(reader: ProtocolReader, writer: ProtocolWriter): void {
  writer.binary(reader.binary());
}

class StructCopy<R extends ProtocolReader> {
  readonly #reader: R;
  readonly #writer: ProtocolWriter;
  readonly #copyText: CopyText<R>;

  constructor(reader: R, writer: ProtocolWriter, copyText: CopyText<R>) {
    this.#reader = reader;
    this.#writer = writer;
    this.#copyText = copyText;
  }

  struct(): void {
    const reader = this.#reader;
    const writer = this.#writer;
    reader.structBegin();
    writer.structBegin();
    for (let field = reader.fieldBegin(); field !== 0; field = reader.fieldBegin()) {
      this.#field(fieldType(field), fieldId(field));
      reader.fieldEnd();
    }
    writer.structEnd();
    reader.structEnd();
  }

  #field(type: number, id: number): void {
    if (type === WireType.bool) return this.#writer.boolField(id, this.#reader.bool());
    this.#writer.fieldBegin(type as WireType, id);
    this.#value(type);
    this.#writer.fieldEnd();
  }

  // Of a type that nothing is known of the reader finds no end, and says so.
  #value(type: number): void {
    const reader = this.#reader;
    const writer = this.#writer;
    switch (type) {
      case WireType.bool:
        return writer.bool(reader.bool());
      case WireType.i8:
        return writer.i8(reader.i8());
      case WireType.i16:
        return writer.i16(reader.i16());
      case WireType.i32:
        return writer.i32(reader.i32());
      case WireType.i64:
        return writer.i64(reader.i64());
      case WireType.double:
        return writer.double(reader.double());
      case WireType.float:
        return writer.float(reader.float());
      case WireType.uuid:
        return writer.uuid(reader.uuid());
      case WireType.string:
        return this.#copyText(reader, writer);
      case WireType.struct:
        return this.struct();
      case WireType.list:
        return this.#list();
      case WireType.set:
        return this.#set();
      case WireType.map:
        return this.#map();
      default:
        return reader.skip(type);
    }
  }

  #list(): void {
    const size = this.#reader.listBegin(WireType.stop);
    const type = this.#reader.elementType;
    this.#writer.listBegin(named(type, size), size);
    for (let i = 0; i < size; i++) this.#value(type);
    this.#writer.listEnd();
    this.#reader.listEnd();
  }

  #set(): void {
    const size = this.#reader.setBegin(WireType.stop);
    const type = this.#reader.elementType;
    this.#writer.setBegin(named(type, size), size);
    for (let i = 0; i < size; i++) this.#value(type);
    this.#writer.setEnd();
    this.#reader.setEnd();
  }

  #map(): void {
    const size = this.#reader.mapBegin(WireType.stop, WireType.stop);
    const { keyType, elementType } = this.#reader;
    this.#writer.mapBegin(named(keyType, size), named(elementType, size), size);
    for (let i = 0; i < size; i++) {
      this.#value(keyType);
      this.#value(elementType);
    }
    this.#writer.mapEnd();
    this.#reader.mapEnd();
  }
}

/** Empty containers may say anything of their elements, and compact says nothing of those of an empty map. */
function named(type: number, size: number): WireType {
  return size > 0 || isWireType(type) ? (type as WireType) : WireType.i8;
}
