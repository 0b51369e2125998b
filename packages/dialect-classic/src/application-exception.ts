import {
  ApplicationError,
  codeOfWire,
  fieldId,
  fieldType,
  type ProtocolReader,
  type ProtocolWriter,
  WireType,
} from "@seapink/core";

const messageField = 1;
const typeField = 2;

/** Writes TApplicationException: 1 message, 2 type (Thrift RPC, § TApplicationException). */
export function writeApplicationException(writer: ProtocolWriter, error: ApplicationError): void {
  writer.structBegin();
  writer.fieldBegin(WireType.string, messageField);
  writer.string(error.message.toWellFormed());
  writer.fieldEnd();
  writer.fieldBegin(WireType.i32, typeField);
  writer.i32(error.wireCode);
  writer.fieldEnd();
  writer.structEnd();
}

/** Reads it; either field may be missing, and an unknown number keeps its value. */
export function readApplicationException(reader: ProtocolReader): ApplicationError {
  let message = "";
  let wireCode = 0;
  reader.structBegin();
  for (let field = reader.fieldBegin(); field !== 0; field = reader.fieldBegin()) {
    if (isField(field, WireType.string, messageField)) message = reader.string();
    else if (isField(field, WireType.i32, typeField)) wireCode = reader.i32();
    else reader.skip(fieldType(field));
    reader.fieldEnd();
  }
  reader.structEnd();
  const code = codeOfWire(wireCode);
  return new ApplicationError(code, message || code, { wireCode });
}

function isField(field: number, type: WireType, id: number): boolean {
  return fieldType(field) === type && fieldId(field) === id;
}
