import {
  binary,
  bool,
  double,
  enumType,
  exception,
  type ExceptionType,
  type Field,
  field,
  float,
  i16,
  i32,
  i64,
  i64Number,
  i8,
  list,
  map,
  type Requiredness,
  set,
  string,
  struct,
  type StructType,
  type Type,
  union,
  uuid,
} from "@seapink/schema";
import * as fc from "fast-check";

/** A struct of any kinds of fields, and values that fit it. */
export interface TypedValues {
  readonly type: StructType;
  readonly values: readonly unknown[];
}

export function typedValues(): fc.Arbitrary<TypedValues> {
  return structs.chain((type) =>
    fc.array(valueOf(type, 3), { minLength: 1, maxLength: 3 }).map((values) => ({ type, values })),
  );
}

const signed = (bits: number): fc.Arbitrary<number> =>
  fc.integer({ min: -(2 ** (bits - 1)), max: 2 ** (bits - 1) - 1 });

const scalars: readonly (readonly [type: Type, values: fc.Arbitrary<unknown>])[] = [
  [bool, fc.boolean()],
  [i8, signed(8)],
  [i16, signed(16)],
  [i32, signed(32)],
  [i64, fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n })],
  [i64Number, fc.maxSafeInteger()],
  [double, fc.double()],
  [float, fc.float()],
  [
    string,
    fc.oneof(
      fc.string({ unit: "binary" }),
      fc.integer({ min: 0, max: 400 }).map((size) => "a".repeat(size)),
    ),
  ],
  [binary, fc.uint8Array({ maxLength: 20 })],
  [uuid, fc.uuid()],
  [enumType("Color", { RED: 1 }), signed(32)],
];

const scalarValues = new Map(scalars);

const names = fc.oneof(
  { arbitrary: fc.stringMatching(/^[a-z]\w{0,8}$/), weight: 4 },
  { arbitrary: fc.string({ unit: "binary", maxLength: 8 }), weight: 1 },
  {
    arbitrary: fc.constantFrom("__proto__", "constructor", "toString", "then", "message", '"', "\\", "\n", "\u2028"),
    weight: 1,
  },
);

const { struct: structs } = fc.letrec<{ struct: StructType; type: Type }>((tie) => ({
  struct: fc
    .tuple(names, fieldsOf(tie("type")), fc.boolean())
    .map(([name, fields, recursive]) => structOf(name, fields, recursive)),
  type: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    { arbitrary: fc.constantFrom(...scalars.map(([type]) => type)), weight: 5 },
    { arbitrary: tie("type").map(list), weight: 1 },
    { arbitrary: tie("type").map(set), weight: 1 },
    { arbitrary: fc.tuple(tie("type"), tie("type")).map(([key, value]) => map(key, value)), weight: 1 },
    { arbitrary: tie("struct"), weight: 1 },
    { arbitrary: fc.tuple(names, fieldsOf(tie("type"))).map(([name, fields]) => unionOf(name, fields)), weight: 1 },
    { arbitrary: fc.tuple(names, fieldsOf(tie("type"))).map(([name, fields]) => exceptionOf(name, fields)), weight: 1 },
  ),
}));

type Parts = readonly (readonly [id: number, name: string, type: Type, requiredness: Requiredness])[];

function fieldsOf(type: fc.Arbitrary<Type>): fc.Arbitrary<Parts> {
  const id = fc.oneof(fc.integer({ min: 0, max: 20 }), fc.integer({ min: -32_768, max: 32_767 }));
  const requiredness = fc.constantFrom<Requiredness>("required", "optional", "default");
  const part = fc.tuple(id, names, type, requiredness);
  return fc
    .uniqueArray(part, { maxLength: 6, selector: ([id]) => id })
    .map((parts) => parts.filter(([, name], i) => parts.findIndex((other) => other[1] === name) === i));
}

const toFields = (parts: Parts): readonly Field[] =>
  parts.map(([id, name, type, requiredness]) => field(id, name, type, { requiredness }));

/** One that may contain itself, where the name and the id are not taken. */
function structOf(name: string, parts: Parts, recursive: boolean): StructType {
  const fields = toFields(parts);
  const taken = fields.some((f) => f.id === 99 || f.name === "itself");
  if (!recursive || taken) return struct(name, fields);
  const type: StructType = struct(name, () => [
    ...fields,
    field(99, "itself", list(type), { requiredness: "optional" }),
  ]);
  return type;
}

function unionOf(name: string, parts: Parts): Type {
  return parts.length === 0 ? i32 : union(name, toFields(parts));
}

function exceptionOf(name: string, parts: Parts): ExceptionType {
  return exception(name, toFields(parts));
}

function valueOf(type: Type, depth: number): fc.Arbitrary<unknown> {
  switch (type.kind) {
    case "list":
      return items(type.of, depth);
    case "set":
      return items(type.of, depth).map((all) => new Set(all));
    case "map": {
      const entry = fc.tuple(valueOf(type.key, depth - 1), valueOf(type.value, depth - 1));
      return fc.array(entry, { maxLength: depth > 0 ? 3 : 0 }).map((entries) => new Map(entries));
    }
    case "struct":
      return fieldValues(type.fields, depth);
    case "exception":
      return fieldValues(type.fields, depth).map((fields) => new type.construct(fields));
    case "union":
      return fc
        .constantFrom(...type.fields)
        .chain((arm) => valueOf(arm.type, depth - 1).map((value) => ({ field: arm.name, value })));
    default:
      return scalarValues.get(type) ?? expectKnown(type);
  }
}

function expectKnown(type: Type): never {
  throw new Error(`no values for ${type.kind}`);
}

function items(of: Type, depth: number): fc.Arbitrary<unknown[]> {
  return depth > 0 ? fc.array(valueOf(of, depth - 1), { maxLength: 3 }) : fc.constant([]);
}

// `Object.fromEntries` makes `__proto__` a property like any other.
function fieldValues(fields: readonly Field[], depth: number): fc.Arbitrary<Record<string, unknown>> {
  const entries = fields.map((f) => {
    const entry = valueOf(f.type, depth - 1).map((value) => [f.name, value] as const);
    return f.requiredness === "required" ? entry : fc.option(entry, { nil: undefined });
  });
  return fc.tuple(...entries).map((all) => Object.fromEntries(all.filter((entry) => entry !== undefined)));
}
