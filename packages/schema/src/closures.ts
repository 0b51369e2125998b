import { type ProtocolWriter, wrongValue } from "@seapink/core";
import { defaultFactory } from "./default-value.ts";
import { fieldHeader } from "./field-header.ts";
import { type ValueCodec, valueCodec } from "./closure-values.ts";
import type { CodecOf, FieldsetCodec } from "./fieldset-codec.ts";
import { type Property, property } from "./property.ts";
import type { Field, Fieldset, UnionType } from "./type.ts";
import { wireTypeOf } from "./wire-type-of.ts";
import { missingField } from "./missing-field.ts";
import { tooManyArms } from "./too-many-arms.ts";

interface FieldCodec extends ValueCodec {
  readonly field: Field;
  readonly property: Property;
  readonly makeDefault: (() => unknown) | undefined;
}

/** Compiles to a tree of closures, where text may not become code. Same reader, same writer, same results. */
export function closureCodec(type: Fieldset, codecOf: CodecOf): FieldsetCodec {
  const fields = type.fields.map((field) => fieldCodec(field, codecOf));
  return type.kind === "union" ? unionCodec(type, fields) : structCodec(type, fields);
}

function fieldCodec(field: Field, codecOf: CodecOf): FieldCodec {
  const value = valueCodec(field.type, codecOf);
  const wireType = wireTypeOf(field.type);
  const writeField = (w: ProtocolWriter, item: unknown): void => {
    w.fieldBegin(wireType, field.id);
    value.write(w, item);
    w.fieldEnd();
  };
  return {
    field,
    property: property(field.name),
    makeDefault: field.default === undefined ? undefined : defaultFactory(field),
    write: field.type.kind === "bool" ? (w, item) => w.boolField(field.id, item as boolean) : writeField,
    read: value.read,
  };
}

function structCodec(type: Fieldset, fields: readonly FieldCodec[]): FieldsetCodec {
  const headers = fields.map((codec) => fieldHeader(codec.field));
  const indexes = new Map(headers.map((header, index) => [header, index]));
  const absent = fields.map(() => undefined);
  return {
    write(w, value) {
      if (typeof value !== "object" || value === null) wrongValue(type.kind, value);
      w.structBegin();
      for (const codec of fields) writeField(w, type, codec, codec.property.get(value));
      w.structEnd();
    },
    read(r) {
      const values: unknown[] = absent.slice();
      let expected = 0;
      r.structBegin();
      for (let header = r.fieldBegin(); header !== 0; header = r.fieldBegin()) {
        const index = header === headers[expected] ? expected : (indexes.get(header) ?? -1);
        const codec = fields[index];
        if (codec) values[index] = codec.read(r);
        else r.skip(header >>> 16);
        if (codec) expected = index + 1;
        r.fieldEnd();
      }
      r.structEnd();
      return build(type, fields, values, r.offset);
    },
  };
}

function writeField(w: ProtocolWriter, type: Fieldset, codec: FieldCodec, given: unknown): void {
  const { requiredness, name, default: fallback } = codec.field;
  const value = given === undefined && requiredness !== "optional" ? fallback : given;
  if (value !== undefined) codec.write(w, value);
  else if (requiredness === "required") missingField(type, name);
}

function build(type: Fieldset, fields: readonly FieldCodec[], values: readonly unknown[], offset: number): unknown {
  const object = {};
  for (let i = 0; i < fields.length; i++) {
    const { field, property, makeDefault } = fields[i] as FieldCodec;
    const value = values[i] ?? makeDefault?.();
    if (value !== undefined) property.set(object, value);
    else if (field.requiredness === "required") missingField(type, field.name, offset);
  }
  return type.kind === "exception" ? new type.construct(object) : object;
}

const arm = property("field");
const content = property("value");

function unionCodec(type: UnionType, fields: readonly FieldCodec[]): FieldsetCodec {
  const byName = new Map<unknown, FieldCodec>(fields.map((codec) => [codec.field.name, codec]));
  const byHeader = new Map(fields.map((codec) => [fieldHeader(codec.field), codec]));
  return {
    write(w, value) {
      if (typeof value !== "object" || value === null) wrongValue(type.kind, value);
      const name = arm.get(value);
      w.structBegin();
      const codec = byName.get(name) ?? wrongValue('the name of a field in "field"', name);
      codec.write(w, content.get(value));
      w.structEnd();
    },
    read(r) {
      let count = 0;
      let result: unknown = { field: undefined, value: undefined };
      r.structBegin();
      for (let header = r.fieldBegin(); header !== 0; header = r.fieldBegin()) {
        const codec = byHeader.get(header);
        if (codec) count++;
        if (codec) result = { field: codec.field.name, value: codec.read(r) };
        else r.skip(header >>> 16);
        r.fieldEnd();
      }
      r.structEnd();
      if (count > 1) tooManyArms(count, r.offset);
      return result;
    },
  };
}
