import type { Code } from "./code.ts";
import type { EmitScope } from "./emit-scope.ts";
import { isInherited } from "./property.ts";
import type { Field, Fieldset, Type } from "./type.ts";
import { wireTypeOf } from "./wire-type-of.ts";

/** The method `write`. Whatever comes from the IDL enters as a JSON string or through the scope. */
export function emitWriter(type: Fieldset, scope: EmitScope): Code {
  const fields = type.kind === "union" ? emitUnion(type.fields, scope) : type.fields.flatMap(emitFieldOf(scope));
  return [
    "write(w, value) {",
    [
      `const v = ${scope.as("value", scope.gen1("FieldValues"))};`,
      `if (typeof v !== "object" || v === null) $.wrong(${JSON.stringify(type.kind)}, v);`,
      "w.structBegin();",
      ...fields,
      // What has no arms has no values either, and compilers see that nothing gets here.
      ...(type.kind === "union" && type.fields.length === 0 ? [] : ["w.structEnd();"]),
    ],
    "},",
  ];
}

function emitFieldOf(scope: EmitScope): (field: Field, index: number) => Code {
  return (field, index) => {
    const name = JSON.stringify(field.name);
    const given = isInherited(field.name) ? `${scope.property(field.name)}.get(v)` : `v[${name}]`;
    const f = `f${index}`;
    const write = emitFieldValue(field, f, scope);
    if (field.requiredness !== "optional" && field.default !== undefined) {
      return [`let ${f} = ${given};`, `if (${f} === undefined) ${f} = ${scope.default(index)};`, ...write];
    }
    if (field.requiredness === "required") {
      return [`const ${f} = ${given};`, `if (${f} === undefined) $.missing(${name});`, ...write];
    }
    return [`const ${f} = ${given};`, `if (${f} !== undefined) {`, write, "}"];
  };
}

function emitUnion(fields: readonly Field[], scope: EmitScope): Code {
  const cases = fields.flatMap((field, i): Code => {
    const write = emitFieldValue(field, `f${i}`, scope);
    return [`case ${JSON.stringify(field.name)}: {`, [`const f${i} = v["value"];`, ...write, "break;"], "}"];
  });
  const otherwise = `$.wrong('the name of a field in "field"', v["field"]);`;
  return ['switch (v["field"]) {', [...cases, "default:", [otherwise]], "}"];
}

function emitFieldValue(field: Field, value: string, scope: EmitScope): Code {
  const wireType = wireTypeOf(field.type);
  // A number, whatever a descriptor made by hand has there.
  const id = field.id | 0;
  if (field.type.kind === "bool") return [`w.boolField(${id}, ${scope.as(value, "boolean")});`];
  return [`w.fieldBegin(${wireType}, ${id});`, ...emitValue(field.type, value, scope), "w.fieldEnd();"];
}

function emitValue(type: Type, value: string, scope: EmitScope): Code {
  switch (type.kind) {
    case "list":
      return emitList(type.of, value, scope);
    case "set":
      return emitSet(type.of, value, scope);
    case "map":
      return emitMap(type.key, type.value, value, scope);
    case "struct":
    case "union":
    case "exception":
      return [`${scope.writer(type)}(w, ${value});`];
    case "enum":
      return [`w.i32(${scope.as(value, "number")});`];
    // The writer checks the value itself.
    case "binary":
      return [`w.binary(${scope.as(value, scope.global("Uint8Array"))});`];
    case "i64":
      return [
        `w.i64(${type.as === "number" ? `${scope.i64Number()}(${value})` : scope.as(value, "bigint | number")});`,
      ];
    default:
      return [`w.${type.kind}(${scope.as(value, typesOf[type.kind])});`];
  }
}

const typesOf = {
  bool: "boolean",
  i8: "number",
  i16: "number",
  i32: "number",
  double: "number",
  float: "number",
  string: "string",
  uuid: "string",
} as const;

function emitList(of: Type, value: string, scope: EmitScope): Code {
  const d = scope.next();
  return [
    `const a${d} = ${value};`,
    `if (!${scope.global("Array")}.isArray(a${d})) $.wrong("list", a${d});`,
    `const n${d} = a${d}.length;`,
    `w.listBegin(${wireTypeOf(of)}, n${d});`,
    `for (let i${d} = 0; i${d} < n${d}; i${d}++) {`,
    emitValue(of, `a${d}[i${d}]`, scope),
    "}",
    "w.listEnd();",
  ];
}

// An array is taken for a set too: that is how values without types have it. The size is written before the elements,
// and a getter of one of them may change how many there are.
function emitSet(of: Type, value: string, scope: EmitScope): Code {
  const d = scope.next();
  const isSet = `a${d} instanceof ${scope.global("Set")}`;
  return [
    `const a${d} = ${value};`,
    `if (!(${isSet} || ${scope.global("Array")}.isArray(a${d}))) $.wrong("set", a${d});`,
    `const n${d} = ${isSet} ? a${d}.size : a${d}.length;`,
    `let c${d} = 0;`,
    `w.setBegin(${wireTypeOf(of)}, n${d});`,
    `for (const e${d} of a${d}) {`,
    [...emitValue(of, `e${d}`, scope), `c${d}++;`],
    "}",
    `if (c${d} !== n${d}) $.wrong(\`\${n${d}} elements in a set\`, c${d});`,
    "w.setEnd();",
  ];
}

function emitMap(key: Type, item: Type, value: string, scope: EmitScope): Code {
  const d = scope.next();
  return [
    `const a${d} = ${value};`,
    `if (!(a${d} instanceof ${scope.global("Map")})) $.wrong("map", a${d});`,
    `const n${d} = a${d}.size;`,
    `let c${d} = 0;`,
    `w.mapBegin(${wireTypeOf(key)}, ${wireTypeOf(item)}, n${d});`,
    `for (const e${d} of a${d}) {`,
    [...emitValue(key, `e${d}[0]`, scope), ...emitValue(item, `e${d}[1]`, scope), `c${d}++;`],
    "}",
    `if (c${d} !== n${d}) $.wrong(\`\${n${d}} entries in a map\`, c${d});`,
    "w.mapEnd();",
  ];
}
