import thrift from "thrift";

const { Type } = thrift.Thrift;

const base = (type, word) => ({
  type,
  read: (input) => input[`read${word}`](),
  write: (output, value) => output[`write${word}`](value),
});

export const i32 = base(Type.I32, "I32");
export const i64 = base(Type.I64, "I64");
export const string = base(Type.STRING, "String");
export const binary = base(Type.STRING, "Binary");

/** A set is an array, as the compiler has it. */
export function set(of) {
  return {
    type: Type.SET,
    read: (input) => Array.from({ length: input.readSetBegin().size }, () => of.read(input)),
    write(output, values) {
      output.writeSetBegin(of.type, values.length);
      for (const value of values) of.write(output, value);
    },
  };
}

/** A map is an object, as the compiler has it. */
export function map(keys, values) {
  return {
    type: Type.MAP,
    read(input) {
      const { size } = input.readMapBegin();
      return Object.fromEntries(Array.from({ length: size }, () => [keys.read(input), values.read(input)]));
    },
    write(output, object) {
      output.writeMapBegin(keys.type, values.type, Object.keys(object).length);
      for (const [key, value] of Object.entries(object)) {
        keys.write(output, key);
        values.write(output, value);
      }
    },
  };
}

export const structOf = (Class) => ({
  type: Type.STRUCT,
  read(input) {
    const value = new Class();
    value.read(input);
    return value;
  },
  write: (output, value) => new Class(value).write(output),
});

/** The class of a struct with these fields, `[id, name, type, default]`: what is not there is null. */
export function struct(name, fields, Base = Object) {
  return class extends Base {
    constructor(values) {
      super();
      for (const [, field, , otherwise = null] of fields) this[field] = values?.[field] ?? otherwise;
    }

    read(input) {
      input.readStructBegin();
      for (let { ftype, fid } = input.readFieldBegin(); ftype !== Type.STOP; { ftype, fid } = input.readFieldBegin()) {
        const field = fields.find(([id, , { type }]) => id === fid && type === ftype);
        if (field === undefined) input.skip(ftype);
        else this[field[1]] = field[2].read(input);
        input.readFieldEnd();
      }
      input.readStructEnd();
    }

    write(output) {
      output.writeStructBegin(name);
      for (const [id, field, type] of fields) {
        if (this[field] === null) continue;
        output.writeFieldBegin(field, type.type, id);
        type.write(output, this[field]);
        output.writeFieldEnd();
      }
      output.writeFieldStop();
      output.writeStructEnd();
    }
  };
}
