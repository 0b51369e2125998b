import { type Body, defaultLimits, fieldId, type Protocol, WireType, type Writable } from "@seapink/core";

/** A struct with one string field: 1 for arguments, 0 for results and items, another for a declared exception. */
export function textStruct(id: number, text: string): Writable {
  return {
    write(writer) {
      writer.structBegin();
      writer.fieldBegin(WireType.string, id);
      writer.string(text);
      writer.fieldEnd();
      writer.structEnd();
    },
  };
}

/** The text in such a struct, after the field's id: `0 hello`; `void` for a struct without fields. */
export function readTextStruct(body: Body, protocol: Protocol | undefined): string {
  if (!(body instanceof Uint8Array) || protocol === undefined)
    throw new TypeError("expected bytes with a protocol, as everything that came over a lane");
  const reader = protocol.reader(body, defaultLimits);
  reader.structBegin();
  const field = reader.fieldBegin();
  return field === 0 ? "void" : `${fieldId(field)} ${reader.string()}`;
}

/** A struct without fields: the arguments of a method that has none, and the result of a void one. */
export const emptyStruct: Writable = {
  write(writer) {
    writer.structBegin();
    writer.structEnd();
  },
};

/** A value that turns out wrong after half of it has been written. */
export function brokenStruct(error: unknown): Writable {
  return {
    write(writer) {
      writer.structBegin();
      writer.fieldBegin(WireType.string, 1);
      writer.string("half of it");
      throw error;
    },
  };
}
